// An encoded answer whose date is brought up to date in place.

import HTTP

/// Today's `Date` field: its 29 characters, made once a second.
struct DateStamp {
  private(set) var second: Int64 = .min
  private(set) var characters: [UInt8] = []

  mutating func update(to now: Int64) {
    guard now != second else { return }
    second = now
    characters = Array(HTTPDate.format(now).utf8)
  }
}

/// Bytes of an answer, stamped with a date when they are sent.
final class DatedAnswer {
  private(set) var bytes: [UInt8]
  private let headEnd: Int
  private let dateStart: Int
  private var stampedSecond: Int64?

  init(_ encoded: EncodedAnswer) {
    bytes = encoded.bytes
    headEnd = encoded.headEnd
    dateStart = encoded.dateStart
  }

  /// Appends the answer as one peer wants it.
  ///
  /// - Parameter originLine: a field for the page that asks; mostly empty.
  func append(
    to output: inout [UInt8], stamp: DateStamp, persistence: Persistence, headOnly: Bool,
    originLine: [UInt8] = []
  ) {
    if stampedSecond != stamp.second {
      let place = dateStart..<(dateStart + stamp.characters.count)
      bytes.replaceSubrange(place, with: stamp.characters)
      stampedSecond = stamp.second
    }
    if persistence == .keep, !headOnly, originLine.isEmpty {
      return output.append(contentsOf: bytes)
    }
    output.append(contentsOf: bytes[..<headEnd])
    let field = ResponseEncoder.connectionField(persistence)
    output.append(contentsOf: field.utf8)
    output.append(contentsOf: originLine)
    output.append(contentsOf: headOnly ? bytes[headEnd...].prefix(2) : bytes[headEnd...])
  }
}
