// What a cue is called.

extension Extraction {
  /// The lemma of a verb that attributes speech, in any of its forms: `say` of “said”; nil for a word
  /// that is none.
  package static func cueLemma(of word: String) -> String? {
    let word = Array(word.lowercased().utf8)[...]
    for lexicon in [Lexicon.english, .french, .ukrainian] {
      let lexeme = lexicon.lexemes[Int(lexicon.number(of: word))]
      if !lexeme.lemma.isEmpty, !lexeme.classes.has(.role) { return lexeme.lemma }
    }
    return nil
  }
}
