// From offsets in UTF-8 to positions in code points.

/// Tells how many code points stand ahead of an offset of one text.
///
/// A text in ASCII needs no table; any other has the count ahead of each eight bytes, made in one pass.
package struct CodePoints {
  private let text: [UInt8]
  private let counts: [UInt32]

  private static let wordBytes = 8

  package init(_ utf8: [UInt8]) {
    text = utf8
    counts = Self.countWords(utf8.span)
  }

  /// The position of an offset, which may be the text's end.
  ///
  /// - Complexity: O(1).
  package subscript(offset: Int) -> Int {
    if counts.isEmpty { return offset }
    let start = offset & ~(Self.wordBytes - 1)
    let behind = offset - start
    return Int(counts[start / Self.wordBytes]) + behind - continuations(from: start, behind)
  }

  /// How many of less than eight bytes are 10xxxxxx, all others begin a code point.
  private func continuations(from start: Int, _ count: Int) -> Int {
    if start + Self.wordBytes <= text.count {
      let wanted = UInt64(1) << UInt64(8 * count) &- 1
      return (text.span.word(at: start).continuations & wanted).sumOfBytes
    }
    return text[start..<(start + count)].count { $0 & 0xC0 == 0x80 }
  }

  /// None for a text in ASCII.
  private static func countWords(_ utf8: Span<UInt8>) -> [UInt32] {
    if utf8.asciiPrefix == utf8.count { return [] }
    var counts: [UInt32] = []
    counts.reserveCapacity(utf8.count / wordBytes + 1)
    var total: UInt32 = 0
    for start in stride(from: 0, through: utf8.count - wordBytes, by: wordBytes) {
      counts.append(total)
      total &+= UInt32(wordBytes - utf8.word(at: start).continuations.sumOfBytes)
    }
    counts.append(total)
    return counts
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
  fileprivate var sumOfBytes: Int { Int(truncatingIfNeeded: (self &* 0x0101_0101_0101_0101) >> 56) }
}
