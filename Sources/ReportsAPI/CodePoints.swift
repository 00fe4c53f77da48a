// From offsets in UTF-8 to positions in code points.

/// Tells how many code points stand ahead of an offset of one text.
///
/// A text in ASCII needs no table; any other has the count ahead of each block of 32 bytes, made in
/// one pass.
package struct CodePoints {
  private let text: [UInt8]
  private let counts: [UInt32]

  private static let blockBytes = 32

  package init(_ utf8: [UInt8]) {
    text = utf8
    counts = Self.countBlocks(utf8.span)
  }

  /// The position of an offset, which may be the text's end.
  ///
  /// - Complexity: O(1).
  package subscript(offset: Int) -> Int {
    if counts.isEmpty { return offset }
    let block = offset / Self.blockBytes
    return Int(counts[block]) + Self.count(text.span, block * Self.blockBytes..<offset)
  }

  /// None for a text in ASCII.
  private static func countBlocks(_ utf8: Span<UInt8>) -> [UInt32] {
    let ascii = utf8.asciiPrefix
    if ascii == utf8.count { return [] }
    var counts: [UInt32] = []
    counts.reserveCapacity(utf8.count / blockBytes + 2)
    var total = 0
    for start in stride(from: 0, through: utf8.count, by: blockBytes) {
      counts.append(UInt32(total))
      total += count(utf8, start..<min(start + blockBytes, utf8.count))
    }
    return counts
  }

  /// Bytes that begin a code point: all but 10xxxxxx.
  private static func count(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var count = range.count
    var index = range.lowerBound
    while index + 8 <= range.upperBound {
      count -= bytes.word(at: index).continuations.sumOfBytes
      index += 8
    }
    let rest = range.upperBound - index
    if rest == 0 { return count }
    if index + 8 <= bytes.count {
      let wanted = UInt64(1) << UInt64(8 * rest) - 1
      return count - (bytes.word(at: index).continuations & wanted).sumOfBytes
    }
    while index < range.upperBound {
      if bytes[index] & 0xC0 == 0x80 { count -= 1 }
      index += 1
    }
    return count
  }
}

extension Span<UInt8> {
  /// The number of bytes ahead of the first eight with one beyond ASCII, or all.
  fileprivate var asciiPrefix: Int {
    var index = 0
    while index + 8 <= count, word(at: index) & 0x8080_8080_8080_8080 == 0 { index += 8 }
    if index + 8 <= count { return index }
    while index < count, self[index] < 0x80 { index += 1 }
    return index
  }

  fileprivate func word(at index: Int) -> UInt64 {
    precondition(index >= 0 && index + 8 <= count, "outside the text")
    // SAFETY: eight bytes from `index` on lie inside.
    return unsafe UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  }
}

extension UInt64 {
  /// One in each of its bytes that is 10xxxxxx.
  fileprivate var continuations: UInt64 { (self & ~(self << 1)) >> 7 & 0x0101_0101_0101_0101 }

  /// Of bytes whose sum is less than 256: the product's highest byte is that of all.
  fileprivate var sumOfBytes: Int { Int((self &* 0x0101_0101_0101_0101) >> 56) }
}
