// Numbers and ranges in few bytes.

/// Appends what `CompactReader` reads back: seven bits of a number a byte, low ones first, with the
/// eighth set where more follow (LEB128).
struct CompactWriter {
  private(set) var bytes: [UInt8] = []
  /// Where the last range began; the next one is told from there, for facts that belong together
  /// stand close to each other.
  private var anchor = 0

  mutating func write(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// A number that is never negative.
  mutating func write(count: Int) { write(UInt64(count)) }

  /// Small numbers of either sign become small ones without (zigzag).
  mutating func write(signed number: Int) {
    write(UInt64(bitPattern: Int64((number << 1) ^ (number >> (Int.bitWidth - 1)))))
  }

  /// Nil is one byte, and so is what tells that there is a number.
  mutating func write(signed number: Int?) {
    write(count: number == nil ? 0 : 1)
    if let number { write(signed: number) }
  }

  mutating func write(_ range: Range<Int>) {
    write(count: range.count)
    write(start: range.lowerBound)
  }

  /// Nil is a byte of 0; the length of a range is told one higher.
  mutating func write(_ range: Range<Int>?) {
    guard let range else { return write(count: 0) }
    write(count: range.count + 1)
    write(start: range.lowerBound)
  }

  private mutating func write(start: Int) {
    write(signed: start - anchor)
    anchor = start
  }
}
