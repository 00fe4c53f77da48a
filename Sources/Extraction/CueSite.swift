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
    if text.word(index, isOneOf: "according"), text.word(index + 1, isOneOf: "to") {
      return accordingTo(index, sentence, text)
    }
    if text.word(index, isOneOf: "put", "puts"), text.word(index + 1, isOneOf: "it") {
      return putIt(index, sentence, text)
    }
    guard token.is([.cue, .nounCue]), token.isWord else { return nil }
    if token.is(.nounCue), let site = noun(index, sentence, text) { return site }
    guard token.is(.cue), isVerb(index, sentence, text) else { return nil }
    if isParticiple(index, text), !follows(index, "is", sentence, text) {
      return participle(index, sentence, last, text)
    }
    if text.word(index - 1, isOneOf: "to"), index > sentence.lowerBound {
      return participle(index, sentence, last, text)
    }
    return inverted(index, sentence, text) ?? plain(index, sentence, last, text)
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

  private static func accordingTo(
    _ index: Int, _ sentence: Range<Int>, _ text: Text
  ) -> CueSite? {
    guard index + 2 < sentence.upperBound else { return nil }
    let phrase = NounPhrase.starting(at: index + 2, to: sentence.upperBound, text)
    let end = phrase?.tokens.upperBound ?? index + 2
    return CueSite(
      tokens: index..<(index + 2), subject: phrase, whole: index..<end, form: .accordingTo)
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

  /// “post”, “posts”; not “said”, “posted”.
  private static func isPresent(_ index: Int, _ text: Text) -> Bool {
    let word = text.string(text.tokens[index].range).lowercased()
    let lemma = text.lexeme(index).lemma
    return word == lemma || word == lemma + "s" || word == lemma + "es"
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
    guard index > sentence.lowerBound, !LeadingContent.isAddressed(index, text) else { return nil }
    let before = text.tokens[index - 1]
    guard before.kind == .comma || before.isMark,
      let phrase = NounPhrase.starting(at: index + 1, to: sentence.upperBound, text),
      Subjects.canSpeak(phrase, text)
    else { return nil }
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

/// Whether a word that could be a noun is the verb here.
extension CueSites {
  static func isVerb(_ index: Int, _ sentence: Range<Int>, _ text: Text) -> Bool {
    let token = text.tokens[index]
    if token.isCapitalised { return index == sentence.lowerBound && isParticiple(index, text) }
    guard index > sentence.lowerBound else { return isParticiple(index, text) }
    let before = text.tokens[index - 1]
    if before.kind == .hyphen { return false }
    if index + 1 < sentence.upperBound, text.tokens[index + 1].kind == .hyphen { return false }
    if text.word(index - 1, isOneOf: "the", "a", "an") { return false }
    if before.is([.determiner, .possessive]), !before.isCapitalised,
      !text.word(
        index - 1, isOneOf: "that", "this", "all", "both", "many", "some", "most", "several", "few",
        "those", "these", "others")
    {
      return false
    }
    if text.lexeme(index).lemma != "say", isDescribed(index, sentence, text) { return false }
    if before.is(.preposition), !before.isCapitalised {
      // by saying, of accusing; to say; “as saying”
      return isParticiple(index, text) || text.word(index - 1, isOneOf: "to")
    }
    if before.kind == .clitic {
      return isParticiple(index, text) || text.word(index, isOneOf: "said")
    }
    if isPassive(index, sentence, text) { return false }
    if isNegated(index, sentence, text) { return false }
    if token.is([.placeNoun, .figureNoun, .controlNoun]), isPresent(index, text) {
      // “the most populous state”, “in big states”; “they state that”
      return before.is([.pronoun, .relative])
    }
    if token.is(.nounCue) || isNounLike(index, text) {
      return before.is([.pronoun, .adverb, .auxiliary, .relative, .collective])
        || before.isCapitalised || before.isMark
        || before.kind == .comma || before.kind == .closeBracket
        || text.word(index - 1, isOneOf: "and")
        || index + 1 < sentence.upperBound && text.word(index + 1, isOneOf: "that")
    }
    return true
  }

  /// “a widely read channel”: adverbs lead back to a determiner.
  private static func isDescribed(_ index: Int, _ sentence: Range<Int>, _ text: Text) -> Bool {
    var before = index - 1
    while before > sentence.lowerBound, text.tokens[before].isWord, endsAsAdverb(before, text) {
      before -= 1
    }
    return before < index - 1 && text.tokens[before].is([.determiner, .possessive])
      && !text.word(before, isOneOf: "that", "this", "some", "all", "both", "many", "others")
  }

  static func endsAsAdverb(_ index: Int, _ text: Text) -> Bool {
    text.bytes[text.tokens[index].range].suffix(2).elementsEqual([0x6C, 0x79])
  }

  /// Base forms and third persons that are plural nouns as well: calls, demands, reports.
  private static func isNounLike(_ index: Int, _ text: Text) -> Bool {
    let range = text.tokens[index].range
    let last = text.bytes[range.upperBound - 1]
    return text.tokens[index].is([.objectCue, .infinitiveCue]) && last != 0x64
      && !isParticiple(index, text)
  }

  static func isParticiple(_ index: Int, _ text: Text) -> Bool {
    let range = text.tokens[index].range
    guard range.count > 5 else { return false }
    return text.bytes[(range.upperBound - 3)..<range.upperBound].elementsEqual([0x69, 0x6E, 0x67])
  }

  /// “was told”, “is being described”.
  static func isPassive(_ index: Int, _ sentence: Range<Int>, _ text: Text) -> Bool {
    !isParticiple(index, text) && follows(index, "is", sentence, text)
  }

  /// A form of “to be” stands before, adverbs between.
  static func follows(
    _ index: Int, _ verb: StaticString, _ sentence: Range<Int>, _ text: Text
  ) -> Bool {
    var before = index - 1
    while before >= sentence.lowerBound, text.tokens[before].is([.adverb, .negation]),
      index - before < 4
    { before -= 1 }
    return before >= sentence.lowerBound
      && text.word(
        before, isOneOf: "is", "are", "was", "were", "be", "been", "being", "am", "get", "got",
        "gets")
  }

  private static func isNegated(_ index: Int, _ sentence: Range<Int>, _ text: Text) -> Bool {
    (max(sentence.lowerBound, index - 3)..<index).contains {
      text.tokens[$0].is(.negation) && text.runOfToken[$0] < 0
    }
  }
}

/// The subject of a sentence that begins with it.
enum SentenceSubject {
  static func find(_ sentence: Range<Int>, before end: Int, _ text: Text) -> NounPhrase? {
    let limit = min(end, sentence.lowerBound + 40)
    for index in sentence.lowerBound..<limit {
      let token = text.tokens[index]
      guard text.runOfToken[index] < 0, token.isWord,
        token.is(.auxiliary) || token.is(.cue) && !token.is(.nounCue), !token.isCapitalised,
        let phrase = Subjects.before(index, from: sentence.lowerBound, text),
        Subjects.canSpeak(phrase, text)
      else { continue }
      return phrase
    }
    return leading(sentence, limit, text)
  }

  /// Behind “Speaking in Ohio,” and its like: words that only lead up to the subject.
  private static func behindFront(_ start: Int, _ limit: Int, _ text: Text) -> Int {
    guard start < limit, CueSites.isParticiple(start, text), text.runOfToken[start] < 0 else {
      return start
    }
    let comma = (start..<limit).first { text.tokens[$0].kind == .comma && text.runOfToken[$0] < 0 }
    return comma.map { $0 + 1 } ?? start
  }

  /// The first name that no preposition governs.
  private static func leading(_ sentence: Range<Int>, _ limit: Int, _ text: Text) -> NounPhrase? {
    var index = behindFront(sentence.lowerBound, limit, text)
    while index < limit {
      if let phrase = NounPhrase.starting(at: index, to: limit, text), phrase.tokens.count < 12 {
        if Subjects.canSpeak(phrase, text) { return phrase }
        index = phrase.tokens.upperBound
      } else {
        index += 1
      }
    }
    return nil
  }
}
