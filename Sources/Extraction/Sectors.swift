// Sectors of PLOVER, from the words for who speaks.

enum Sectors {
  /// The sector of the last word of a phrase that has one.
  static func of(_ tokens: Range<Int>?, _ text: Text) -> Speaker.Sector? {
    guard let tokens else { return nil }
    for token in tokens.reversed() {
      if let sector = text.lexeme(token).sector { return sector }
    }
    return nil
  }

  static func ofRole(_ role: String?, _ text: Text) -> Speaker.Sector? {
    guard let word = role?.split(separator: " ").last else { return nil }
    return text.lexicon.lexeme(of: String(word)).sector
  }
}

extension Lexicon {
  func lexeme(of word: String) -> Lexeme { lexemes[Int(number(of: Array(word.utf8)[...]))] }
}
