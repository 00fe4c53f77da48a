// The word lists that are compiled in, line by line.

import CLexicon

enum WordList {
  /// The lines of a list that are no remarks.
  @unsafe
  static func lines(of list: lexicon_text) -> [Substring] {
    // SAFETY: the bytes are compiled in and never change.
    let bytes = unsafe UnsafeBufferPointer(start: list.bytes, count: list.count)
    let text = unsafe String(decoding: bytes, as: UTF8.self)
    return text[...].parts(between: UInt8(ascii: "\n")).filter {
      $0.utf8.first != UInt8(ascii: "#")
    }
  }

  /// The section that a line opens: `[section]`.
  static func section(_ line: Substring) -> Substring? {
    line.utf8.first == UInt8(ascii: "[") ? line.dropFirst().dropLast() : nil
  }
}

extension Substring {
  /// What stands between the bytes of one ASCII character, empty parts left out.
  func parts(between separator: UInt8) -> [Substring] {
    utf8.split(separator: separator).map { Substring($0) }
  }

  /// Its words, which have blanks between them.
  var words: [Substring] { parts(between: UInt8(ascii: " ")) }
}
