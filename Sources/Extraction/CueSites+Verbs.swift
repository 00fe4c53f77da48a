// Whether a word that could be a noun is the verb here.

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
      return before.is([.pronoun, .relative]) || text.word(index + 1, isOneOf: "that")
    }
    if isPresent(index, text), precedesOther(index, sentence, text) { return false }
    if token.is(.nounCue) || isNounLike(index, text) {
      return before.is([.pronoun, .adverb, .auxiliary, .relative, .collective])
        || before.isCapitalised || before.isMark
        || before.kind == .comma || before.kind == .closeBracket
        || text.word(index - 1, isOneOf: "and")
        || index + 1 < sentence.upperBound
          && (text.word(index + 1, isOneOf: "that") || text.tokens[index + 1].kind == .stop)
    }
    return true
  }

  /// “Cost ‹estimates›, he added, were …”: another verb of speech with its subject in commas.
  private static func precedesOther(
    _ index: Int, _ sentence: Range<Int>, _ text: Text
  ) -> Bool {
    guard index + 4 < sentence.upperBound, text.tokens[index + 1].kind == .comma,
      text.runOfToken[index + 2] < 0
    else { return false }
    return text.tokens[index + 3].is(.cue) && text.tokens[index + 4].kind == .comma
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

  /// “post”, “posts”; not “said”, “posted”.
  static func isPresent(_ index: Int, _ text: Text) -> Bool {
    let word = text.string(text.tokens[index].range).lowercased()
    let lemma = text.lexeme(index).lemma
    return word == lemma || word == lemma + "s" || word == lemma + "es"
  }
}
