// A text as the words that are looked for in it.

import Gazetteer

/// Words are runs of letters and digits, folded; everything else parts them. So “Moscow’s” is two
/// words, “moscow” and “s”, and “Ukraïne” is “ukraine”. Nothing is stemmed.
enum TextWords {
  /// Hands out each word: what it folds to, and where it stands in the text, in bytes. Bytes that
  /// are no UTF-8 part words.
  ///
  /// - Complexity: O(bytes).
  static func forEach(
    in text: Span<UInt8>, _ body: (_ folded: [UInt8], _ range: Range<Int>) -> Void
  ) {
    var folded: [UInt8] = []
    var start = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      let letter = lowered[Int(byte)]
      if letter != 0 {
        if folded.isEmpty { start = index }
        folded.append(letter)
        index += 1
        continue
      }
      var width = 1
      if byte >= 0x80 {
        let step = UTF8Step.scalar(in: text, at: index)
        width = step.width
        if let scalar = step.scalar, isPartOfWord(scalar) {
          if folded.isEmpty { start = index }
          Folding.append(text.extracting(index..<(index + width)), to: &folded)
          index += width
          continue
        }
      }
      if !folded.isEmpty {
        body(folded, start..<index)
        folded.removeAll(keepingCapacity: true)
      }
      index += width
    }
    if !folded.isEmpty { body(folded, start..<index) }
  }

  /// The words of a short text.
  static func words(of text: some StringProtocol) -> [[UInt8]] {
    var words: [[UInt8]] = []
    forEach(in: Array(text.utf8).span) { word, _ in words.append(word) }
    return words
  }

  /// What an ASCII letter or digit folds to; 0 for any other byte.
  private static let lowered: InlineArray<256, UInt8> = .init { index in
    let byte = UInt8(index)
    let isDigit = byte &- 0x30 < 10
    let isLetter = (byte | 0x20) &- 0x61 < 26
    return isDigit ? byte : isLetter && byte < 0x80 ? byte | 0x20 : 0
  }

  private static func isPartOfWord(_ scalar: UInt32) -> Bool {
    switch scalar {
    // What nobody sees and folding leaves out: soft hyphen, zero widths, joiners.
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: true
    case 0xC0...0x24F: scalar != 0xD7 && scalar != 0xF7
    // General punctuation; the apostrophe among the letters.
    case 0x2000...0x206F, 0x2BC: false
    default: isLetterMarkOrDigit(scalar)
    }
  }

  private static func isLetterMarkOrDigit(_ scalar: UInt32) -> Bool {
    switch Unicode.Scalar(scalar)?.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber:
      true
    default: false
    }
  }
}
