// Verbs of speech and who they belong to, in languages that the rules know by their word lists.

enum ListedCues {
  /// The cues of a sentence, outside of marks, in order.
  static func find(in sentence: Sentence, _ text: Text) -> [CueSite] {
    var sites: [CueSite] = []
    for index in sentence.tokens where text.runOfToken[index] < 0 {
      if let last = sites.last, last.tokens.upperBound > index { continue }
      let site =
        citing(index, sentence.tokens, text) ?? verb(index, sentence.tokens, sites.last, text)
      if let site { sites.append(site) }
    }
    return sites
  }

  /// “selon X”, «за словами X»
  private static func citing(_ index: Int, _ sentence: Range<Int>, _ text: Text) -> CueSite? {
    guard text.word(index, in: .citing), index + 1 < sentence.upperBound else {
      return nil
    }
    let phrases = text.lexicon.citing.filter { text.folded(index) == $0[0] }
    // «за ‹її› словами»
    if text.tokens[index + 1].is(.possessive), index + 2 < sentence.upperBound,
      phrases.contains(where: { $0.count == 2 && $0[1] == text.folded(index + 2) })
    {
      return CueSite(
        tokens: index..<(index + 3), subject: NounPhrase(tokens: (index + 1)..<(index + 2)),
        whole: index..<(index + 3), form: .accordingTo)
    }
    let lengths = phrases.filter { phrase in
      index + phrase.count < sentence.upperBound
        && phrase.indices.allSatisfy { text.folded(index + $0) == phrase[$0] }
    }
    guard let length = lengths.map(\.count).max(),
      let phrase = ListedPhrase.starting(at: index + length, to: sentence.upperBound, text)
    else { return nil }
    return CueSite(
      tokens: index..<(index + length), subject: phrase, whole: index..<phrase.tokens.upperBound,
      form: .accordingTo)
  }

  private static func verb(
    _ index: Int, _ sentence: Range<Int>, _ last: CueSite?, _ text: Text
  ) -> CueSite? {
    let token = text.tokens[index]
    if isUnlisted(index, sentence, text) { return unlisted(index, sentence, text) }
    guard token.is(.cue), !token.isCapitalised || index == sentence.lowerBound else { return nil }
    let group = group(index, sentence.lowerBound, text)
    guard isVerb(index, group, text) else { return nil }
    if isPassive(group, index, text) { return passive(index, group, sentence, text) }
    if text.ends(index, in: text.lexicon.gerunds) {
      return participle(index, sentence, last, text)
    }
    return attributed(index, group, sentence, text) ?? joined(index, group, sentence, last, text)
      ?? unnamed(index, group, sentence, text)
  }

  /// Where auxiliaries, adverbs and pronouns before a verb begin: “ne l’a pas ‹dit›”, “a-t-il ‹dit›”.
  private static func group(_ index: Int, _ start: Int, _ text: Text) -> Int {
    var first = index
    while first > start, text.runOfToken[first - 1] < 0 {
      let token = text.tokens[first - 1]
      let isHyphen = token.kind == .hyphen && !text.tokens[first].shape.contains(.afterSpace)
      let isInverted =
        first - 1 > start && text.tokens[first - 2].kind == .hyphen
        && !token.shape.contains(.afterSpace)
      // “a ‹simplement› dit”: an adverb on no list.
      let isBetween =
        token.isWord && !token.isCapitalised && first - 1 > start && first == index
        && ListedPhrase.isNoun(first - 1, text) && text.tokens[first - 2].is(.auxiliary)
        && text.ends(index, in: text.lexicon.participles)
      guard
        isHyphen || isBetween
          || token.isWord
            && (token.is([.auxiliary, .adverb, .negation]) || isInverted
              || text.word(first - 1, in: .clitic))
      else { break }
      first -= 1
    }
    return first
  }

  private static func isVerb(_ index: Int, _ group: Int, _ text: Text) -> Bool {
    let needsAuxiliary =
      text.ends(index, in: text.lexicon.participles)
      || text.ends(index, in: text.lexicon.infinitives)
    if needsAuxiliary, !(group..<index).contains(where: { text.tokens[$0].is(.auxiliary) }),
      index == 0 || !text.word(index - 1, in: .and)
    {
      return false
    }
    guard index > 0 else { return true }
    let before = text.tokens[index - 1]
    if before.is(.determiner), text.tokens[index].is(.nounCue) { return false }
    if before.is(.determiner), !text.word(index - 1, in: .clitic) { return false }
    return !before.is([.preposition, .possessive]) || before.is(.pronoun)
      || text.ends(index, in: text.lexicon.gerunds)
      || text.word(index - 1, in: [.as, .clitic])
  }

  // MARK: - Verbs that no list has

  /// « … », tonne X; «…», – відрізав міністр: behind marked words and a comma or dash.
  private static func isUnlisted(_ index: Int, _ sentence: Range<Int>, _ text: Text) -> Bool {
    let token = text.tokens[index]
    guard index > sentence.lowerBound + 1, token.isWord, !token.isCapitalised,
      !token.is([.cue, .role]),
      ListedPhrase.isNoun(index, text)
    else { return false }
    var before = index - 1
    if text.tokens[before].kind == .dash { before -= 1 }
    if before > sentence.lowerBound, text.tokens[before].kind == .comma { before -= 1 }
    guard before < index - 1, before >= sentence.lowerBound, text.runOfToken[before] >= 0,
      text.lexicon.verbs.isEmpty || text.ends(index, in: text.lexicon.verbs)
    else { return false }
    // « Azur », filiale du groupe
    return text.runs[Int(text.runOfToken[before])].content.count > 2
  }

  private static func unlisted(
    _ index: Int, _ sentence: Range<Int>, _ text: Text
  ) -> CueSite? {
    guard let behind = ListedSubjects.behind(index, sentence, text), Subjects.canSpeak(behind, text)
    else {
      return nil
    }
    return site(index, behind, index..<behind.tokens.upperBound, isCited: false, isInverted: true)
  }

  // MARK: - Forms

  /// “a été annoncé par X”
  private static func isPassive(_ group: Int, _ index: Int, _ text: Text) -> Bool {
    (group..<index).contains { text.word($0, in: .be) }
      && !(group..<index).contains { text.word($0, in: .clitic) }
  }

  private static func passive(
    _ index: Int, _ group: Int, _ sentence: Range<Int>, _ text: Text
  ) -> CueSite? {
    guard index + 2 < sentence.upperBound, text.word(index + 1, in: .by),
      let phrase = ListedPhrase.starting(at: index + 2, to: sentence.upperBound, text)
    else { return nil }
    return CueSite(
      tokens: index..<(index + 1), subject: phrase, whole: group..<phrase.tokens.upperBound,
      form: .inverted)
  }

  /// “…, ajoutant que”: whoever spoke before it in the sentence.
  private static func participle(
    _ index: Int, _ sentence: Range<Int>, _ last: CueSite?, _ text: Text
  ) -> CueSite? {
    guard let subject = last?.subject ?? ListedSubjects.leading(sentence, before: index, text)
    else { return nil }
    return CueSite(
      tokens: index..<(index + 1), subject: subject, whole: index..<(index + 1), form: .participle)
  }

  /// With a subject before or behind it.
  private static func attributed(
    _ index: Int, _ group: Int, _ sentence: Range<Int>, _ text: Text
  ) -> CueSite? {
    let cited = group > sentence.lowerBound && text.word(group - 1, in: .as)
    let start = cited ? group - 1 : group
    if let pronoun = ListedSubjects.hyphened(index, group, sentence, text) {
      return site(
        index, pronoun, start..<max(index + 1, pronoun.tokens.upperBound), isCited: cited,
        isInverted: true)
    }
    let before = cited ? nil : ListedSubjects.before(group, sentence, text)
    if let before, !isParted(before, group) || isFollowed(index, sentence, text) {
      return site(
        index, before, before.tokens.lowerBound..<(index + 1),
        isCited: isCited(before, sentence, text), isInverted: false)
    }
    if let there = ListedSubjects.inPlace(index, sentence, text) {
      return site(index, there, start..<there.tokens.upperBound, isCited: cited, isInverted: true)
    }
    if let behind = ListedSubjects.behind(index, sentence, text),
      mayInvert(group, behind, sentence, text)
    {
      return site(index, behind, start..<behind.tokens.upperBound, isCited: cited, isInverted: true)
    }
    return before.map {
      site(
        index, $0, $0.tokens.lowerBound..<(index + 1), isCited: isCited($0, sentence, text),
        isInverted: false)
    }
  }

  private static func site(
    _ index: Int, _ subject: NounPhrase, _ whole: Range<Int>, isCited: Bool, isInverted: Bool
  ) -> CueSite {
    CueSite(
      tokens: index..<(index + 1), subject: subject, whole: whole,
      form: isCited ? .accordingTo : isInverted ? .inverted : .plain)
  }

  /// «як ‹президент› сказав»
  private static func isCited(
    _ subject: NounPhrase, _ sentence: Range<Int>, _ text: Text
  ) -> Bool {
    let first = subject.tokens.lowerBound
    return first > sentence.lowerBound && text.word(first - 1, in: .as)
  }

  /// How far behind a verb “que” or a colon may stand, for those who are told, in tokens.
  private static let told = 8

  /// “que” or a colon stands behind the verb and those who are told.
  private static func isFollowed(_ index: Int, _ sentence: Range<Int>, _ text: Text) -> Bool {
    for next in (index + 1)..<max(index + 1, min(index + 1 + told, sentence.upperBound)) {
      if text.runOfToken[next] >= 0 || text.tokens[next].is(.cue) { return false }
      if text.tokens[next].kind == .comma {
        return next + 1 < sentence.upperBound && text.word(next + 1, in: .that)
      }
      if text.word(next, in: .that) || text.tokens[next].kind == .colon { return true }
    }
    return false
  }

  /// A comma or “qui” stands between: the phrase may belong to another verb.
  private static func isParted(_ phrase: NounPhrase, _ group: Int) -> Bool {
    phrase.tokens.upperBound < group
  }

  /// Behind marks, commas and dashes the subject follows its verb; elsewhere if it is somebody who can
  /// speak.
  private static func mayInvert(
    _ group: Int, _ phrase: NounPhrase, _ sentence: Range<Int>, _ text: Text
  ) -> Bool {
    guard group > sentence.lowerBound else { return Subjects.canSpeak(phrase, text) }
    let before = text.tokens[group - 1]
    if before.isMark || before.kind == .dash || before.kind == .comma
      || text.runOfToken[group - 1] >= 0
    {
      return true
    }
    return Subjects.canSpeak(phrase, text)
  }

  /// “X a dit que … et ‹ajouté› que …”
  private static func joined(
    _ index: Int, _ group: Int, _ sentence: Range<Int>, _ last: CueSite?, _ text: Text
  ) -> CueSite? {
    guard group > sentence.lowerBound,
      text.tokens[group - 1].is(.conjunction) || text.tokens[group - 1].kind == .comma,
      !text.word(group - 1, in: .that),
      let subject = last?.subject ?? ListedSubjects.leading(sentence, before: group, text)
    else { return nil }
    return CueSite(
      tokens: index..<(index + 1), subject: subject, whole: group..<(index + 1), form: .participle)
  }

  /// Nobody is named: «…, – додав.»
  private static func unnamed(
    _ index: Int, _ group: Int, _ sentence: Range<Int>, _ text: Text
  ) -> CueSite? {
    let isCited = group > sentence.lowerBound && text.runOfToken[group - 1] >= 0
    let isDash = group > sentence.lowerBound && text.tokens[group - 1].kind == .dash
    guard isCited || isDash || group == sentence.lowerBound else { return nil }
    return CueSite(
      tokens: index..<(index + 1), subject: nil, whole: group..<(index + 1), form: .plain)
  }
}
