// Verbs and phrases that attribute, with the one they belong to.

/// A cue in a sentence.
struct CueSite {
  /// The cue's own words: “said”, “according to”.
  let tokens: Range<Int>
  /// Nil where the sentence does not say whose words they are.
  let subject: NounPhrase?
  /// Where the words of cue and subject together begin and end.
  let whole: Range<Int>
  let form: Form

  enum Form {
    /// Reed said.
    case plain
    /// said Reed
    case inverted
    /// …, adding that …; to say that …
    case participle
    /// according to Reed
    case accordingTo
    /// his promise to …
    case noun
    /// … was reported by Reed
    case passive
  }
}

enum CueSites {
  /// The cues of a sentence, outside of marks, in order.
  static func find(in sentence: Sentence, _ text: Text) -> [CueSite] {
    var sites: [CueSite] = []
    for index in sentence.tokens where text.runOfToken[index] < 0 {
      if let last = sites.last, last.tokens.upperBound > index { continue }
      if let site = site(at: index, sentence.tokens, sites.last, text) { sites.append(site) }
    }
    return sites
  }

  private static func site(
    at index: Int, _ sentence: Range<Int>, _ last: CueSite?, _ text: Text
  ) -> CueSite? {
    let token = text.tokens[index]
    guard token.isWord else { return nil }
    if text.word(index, in: .phrase), let site = phrase(index, sentence, text) { return site }
    guard token.is([.cue, .nounCue]) else { return unlisted(index, sentence, text) }
    if token.is(.nounCue), let site = noun(index, sentence, text) { return site }
    if let site = passive(index, sentence, text) { return site }
    guard token.is(.cue), isVerb(index, sentence, text) else { return nil }
    if isParticiple(index, text), !follows(index, "is", sentence, text) {
      return participle(index, sentence, last, text)
    }
    if text.word(index - 1, isOneOf: "to"), index > sentence.lowerBound {
      return participle(index, sentence, last, text)
    }
    return inverted(index, sentence, text) ?? plain(index, sentence, last, text)
  }

  /// “…,” an angry mayor ‹retaliated›: a verb in the past that no list has, whose subject begins right
  /// behind marked words and their comma.
  private static func unlisted(
    _ index: Int, _ sentence: Range<Int>, _ text: Text
  ) -> CueSite? {
    let token = text.tokens[index]
    guard token.range.count > 4, !token.isCapitalised, !token.is([.auxiliary, .adverb, .role]),
      text.bytes[token.range].suffix(2).elementsEqual([0x65, 0x64]),
      let run = (max(sentence.lowerBound, index - 8)..<index).last(where: {
        text.runOfToken[$0] >= 0
      }),
      let last = text.runs[Int(text.runOfToken[run])].content.last,
      [.comma, .question, .exclamation].contains(text.tokens[last].kind)
    else { return nil }
    if run + 1 == index {
      guard let phrase = NounPhrase.starting(at: index + 1, to: sentence.upperBound, text),
        Subjects.canSpeak(phrase, text)
      else { return nil }
      return CueSite(
        tokens: index..<(index + 1), subject: phrase, whole: index..<phrase.tokens.upperBound,
        form: .inverted)
    }
    guard let phrase = NounPhrase.ending(before: index, from: run + 1, text),
      phrase.tokens.lowerBound == run + 1, Subjects.canSpeak(phrase, text)
    else { return nil }
    return CueSite(
      tokens: index..<(index + 1), subject: phrase, whole: phrase.tokens.lowerBound..<(index + 1),
      form: .plain)
  }

  private static func phrase(
    _ index: Int, _ sentence: Range<Int>, _ text: Text
  ) -> CueSite? {
    if text.word(index, isOneOf: "according"), text.word(index + 1, isOneOf: "to") {
      return accordingTo(index, length: 2, sentence, text)
    }
    if text.word(index, isOneOf: "in"), text.word(index + 1, isOneOf: "the"),
      text.word(index + 2, isOneOf: "words"), text.word(index + 3, isOneOf: "of")
    {
      return accordingTo(index, length: 4, sentence, text)
    }
    let isPut = text.word(index, isOneOf: "put", "puts") && text.word(index + 1, isOneOf: "it")
    return isPut ? putIt(index, sentence, text) : nil
  }

  /// “as Reed put it”
  private static func putIt(
    _ index: Int, _ sentence: Range<Int>, _ text: Text
  ) -> CueSite? {
    guard index + 2 < sentence.upperBound, !text.tokens[index + 2].isWord,
      let subject = Subjects.before(index, from: sentence.lowerBound, text)
    else { return nil }
    let first = subject.tokens.lowerBound
    let hasAs = first > sentence.lowerBound && text.word(first - 1, isOneOf: "as")
    return CueSite(
      tokens: index..<(index + 2), subject: subject,
      whole: (hasAs ? first - 1 : first)..<(index + 2), form: .plain)
  }

  /// “according to Reed”, “in the words of Reed”
  private static func accordingTo(
    _ index: Int, length: Int, _ sentence: Range<Int>, _ text: Text
  ) -> CueSite? {
    guard index + length < sentence.upperBound else { return nil }
    let phrase = NounPhrase.starting(at: index + length, to: sentence.upperBound, text)
    let end = phrase?.tokens.upperBound ?? index + length
    return CueSite(
      tokens: index..<(index + length), subject: phrase, whole: index..<end, form: .accordingTo)
  }

  private static func plain(
    _ index: Int, _ sentence: Range<Int>, _ last: CueSite?, _ text: Text
  ) -> CueSite? {
    if let subject = Subjects.before(index, from: sentence.lowerBound, text) {
      if isNoun(index, of: subject, sentence, text) { return nil }
      return CueSite(
        tokens: index..<(index + 1), subject: subject,
        whole: min(subject.tokens.lowerBound, index)..<(index + 1), form: .plain)
    }
    // “Reed said no and promised more”: the verb shares the subject of the one before it.
    guard index > sentence.lowerBound,
      text.word(index - 1, isOneOf: "and", "but", "or")
        || text.tokens[index - 1].is([.adverb, .auxiliary])
    else { return nil }
    let subject =
      Subjects.pronoun(before: index, from: sentence.lowerBound, text) ?? last?.subject
      ?? SentenceSubject.find(sentence, before: index, text)
    guard let subject else { return nil }
    return CueSite(
      tokens: index..<(index + 1), subject: subject, whole: index..<(index + 1), form: .participle)
  }

  /// “in a Facebook ‹post›”, “the 2012 ‹request›”: the words before a verb in the present that could be
  /// a noun are what it is the noun of, where a preposition governs them or one thing has them.
  private static func isNoun(
    _ index: Int, of subject: NounPhrase, _ sentence: Range<Int>, _ text: Text
  ) -> Bool {
    let first = subject.tokens.lowerBound
    guard subject.tokens.upperBound == index, isPresent(index, text) else { return false }
    if first > sentence.lowerBound, text.tokens[first - 1].is(.preposition),
      !text.word(first - 1, isOneOf: "but", "like", "as")
    {
      return true
    }
    let isBase = text.bytes[text.tokens[index].range.upperBound - 1] != 0x73
    return isBase && text.word(first, isOneOf: "a", "an", "this", "each", "every", "another")
      && !text.tokens[subject.tokens].contains { $0.is([.collective, .conjunction]) }
  }

  private static func participle(
    _ index: Int, _ sentence: Range<Int>, _ last: CueSite?, _ text: Text
  ) -> CueSite? {
    if let subject = accompanying(index, from: sentence.lowerBound, text) {
      return CueSite(
        tokens: index..<(index + 1), subject: subject,
        whole: (subject.tokens.lowerBound - 1)..<(index + 1), form: .participle)
    }
    let subject = last?.subject ?? SentenceSubject.find(sentence, before: index, text)
    return CueSite(
      tokens: index..<(index + 1), subject: subject, whole: index..<(index + 1), form: .participle)
  }

  /// “…, with ‹Senator Ruiz› calling it …”
  private static func accompanying(
    _ index: Int, from start: Int, _ text: Text
  ) -> NounPhrase? {
    guard let phrase = NounPhrase.ending(before: index, from: start, text),
      phrase.tokens.lowerBound > start,
      text.word(phrase.tokens.lowerBound - 1, isOneOf: "with"), isParticiple(index, text)
    else { return nil }
    return phrase
  }

  /// “…,” said Reed: a comma or mark before the verb, and a phrase behind it that ends there.
  private static func inverted(
    _ index: Int, _ sentence: Range<Int>, _ text: Text
  ) -> CueSite? {
    guard index > sentence.lowerBound, !ContentStart.isAddressed(index, text) else { return nil }
    let before = text.tokens[index - 1]
    guard before.kind == .comma || before.isMark, !isInterrupted(index, sentence, text),
      let phrase = NounPhrase.starting(at: index + 1, to: sentence.upperBound, text),
      Subjects.canSpeak(phrase, text)
        || before.isMark && text.tokens[phrase.tokens.lowerBound].is([.determiner, .possessive])
    else { return nil }
    if before.kind == .comma, holdsClause(phrase, text) { return nil }
    let end = phrase.tokens.upperBound
    let follower = end < sentence.upperBound ? text.tokens[end] : nil
    // “Mr. Shelby, who heads the committee, said the gifts “call it into question””
    if end < sentence.upperBound, text.runOfToken[end] >= 0, before.kind == .comma { return nil }
    let ends =
      follower.map {
        !$0.isWord || $0.is([.preposition, .relative, .weekday, .adverb, .conjunction])
      } ?? true
    guard ends else { return nil }
    return CueSite(
      tokens: index..<(index + 1), subject: phrase, whole: index..<end, form: .inverted)
  }

  /// “Officials, though, ‹say›”
  private static func isInterrupted(_ index: Int, _ sentence: Range<Int>, _ text: Text) -> Bool {
    index - 3 > sentence.lowerBound && text.tokens[index - 1].kind == .comma
      && text.tokens[index - 3].kind == .comma
      && text.word(index - 2, isOneOf: "though", "however", "meanwhile", "too", "instead")
  }

  /// “said the Khan family ‹deserved› better”: what a verb in the past is said of is no speaker.
  private static func holdsClause(_ phrase: NounPhrase, _ text: Text) -> Bool {
    phrase.tokens.dropFirst(2).contains { index in
      let (token, before) = (text.tokens[index], text.tokens[index - 1])
      return token.isWord && !token.isCapitalised && token.range.count > 4
        && text.bytes[token.range].suffix(2).elementsEqual([0x65, 0x64]) && before.isWord
        && !before.is([.determiner, .possessive, .adverb])
        && (!endsAsAdverb(index - 1, text) || text.word(index - 1, isOneOf: "family", "assembly"))
        && index + 1 < phrase.tokens.upperBound
    }
  }

  /// “the attack was first ‹reported› by the agency”
  private static func passive(
    _ index: Int, _ sentence: Range<Int>, _ text: Text
  ) -> CueSite? {
    guard text.tokens[index].is(.cue),
      [.neutral, .confirmed, .claimed].contains(text.lexeme(index).stance),
      index + 2 < sentence.upperBound, text.word(index + 1, isOneOf: "by"),
      isPassive(index, sentence, text),
      let phrase = NounPhrase.starting(at: index + 2, to: sentence.upperBound, text),
      Subjects.isSpeaker(phrase.tokens, text)
    else { return nil }
    var first = index
    while first - 1 > sentence.lowerBound, text.tokens[first - 1].is([.auxiliary, .adverb]) {
      first -= 1
    }
    return CueSite(
      tokens: index..<(index + 1), subject: phrase, whole: first..<phrase.tokens.upperBound,
      form: .passive)
  }

  /// “his promise to be neutral”, “the ministry’s claim that …”
  private static func noun(
    _ index: Int, _ sentence: Range<Int>, _ text: Text
  ) -> CueSite? {
    guard index > sentence.lowerBound, index + 1 < sentence.upperBound,
      text.word(index + 1, isOneOf: "that", "to")
    else { return nil }
    var owner = index - 1
    while owner > sentence.lowerBound, index - owner < 4, text.tokens[owner].isWord,
      !text.tokens[owner].is([.possessive, .preposition, .determiner, .auxiliary])
    {
      owner -= 1
    }
    let token = text.tokens[owner]
    if token.is(.possessive) {
      return CueSite(
        tokens: index..<(index + 1), subject: NounPhrase(tokens: owner..<(owner + 1)),
        whole: owner..<(index + 1), form: .noun)
    }
    guard token.kind == .clitic,
      let phrase = NounPhrase.ending(before: owner, from: sentence.lowerBound, text)
    else { return nil }
    return CueSite(
      tokens: index..<(index + 1), subject: phrase,
      whole: phrase.tokens.lowerBound..<(index + 1), form: .noun)
  }
}
