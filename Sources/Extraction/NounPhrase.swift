// The words that stand for one thing or person: who speaks.

/// A noun phrase; a light parse from word classes, good enough for subjects of verbs of speech.
struct NounPhrase: Equatable {
  /// Determiner, adjectives, name and what hangs on it with “of”.
  let tokens: Range<Int>

  /// The longest phrase considered, in tokens.
  private static let longest = 16

  /// The phrase whose last token stands just before `end`, inside the same marks as `end` if any.
  static func ending(before end: Int, from start: Int, _ text: Text) -> NounPhrase? {
    guard end > start else { return nil }
    let last = text.tokens[end - 1]
    if last.kind == .closeBracket, let open = openBracket(before: end - 1, from: start, text) {
      guard let phrase = ending(before: open, from: start, text) else { return nil }
      return NounPhrase(tokens: phrase.tokens.lowerBound..<end)
    }
    let run = end < text.tokens.count ? text.runOfToken[end] : -1
    guard last.isWord || last.kind == .number || last.kind == .clitic,
      text.runOfToken[end - 1] == run,
      !last.is([.preposition, .conjunction, .auxiliary, .subordinator])
        || last.isCapitalised && !last.is(.function)
    else { return nil }
    if last.is(.pronoun), !last.shape.contains(.capitals) || last.range.count == 1 {
      return NounPhrase(tokens: (end - 1)..<end)
    }
    var first = end - 1
    while first > start, end - first < longest, takes(first - 1, before: first, from: start, text) {
      first -= 1
      if text.tokens[first].kind == .closeBracket {
        first = openBracket(before: first, from: start, text) ?? first
      }
    }
    while first < end - 1,
      text.tokens[first].is([.preposition, .conjunction]) || text.tokens[first].kind == .clitic
    { first += 1 }
    return NounPhrase(tokens: first..<end)
  }

  private static func openBracket(before end: Int, from start: Int, _ text: Text) -> Int? {
    (max(start, end - 12)..<end).last { text.tokens[$0].kind == .openBracket }
  }

  /// True where the phrase goes on to the left with `index`.
  private static func takes(
    _ index: Int, before next: Int, from start: Int, _ text: Text
  ) -> Bool {
    let token = text.tokens[index]
    guard text.runOfToken[index] == text.runOfToken[next] else { return false }
    switch token.kind {
    case .clitic, .hyphen, .number: return true
    case .closeBracket: return !text.tokens[next].is(.determiner)
    case .word: break
    default: return false
    }
    let follower = text.tokens[next]
    if follower.is([.determiner, .possessive]), !follower.isCapitalised || follower.is(.function) {
      return isLink(index, from: start, text)
    }
    if follower.is(.preposition), !follower.isCapitalised {
      return !token.is([
        .preposition, .conjunction, .auxiliary, .adverb, .relative, .weekday, .pronoun,
      ])
        && !(token.is(.cue) && !token.isCapitalised && !token.is([.nounCue, .role]))
    }
    if token.isCapitalised, !token.is(.function) {
      return !token.is([.weekday, .month]) || follower.isCapitalised
    }
    if text.word(index, isOneOf: "and") { return coordinates(index, next, from: start, text) }
    if token.is(.preposition) { return isLink(index, from: start, text) }
    return !token.is([
      .conjunction, .auxiliary, .relative, .subordinator, .adverb, .pronoun, .weekday,
    ])
      && !(token.is(.cue) && !token.is([.nounCue, .role, .adverb]))
  }

  /// “of”, “for” and the like with a noun before them.
  private static func isLink(_ index: Int, from start: Int, _ text: Text) -> Bool {
    guard index > start,
      text.word(
        index, isOneOf: "of", "for", "at", "in", "from", "to", "with", "on", "close", "near",
        "inside")
    else { return false }
    let before = text.tokens[index - 1]
    return before.isWord
      && !before.is([.preposition, .conjunction, .auxiliary, .adverb, .relative, .weekday, .month])
      && !(before.is(.cue) && !before.isCapitalised && !before.is([.nounCue, .role]))
      && text.runOfToken[index - 1] == text.runOfToken[index]
  }

  private static func coordinates(
    _ index: Int, _ next: Int, from start: Int, _ text: Text
  ) -> Bool {
    guard index > start else { return false }
    let (left, right) = (text.tokens[index - 1], text.tokens[next])
    guard left.isWord, text.runOfToken[index - 1] == text.runOfToken[index],
      !left.is([.auxiliary, .preposition, .adverb])
    else { return false }
    return left.isCapitalised == right.isCapitalised || right.is([.determiner, .possessive])
  }

  // MARK: - Behind a verb

  /// The phrase that begins at `start`: “said ‹the head of the administration›”.
  static func starting(at start: Int, to end: Int, _ text: Text) -> NounPhrase? {
    guard start < end, text.runOfToken[start] < 0 else { return nil }
    let first = text.tokens[start]
    guard first.isWord,
      !first.is([.preposition, .conjunction, .auxiliary, .weekday, .relative, .adverb])
        || first.isCapitalised && !first.is([.weekday, .function])
    else { return nil }
    if first.is(.pronoun), !counts(start, end, text) {
      return NounPhrase(tokens: start..<(start + 1))
    }
    var next = start + 1
    while next < end, next - start < longest, continues(next, from: start, end, text) { next += 1 }
    while next > start + 1,
      text.tokens[next - 1].is([.preposition, .determiner, .conjunction, .possessive]),
      !text.tokens[next - 1].isCapitalised
    { next -= 1 }
    return NounPhrase(tokens: start..<next)
  }

  private static func continues(
    _ index: Int, from start: Int, _ end: Int, _ text: Text
  ) -> Bool {
    let token = text.tokens[index]
    guard text.runOfToken[index] < 0 else { return false }
    if token.kind == .hyphen || token.kind == .clitic { return true }
    guard token.isWord, !token.is([.auxiliary, .relative, .subordinator, .weekday, .adverb]) else {
      return false
    }
    if token.isCapitalised { return true }
    if token.is(.preposition) {
      let isNominal =
        !text.tokens[index - 1].isCapitalised || text.tokens[index - 1].is(.organisationHead)
      return isNominal && text.word(index, isOneOf: "of", "for", "at", "from", "in", "with")
    }
    if token.is(.conjunction) { return false }
    return !text.tokens[index - 1].isCapitalised
      || text.tokens[index - 1].is([.organisationHead, .role, .function])
      || text.tokens[index - 1].range.count > 2 && !token.is(.cue)
        && text.tokens[start].is([.determiner, .possessive])
      || leadsToName(index, end, text)
  }

  /// “‹one› Western diplomat”
  private static func counts(_ index: Int, _ end: Int, _ text: Text) -> Bool {
    guard text.word(index, isOneOf: "one"), index + 1 < end, text.runOfToken[index + 1] < 0 else {
      return false
    }
    let next = text.tokens[index + 1]
    return next.isWord
      && !next.is([.preposition, .conjunction, .auxiliary, .adverb, .cue, .relative, .weekday])
  }

  /// “said Republican ‹strategist› Ryan Williams”: what a person is, between a name and the person's.
  private static func leadsToName(_ start: Int, _ end: Int, _ text: Text) -> Bool {
    var index = start
    while index < min(end, start + 4), text.runOfToken[index] < 0 {
      let token = text.tokens[index]
      if token.isWord, token.isCapitalised {
        return index > start && !token.is([.weekday, .month, .function])
      }
      let describes =
        token.kind == .hyphen
        || token.isWord && !token.is([.function, .adverb, .weekday, .month, .auxiliary])
          && !(token.is(.cue) && !token.is([.role, .nounCue]))
      if !describes { return false }
      index += 1
    }
    return false
  }
}
