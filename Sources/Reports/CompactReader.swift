// Reads what a `CompactWriter` wrote.

/// Reads one record from its start. The bytes are our own: what no writer writes ends the program.
struct CompactReader {
  private let bytes: [UInt8]
  private var offset = 0
  private var anchor = 0
  /// The end of the range that reaches farthest, of those read so far.
  private(set) var farthestEnd = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.count }

  mutating func number() -> UInt64 {
    var (number, shift): (UInt64, UInt64) = (0, 0)
    while true {
      let byte = bytes[offset]
      offset += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
  }

  mutating func count() -> Int { Int(number()) }

  mutating func signed() -> Int {
    let zigzag = number()
    return Int(zigzag >> 1) ^ -Int(zigzag & 1)
  }

  mutating func optionalSigned() -> Int? { count() == 0 ? nil : signed() }

  mutating func range() -> Range<Int> { range(length: count()) }

  mutating func optionalRange() -> Range<Int>? {
    let told = count()
    return told == 0 ? nil : range(length: told - 1)
  }

  private mutating func range(length: Int) -> Range<Int> {
    anchor += signed()
    farthestEnd = max(farthestEnd, anchor + length)
    return anchor..<(anchor + length)
  }
}
