// What a token of digits says.

/// `1,600`, `3.5`, `7th`, `1990s`, `10am`.
struct Digits {
  /// All digits as one whole number.
  private(set) var value = 0
  /// How many of them stand behind the point.
  private(set) var decimals = 0
  /// How many digits there are.
  private(set) var length = 0
  private(set) var hasCommas = false
  /// The letters at the end.
  private(set) var suffix = 0..<0

  /// Nil where commas do not part groups of three, where there are two points, or where the number
  /// is longer than fifteen digits.
  init?(_ range: Range<Int>, _ bytes: [UInt8]) {
    var group = 0
    var hasPoint = false
    for index in range {
      let byte = bytes[index]
      if byte.isASCIIDigit {
        guard suffix.isEmpty, length < 15 else { return nil }
        value = value * 10 + Int(byte & 0x0F)
        length += 1
        group += 1
        if hasPoint { decimals += 1 }
      } else if byte == 0x2C {
        guard !hasPoint, hasCommas ? group == 3 : group <= 3 else { return nil }
        hasCommas = true
        group = 0
      } else if byte == 0x2E {
        guard !hasPoint, !hasCommas || group == 3 else { return nil }
        hasPoint = true
        group = 3
      } else {
        suffix = (suffix.isEmpty ? index : suffix.lowerBound)..<range.upperBound
      }
    }
    if hasCommas, !hasPoint, group != 3 { return nil }
  }

  /// True for a bare whole number of so many digits.
  func isPlain(_ lengths: ClosedRange<Int>) -> Bool {
    lengths ~= length && decimals == 0 && !hasCommas && suffix.isEmpty
  }
}
