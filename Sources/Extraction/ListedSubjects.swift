// Who a verb of speech belongs to, in languages that the rules know by their word lists.

enum ListedSubjects {
  /// How far before its verb a subject may stand, and how far into a sentence one is looked for, in
  /// tokens.
  private static let reach = 40

  /// “dit‹-il›”, “a-t-‹elle› ajouté”
  static func hyphened(
    _ index: Int, _ group: Int, _ sentence: Range<Int>, _ text: Text
  ) -> NounPhrase? {
    for position in group..<min(index + 5, sentence.upperBound) where position > sentence.lowerBound
    {
      if position > index, text.tokens[position].kind != .hyphen,
        text.tokens[position - 1].kind != .hyphen,
        position > index + 1 || text.tokens[position].kind != .word
      {
        return nil
      }
      let token = text.tokens[position]
      if text.tokens[position - 1].kind == .hyphen, token.is([.he, .she, .they, .otherPronoun]),
        token.isWord, !text.word(position, in: .grammatical) || token.is([.he, .she, .they])
      {
        return NounPhrase(tokens: position..<(position + 1))
      }
    }
    return nil
  }

  /// The subject before; that of “qui” is what it refers to, across appositions.
  static func before(
    _ group: Int, _ sentence: Range<Int>, _ text: Text
  ) -> NounPhrase? {
    guard group > sentence.lowerBound else { return nil }
    var end = group
    if text.tokens[end - 1].is(.relative), !text.word(end - 1, in: .that) {
      end -= 1
      if end > sentence.lowerBound, text.tokens[end - 1].kind == .comma { end -= 1 }
    }
    guard end > sentence.lowerBound else { return nil }
    if text.tokens[end - 1].kind == .comma {
      return acrossAppositions(end - 1, sentence.lowerBound, text)
    }
    guard let phrase = ListedPhrase.ending(before: end, from: sentence.lowerBound, text),
      !isGoverned(phrase, sentence.lowerBound, text) || isAt(phrase, group, sentence, text)
    else { return nil }
    return phrase
  }

  /// «У поліції сказали»: those who are there.
  private static func isAt(
    _ phrase: NounPhrase, _ group: Int, _ sentence: Range<Int>, _ text: Text
  ) -> Bool {
    let first = phrase.tokens.lowerBound
    guard first > sentence.lowerBound, text.word(first - 1, in: .at) else {
      return false
    }
    let verb = (group..<sentence.upperBound).first { text.tokens[$0].is(.cue) } ?? group
    return text.ends(verb, in: text.lexicon.plurals) && isBody(phrase, text)
  }

  private static func isGoverned(_ phrase: NounPhrase, _ start: Int, _ text: Text) -> Bool {
    let first = phrase.tokens.lowerBound
    return first > start && text.tokens[first - 1].is(.preposition)
  }

  /// “Ana Ruiz, porte-parole de l’armée, a dit”: the phrase before the first comma.
  private static func acrossAppositions(_ comma: Int, _ start: Int, _ text: Text) -> NounPhrase? {
    var found: NounPhrase?
    var index = comma
    while index >= max(start, comma - reach), text.runOfToken[index] < 0 {
      let token = text.tokens[index]
      if token.kind == .semicolon || token.kind == .colon { break }
      if index < comma, token.is(.cue), !token.isCapitalised, !token.is([.role, .nounCue]),
        !(max(start, index - 3)..<index).contains(where: { text.tokens[$0].is(.relative) })
      {
        break
      }
      if token.kind == .comma, let phrase = ListedPhrase.ending(before: index, from: start, text),
        Subjects.canSpeak(phrase, text), !isGoverned(phrase, start, text)
      {
        found = phrase
      }
      index -= 1
    }
    return found
  }

  /// The subject behind, adverbs and whom it was said to between.
  static func behind(
    _ index: Int, _ sentence: Range<Int>, _ text: Text
  ) -> NounPhrase? {
    var start = index + 1
    while start < sentence.upperBound, text.runOfToken[start] < 0, text.tokens[start].isWord {
      let token = text.tokens[start]
      if token.is([.adverb, .weekday])
        || text.word(start, in: .clitic) && !token.is(.determiner)
      {
        start += 1
      } else if token.is(.preposition), let end = skipped(start, sentence.upperBound, text) {
        start = end
      } else {
        break
      }
    }
    return ListedPhrase.starting(at: start, to: sentence.upperBound, text)
  }

  /// «повідомили в ‹ДСНС›»: those who are there, behind their verb.
  static func inPlace(
    _ index: Int, _ sentence: Range<Int>, _ text: Text
  ) -> NounPhrase? {
    guard index + 2 < sentence.upperBound, text.word(index + 1, in: .at),
      text.ends(index, in: text.lexicon.plurals),
      let phrase = ListedPhrase.starting(at: index + 2, to: sentence.upperBound, text),
      isBody(phrase, text)
    else { return nil }
    return phrase
  }

  private static func isBody(_ phrase: NounPhrase, _ text: Text) -> Bool {
    text.tokens[phrase.tokens].contains {
      $0.is([.organisationHead, .knownOrganisation, .collective]) || $0.isCapitalised
    }
  }

  /// “à l’AFP”, «із трибуни»: a preposition, its determiners and one noun, before another phrase.
  private static func skipped(_ preposition: Int, _ end: Int, _ text: Text) -> Int? {
    var index = preposition + 1
    while index < end, text.tokens[index].is([.determiner, .possessive]) { index += 1 }
    guard index < end, ListedPhrase.isNoun(index, text) || text.tokens[index].is(.weekday) else {
      return nil
    }
    let isName = text.tokens[index].isCapitalised
    index += 1
    while index < end, text.tokens[index].isWord,
      ListedPhrase.isNoun(index, text), isName == text.tokens[index].isCapitalised,
      !text.tokens[index].is([.role, .collective, .organisationHead])
    {
      index += 1
    }
    return index
  }

  /// The first phrase of a sentence that can speak.
  static func leading(
    _ sentence: Range<Int>, before end: Int, _ text: Text
  ) -> NounPhrase? {
    var index = sentence.lowerBound
    while index < min(end, sentence.lowerBound + reach) {
      if let phrase = ListedPhrase.starting(at: index, to: end, text) {
        if Subjects.canSpeak(phrase, text) { return phrase }
        index = phrase.tokens.upperBound
      } else {
        index += 1
      }
    }
    return nil
  }
}
