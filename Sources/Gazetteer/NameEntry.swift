// One name of one place, on its way into an image.

/// Who bears a name, and how.
struct NameBearer {
  let row: UInt32
  let isPrimary: Bool
  /// The only spelling that counts, as the number of a text; nil for any.
  let spelling: UInt32?
}

/// A name and its bearer, with the folded bytes elsewhere: 24 bytes.
struct NameEntry {
  /// The first eight bytes, so that most comparisons touch nothing else.
  let prefix: UInt64
  let start: UInt32
  let count: UInt16
  let isPrimary: Bool
  let row: UInt32
  /// As in `NameBearer`; `noRow` for any.
  let spelling: UInt32

  init(_ bearer: NameBearer, _ folded: [UInt8], _ range: Range<Int>) {
    prefix = Self.prefix(folded.span.extracting(range))
    start = UInt32(range.lowerBound)
    count = UInt16(range.count)
    isPrimary = bearer.isPrimary
    row = bearer.row
    spelling = bearer.spelling ?? noRow
  }

  var range: Range<Int> { Int(start)..<(Int(start) + Int(count)) }

  static func prefix(_ name: Span<UInt8>) -> UInt64 {
    var prefix: UInt64 = 0
    for index in 0..<8 { prefix = prefix << 8 | (index < name.count ? UInt64(name[index]) : 0) }
    return prefix
  }

  /// Whether one name stands before another, bytewise.
  static func isBefore(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    for index in 0..<min(left.count, right.count) where left[index] != right[index] {
      return left[index] < right[index]
    }
    return left.count < right.count
  }
}

/// An entry in a run: row, spelling, bytes of the name, whether it is a first name; then the name.
enum NameRecord {
  static let headBytes = 12

  static func append(_ entry: NameEntry, _ folded: [UInt8], to bytes: inout [UInt8]) {
    bytes.append(number: entry.row)
    bytes.append(number: entry.spelling)
    bytes.append(number: entry.count)
    bytes.append(number: UInt16(entry.isPrimary ? 1 : 0))
    bytes.append(contentsOf: folded[entry.range])
  }
}
