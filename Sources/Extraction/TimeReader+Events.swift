// Times that are told by what happened: before the war, since the invasion.

extension TimeReader {
  /// The longest row of adjectives between article and noun.
  private static let adjectives = 5

  /// - Parameter index: of the noun.
  func lastingEvent(at index: Int) -> TimePhrase? {
    guard has(index, .lastingEvent), kind(index + 1) != .hyphen,
      !has(index + 1, [.role, .collective, .organisationHead, .placeNoun]),
      !has(index + 1, [.countedNoun, .equipment])
    else { return nil }
    var start = index - 1
    while index - start <= Self.adjectives, isAdjective(start) { start -= 1 }
    if word(start, "the", "this", "its", "their", "russia’s") { start -= 1 }
    guard word(start, "before", "after", "since", "during", "until") else { return nil }
    var phrase = TimePhrase(start..<(index + 1), .unknown)
    if word(start - 1, "shortly", "just", "soon", "even", "ever") {
      phrase.tokens = (start - 1)..<(index + 1)
    }
    return phrase
  }

  private func isAdjective(_ index: Int) -> Bool {
    guard let token = token(index) else { return false }
    if token.kind == .hyphen || token.kind == .clitic { return true }
    return token.kind == .number
      || token.isWord
        && !token.is([.determiner, .possessive, .preposition, .conjunction, .auxiliary, .pronoun])
  }
}
