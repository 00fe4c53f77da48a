// The digits of a number, made from the last to the first.

/// Up to `capacity` characters of a number.
struct Digits: ~Copyable {
  /// 19 digits, a sign, a point, and zeros ahead of them.
  static let capacity = 32

  private var characters: InlineArray<32, UInt8> = InlineArray(repeating: 0)
  private var start = Self.capacity

  /// Where they stand.
  var range: Range<Int> { start..<Self.capacity }

  subscript(index: Int) -> UInt8 { characters[index] }

  /// Puts a character ahead of those that are there.
  mutating func prepend(_ character: UInt8) {
    start -= 1
    characters[start] = character
  }

  /// Puts all digits of a number ahead, at least one.
  mutating func prepend(_ number: UInt) {
    var rest = number
    repeat {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      prepend(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit))
      rest = quotient
    } while rest > 0
  }

  /// A whole number with its sign.
  mutating func prepend(_ value: Int) {
    prepend(value.magnitude)
    if value < 0 { prepend(UInt8(ascii: "-")) }
  }
}
