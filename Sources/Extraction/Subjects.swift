// Who a verb belongs to.

enum Subjects {
  /// How far before the verb its subject may stand when appositions part them, in tokens.
  private static let reach = 60

  /// The subject that stands before a verb; `who` and `which` give what they refer to.
  static func before(_ verb: Int, from start: Int, _ text: Text) -> NounPhrase? {
    var end = verb
    while end > start, isAuxiliary(end - 1, text) { end -= 1 }
    guard end > start else { return nil }
    if text.tokens[end - 1].kind == .comma { return acrossAppositions(end - 1, from: start, text) }
    if text.tokens[end - 1].kind == .dash, end - 1 > start {
      return acrossAppositions(end - 1, from: start, text)
    }
    if text.word(end - 1, isOneOf: "who", "which", "that"), end - 1 > start {
      let hasComma = text.tokens[end - 2].kind == .comma
      return antecedent(before: hasComma ? end - 2 : end - 1, from: start, text)
    }
    return NounPhrase.ending(before: end, from: start, text)
  }

  /// What “which” refers to: of “no comment from the ministry, which”, the ministry.
  private static func antecedent(
    before end: Int, from start: Int, _ text: Text
  ) -> NounPhrase? {
    guard let phrase = NounPhrase.ending(before: end, from: start, text) else { return nil }
    let link = phrase.tokens.last {
      text.tokens[$0].is(.preposition) && !text.tokens[$0].isCapitalised
        && !text.word($0, isOneOf: "of", "for")
    }
    guard let link, link + 1 < phrase.tokens.upperBound else { return phrase }
    let nearest = (link + 1)..<phrase.tokens.upperBound
    return isSpeaker(nearest, text) ? NounPhrase(tokens: nearest) : phrase
  }

  private static func isAuxiliary(_ index: Int, _ text: Text) -> Bool {
    let token = text.tokens[index]
    if token.kind == .clitic { return text.word(index + 1, isOneOf: "said") || false }
    guard token.isWord, text.runOfToken[index] < 0 else { return false }
    return token.is([.auxiliary, .adverb, .negation])
      && !(token.isCapitalised && !token.is(.function))
  }

  /// “Ana Ruiz, 45, a spokeswoman for the ministry, said”: the phrase before the first comma.
  private static func acrossAppositions(
    _ comma: Int, from start: Int, _ text: Text
  ) -> NounPhrase? {
    let lowest = max(start, comma - reach)
    var commas = [comma]
    var index = comma - 1
    while index >= lowest, text.runOfToken[index] < 0 {
      let token = text.tokens[index]
      if token.kind == .semicolon || token.kind == .colon { break }
      if token.kind == text.tokens[comma].kind { commas.append(index) }
      if isFinite(index, text), !isRelative(index, from: lowest, text) { break }
      index -= 1
    }
    let explained = commas.reversed().filter { explains($0 + 1, text) }
    for candidate in explained + commas.reversed() {
      if let phrase = NounPhrase.ending(before: candidate, from: start, text),
        canSpeak(phrase, text)
      {
        return phrase
      }
    }
    return nil
  }

  /// Words that explain the ones before them begin so: “, 45”, “, a spokeswoman”, “, who”.
  private static func explains(_ index: Int, _ text: Text) -> Bool {
    let token = text.tokens[index]
    if token.kind == .number { return true }
    return token.isWord
      && (token.is([.determiner, .possessive, .relative, .role])
        || text.word(index, isOneOf: "including", "like", "unlike", "himself", "herself"))
  }

  private static func isFinite(_ index: Int, _ text: Text) -> Bool {
    let token = text.tokens[index]
    return token.isWord && !token.isCapitalised && token.is(.auxiliary)
      || token.is(.cue) && !token.isCapitalised && !token.is([.nounCue, .role])
  }

  /// The verb stands in a clause with who, which or that.
  private static func isRelative(_ index: Int, from start: Int, _ text: Text) -> Bool {
    (max(start, index - 8)..<index).contains {
      text.tokens[$0].is(.relative) || text.word($0, isOneOf: "including", "as")
    }
  }

  /// A name, a person's role or a group; a pronoun. Not “In Ohio” or “On the other hand”.
  static func canSpeak(_ phrase: NounPhrase, _ text: Text) -> Bool {
    if phrase.tokens.lowerBound > 0, text.tokens[phrase.tokens.lowerBound - 1].is(.preposition),
      !text.word(phrase.tokens.lowerBound - 1, isOneOf: "but", "like")
    {
      return false
    }
    return isSpeaker(phrase.tokens, text)
  }

  private static func isSpeaker(_ tokens: Range<Int>, _ text: Text) -> Bool {
    text.tokens[tokens].contains {
      $0.is([.role, .collective, .organisationHead, .he, .she, .they, .otherPronoun])
        || $0.isCapitalised && $0.isWord && !$0.is([.function, .weekday, .month])
    }
  }
}
