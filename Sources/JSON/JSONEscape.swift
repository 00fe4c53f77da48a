// Where a string holds what JSON must escape.

/// Quotation marks, backslashes and control characters (RFC 8259 section 7).
enum JSONEscape {
  /// Copies bytes up to the first that must be escaped; how many they are.
  ///
  /// - Parameter target: has room for all of them.
  /// - Complexity: O(bytes), eight at a time.
  static func copyPlain(_ utf8: Span<UInt8>, to target: UnsafeMutablePointer<UInt8>) -> Int {
    var index = 0
    while index + 8 <= utf8.count {
      let word = word(utf8, at: index)
      if hasEscape(word) { break }
      unsafe UnsafeMutableRawPointer(target).storeBytes(
        of: word, toByteOffset: index, as: UInt64.self)
      index += 8
    }
    while index < utf8.count, !isEscape(utf8[index]) {
      unsafe target[index] = utf8[index]
      index += 1
    }
    return index
  }

  private static func word(_ utf8: Span<UInt8>, at index: Int) -> UInt64 {
    // SAFETY: the caller has eight bytes from `index` on.
    unsafe utf8.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// Whether one of eight bytes must be escaped. A byte less than n leaves the high bit set where n
  /// is taken from it and it had none itself.
  private static func hasEscape(_ word: UInt64) -> Bool {
    let control = (word &- ones &* 0x20) & ~word
    let mark = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let slash = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
    return (control | (mark &- ones) & ~mark | (slash &- ones) & ~slash) & highs != 0
  }

  private static func isEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }
}
