// Who a verb belongs to.

enum Subjects {
  /// How far before the verb its subject may stand when appositions part them, in tokens.
  private static let reach = 60

  /// The subject that stands before a verb; `who` and `which` give what they refer to.
  static func before(_ verb: Int, from start: Int, _ text: Text) -> NounPhrase? {
    var end = verb
    while end > start {
      if isAuxiliary(end - 1, text) {
        end -= 1
      } else if let day = day(before: end, from: start, text) {
        end = day
      } else {
        break
      }
    }
    guard end > start else { return nil }
    if text.tokens[end - 1].kind == .comma { return acrossAppositions(end - 1, from: start, text) }
    if text.tokens[end - 1].kind == .dash, end - 1 > start {
      return acrossAppositions(end - 1, from: start, text)
    }
    if text.word(end - 1, isOneOf: "who", "which", "that"), end - 1 > start {
      let hasComma = text.tokens[end - 2].kind == .comma
      return antecedent(before: hasComma ? end - 2 : end - 1, from: start, text)
    }
    guard let phrase = NounPhrase.ending(before: end, from: start, text) else { return nil }
    let first = phrase.tokens.lowerBound
    // “an official who ‹spoke on condition of anonymity› said”: a verb that no list has.
    if first - 1 > start, !text.tokens[first].isCapitalised, !text.tokens[first].is(.pronoun),
      text.word(first - 1, isOneOf: "who", "which")
    {
      let hasComma = text.tokens[first - 2].kind == .comma
      return antecedent(before: hasComma ? first - 2 : first - 1, from: start, text)
    }
    return phrase
  }

  /// “‹he› laughed and said”: the pronoun whose verbs are joined to this one.
  static func pronoun(before verb: Int, from start: Int, _ text: Text) -> NounPhrase? {
    var index = verb - 1
    while index >= max(start, verb - 12), text.runOfToken[index] < 0, text.tokens[index].isWord {
      if text.tokens[index].is([.he, .she, .they]) || text.word(index, isOneOf: "i", "we") {
        return text.word(index, isOneOf: "him", "them", "himself", "herself", "themselves")
          ? nil : NounPhrase(tokens: index..<(index + 1))
      }
      index -= 1
    }
    return nil
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

  /// “The ministry ‹on Friday› said”: where the words that tell the day begin.
  private static func day(before end: Int, from start: Int, _ text: Text) -> Int? {
    let last = end - 1
    guard text.runOfToken[last] < 0, text.tokens[last].is([.weekday, .dayWord]) else { return nil }
    let hasLink = last > start && text.word(last - 1, isOneOf: "on", "late", "last", "this")
    let first = hasLink ? last - 1 : last
    return first > start ? first : nil
  }

  private static func isAuxiliary(_ index: Int, _ text: Text) -> Bool {
    let token = text.tokens[index]
    if token.kind == .clitic { return text.word(index + 1, isOneOf: "said") || false }
    guard token.isWord, text.runOfToken[index] < 0 else { return false }
    if token.isCapitalised {
      return token.is([.auxiliary, .adverb, .negation]) && token.is(.function)
    }
    return token.is([.auxiliary, .adverb, .negation]) || isManner(index, text)
  }

  /// “confidently”, of the words that no list has; not “his family”.
  private static func isManner(_ index: Int, _ text: Text) -> Bool {
    let token = text.tokens[index]
    guard CueSites.endsAsAdverb(index, text), token.range.count > 5, index > 0,
      !token.is([.collective, .role, .organisationHead, .cue, .nounCue])
    else { return false }
    return !text.tokens[index - 1].is([.determiner, .possessive])
      && text.tokens[index - 1].kind != .clitic
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
    if let first = explained.first, let phrase = whole(before: first, from: start, text),
      text.tokens[phrase.tokens.lowerBound].is(.determiner)
    {
      return phrase
    }
    for candidate in explained + commas.reversed() {
      if let phrase = NounPhrase.ending(before: candidate, from: start, text),
        canSpeak(phrase, text)
      {
        return phrase
      }
    }
    return nil
  }

  /// “A projection by Oxfam”: the phrase with those that prepositions hang its end on.
  private static func whole(before end: Int, from start: Int, _ text: Text) -> NounPhrase? {
    guard var phrase = NounPhrase.ending(before: end, from: start, text)?.tokens else { return nil }
    while phrase.lowerBound > start, text.tokens[phrase.lowerBound - 1].is(.preposition) {
      guard
        let before = NounPhrase.ending(before: phrase.lowerBound - 1, from: start, text)
      else { return nil }
      phrase = before.tokens.lowerBound..<end
    }
    return NounPhrase(tokens: phrase)
  }

  /// Words that explain the ones before them begin so: “, 45”, “, a spokeswoman”, “, who”.
  private static func explains(_ index: Int, _ text: Text) -> Bool {
    let token = text.tokens[index]
    if token.kind == .number { return true }
    let range = token.range
    if token.isWord, !token.isCapitalised, range.count > 4, !token.is(.cue),
      text.bytes[(range.upperBound - 2)..<range.upperBound].elementsEqual([0x65, 0x64])
    {
      return true
    }
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
      !text.word(phrase.tokens.lowerBound - 1, isOneOf: "but", "like"),
      !introducesClause(phrase.tokens.lowerBound - 1, text)
    {
      return false
    }
    return isSpeaker(phrase.tokens, text)
  }

  /// “as Reed put it”; not “such as Reed”.
  private static func introducesClause(_ index: Int, _ text: Text) -> Bool {
    text.word(index, isOneOf: "as") && !(index > 0 && text.word(index - 1, isOneOf: "such", "well"))
  }

  static func isSpeaker(_ tokens: Range<Int>, _ text: Text) -> Bool {
    text.tokens[tokens].contains {
      $0.is([.role, .collective, .organisationHead, .he, .she, .they, .otherPronoun])
        || $0.isCapitalised && $0.isWord && !$0.is([.function, .weekday, .month])
    }
  }
}
