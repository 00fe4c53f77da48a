// The one way in which spellings are made alike.

/// Names are looked up by what they fold to: lower case, without marks, dots and apostrophes;
/// hyphens, slashes and runs of white space are one space, and none stands at the ends.
/// “Saint-Denis” and “saint denis” are one name, and so are “U.S.” and “us”.
package enum Folding {
  /// Adds what a text folds to; bytes that are not UTF-8 are passed over.
  ///
  /// - Complexity: O(bytes); a text that folds to nothing adds nothing.
  package static func append(_ text: Span<UInt8>, to folded: inout [UInt8]) {
    let table = FoldingTable.shared
    var spaces = Spaces(start: folded.count)
    var index = spaces.addASCII(text, table, to: &folded)
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        spaces.add(table.ascii(byte), to: &folded)
        index += 1
      } else {
        let (scalar, width) = UTF8Step.scalar(in: text, at: index)
        if let scalar { spaces.add(scalar, text.extracting(index..<(index + width)), to: &folded) }
        index += width
      }
    }
  }

  /// What a text folds to, for tests and builders.
  package static func folded(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(Array(text.utf8).span, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Puts bytes behind each other with one space where spaces were, but none at the ends.
private struct Spaces {
  let start: Int
  private var isDue = false

  init(start: Int) { self.start = start }

  /// Adds what stands before the first character that is not ASCII; where that character begins.
  /// The text is put there as it is and folded in place, for growing byte by byte takes longer.
  mutating func addASCII(
    _ text: Span<UInt8>, _ table: FoldingTable, to folded: inout [UInt8]
  ) -> Int {
    unsafe text.withUnsafeBufferPointer { unsafe folded.append(contentsOf: $0) }
    var room = folded.mutableSpan
    var end = start
    var index = 0
    while index < text.count, text[index] < 0x80 {
      let byte = table.ascii(text[index])
      if byte > 0x20 {
        room[end] = 0x20
        end += isDue ? 1 : 0
        isDue = false
        room[end] = byte
        end += 1
      } else if byte == 0x20 {
        isDue = end > start
      }
      index += 1
    }
    folded.removeLast(folded.count - end)
    return index
  }

  /// Adds one byte; 0 is nothing, and a space waits for what follows it.
  @inline(__always)
  mutating func add(_ byte: UInt8, to folded: inout [UInt8]) {
    if byte > 0x20 {
      if isDue { folded.append(0x20) }
      isDue = false
      folded.append(byte)
    } else if byte == 0x20 {
      isDue = folded.count > start
    }
  }

  /// Adds what a character becomes, else the character as it is written.
  mutating func add(_ scalar: UInt32, _ written: Span<UInt8>, to folded: inout [UInt8]) {
    let table = FoldingTable.shared
    if let becomes = table.range(of: scalar) {
      for position in becomes { add(table.byte(position), to: &folded) }
    } else {
      for index in written.indices { add(written[index], to: &folded) }
    }
  }
}
