// From offsets in UTF-8 to positions in code points.

/// Tells how many code points stand ahead of an offset of one text.
///
/// A text in ASCII needs no table; any other has the count ahead of each block of 64 bytes, made in
/// one pass.
package struct CodePoints {
  private let text: [UInt8]
  private let counts: [UInt32]

  private static let blockBytes = 64

  package init(_ utf8: [UInt8]) {
    text = utf8
    counts = utf8.allSatisfy { $0 < 0x80 } ? [] : Self.countBlocks(utf8)
  }

  /// The position of an offset, which may be the text's end.
  ///
  /// - Complexity: O(1).
  package subscript(offset: Int) -> Int {
    if counts.isEmpty { return offset }
    let block = offset / Self.blockBytes
    let start = block * Self.blockBytes
    return Int(counts[block]) + Self.count(text.span.extracting(start..<offset))
  }

  private static func countBlocks(_ utf8: [UInt8]) -> [UInt32] {
    var counts: [UInt32] = [0]
    counts.reserveCapacity(utf8.count / blockBytes + 2)
    for start in stride(from: 0, to: utf8.count, by: blockBytes) {
      let block = utf8.span.extracting(start..<min(start + blockBytes, utf8.count))
      counts.append(counts[counts.count - 1] + UInt32(count(block)))
    }
    return counts
  }

  /// Bytes that begin a code point: all but 10xxxxxx.
  private static func count(_ bytes: Span<UInt8>) -> Int {
    var count = 0
    for index in bytes.indices where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
