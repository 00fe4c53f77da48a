// What a cue is called.

extension Extraction {
  /// The lemma of a verb that attributes speech, in any of its forms: `say` of “said”; nil for a word
  /// that is none.
  package static func cueLemma(of word: String) -> String? {
    let lexicon = Lexicon.english
    let lexeme = lexicon.lexemes[Int(lexicon.number(of: Array(word.lowercased().utf8)[...]))]
    return lexeme.lemma.isEmpty || lexeme.classes.has(.role) ? nil : lexeme.lemma
  }
}
