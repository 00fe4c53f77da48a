// Words one behind the other, as they stand in a stream.

import Platform

/// A phrase, or a single word; one object, for it is handed to many rows.
final class WordPhrase: Sendable {
  /// The numbers of its words, in order.
  let numbers: [UInt32]
  /// The same as a stream has them.
  private let bytes: [UInt8]
  /// The byte that is looked for first: the beginning of its rarest word, which tells more than the
  /// high bits at the end of one.
  private let anchor: Int

  /// - Parameter count: how many reports have a word.
  init(_ numbers: [UInt32], count: (UInt32) -> Int) {
    var bytes: [UInt8] = []
    var (anchor, fewest) = (0, Int.max)
    for number in numbers {
      let reports = count(number)
      if reports < fewest { (anchor, fewest) = (bytes.count, reports) }
      WordStream.append(number, to: &bytes)
    }
    self.numbers = numbers
    self.bytes = bytes
    self.anchor = anchor
  }

  /// Whether it stands in a stream.
  ///
  /// - Complexity: O(bytes of the stream), as a rare word hardly recurs in it.
  func isIn(_ stream: Span<UInt8>) -> Bool {
    var from = anchor
    while let found = ByteSearch.firstIndex(of: bytes[anchor], in: stream, from: from) {
      if stands(at: found - anchor, in: stream) { return true }
      from = found + 1
    }
    return false
  }

  private func stands(at start: Int, in stream: Span<UInt8>) -> Bool {
    guard start + bytes.count <= stream.count, start == 0 || stream[start - 1] < 0x80 else {
      return false
    }
    for offset in bytes.indices where stream[start + offset] != bytes[offset] { return false }
    return true
  }
}
