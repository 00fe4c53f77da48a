// Where a string holds what JSON must escape.

/// Quotation marks, backslashes and control characters (RFC 8259 section 7).
enum JSONEscape {
  /// Copies bytes up to the first that must be escaped; how many they are.
  ///
  /// Eight at a time, the last eight of a longer string partly for the second time: keys and most
  /// values are short, and a loop over their bytes would be half of what they cost.
  ///
  /// - Parameter target: has room for all of them, and may get bytes behind the first that must be
  ///   escaped.
  /// - Complexity: O(bytes).
  @inline(__always)
  static func copyPlain(
    _ utf8: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    // SAFETY: loads and stores lie within the bytes, for which the target has room.
    guard let source = unsafe UnsafeRawPointer(utf8.baseAddress) else { return 0 }
    let target = UnsafeMutableRawPointer(target)
    return unsafe utf8.count < 8
      ? copyShort(source, utf8.count, to: target) : copyWords(source, utf8.count, to: target)
  }

  @inline(__always)
  private static func copyWords(
    _ source: UnsafeRawPointer, _ count: Int, to target: UnsafeMutableRawPointer
  ) -> Int {
    var index = 0
    while true {
      let word = unsafe source.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      unsafe target.storeBytes(of: word, toByteOffset: index, as: UInt64.self)
      let escapes = escapes(in: UInt64(littleEndian: word))
      if escapes != 0 { return index &+ escapes.trailingZeroBitCount / 8 }
      if index == count &- 8 { return count }
      index = min(index &+ 8, count &- 8)
    }
  }

  @inline(__always)
  private static func copyShort(
    _ source: UnsafeRawPointer, _ count: Int, to target: UnsafeMutableRawPointer
  ) -> Int {
    if count >= 4 {
      let (first, last) = unsafe (
        source.loadUnaligned(as: UInt32.self),
        source.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      )
      if escapes(in: UInt64(first) << 32 | UInt64(last)) == 0 {
        unsafe target.storeBytes(of: first, as: UInt32.self)
        unsafe target.storeBytes(of: last, toByteOffset: count &- 4, as: UInt32.self)
        return count
      }
    }
    for index in 0..<count {
      let byte = unsafe source.load(fromByteOffset: index, as: UInt8.self)
      if isEscape(byte) { return index }
      unsafe target.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
    }
    return count
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// Zero where none of eight bytes must be escaped; else the lowest bit that is set is in the lowest
  /// of them. A byte less than n leaves the high bit set where n is taken from it and it had none
  /// itself; what that borrows from the bytes above it comes behind the first.
  @inline(__always)
  private static func escapes(in word: UInt64) -> UInt64 {
    let control = (word &- ones &* 0x20) & ~word
    let mark = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let slash = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
    return (control | (mark &- ones) & ~mark | (slash &- ones) & ~slash) & highs
  }

  @inline(__always)
  static func isEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }
}
