// Who is cited, in languages that the rules know by their word lists.

/// Noun phrases beside a verb of speech: determiner, nouns, what hangs on them with “de” and its like.
enum ListedPhrase {
  /// The longest phrase considered, in tokens.
  private static let longest = 16

  // MARK: - Behind the verb

  static func starting(at start: Int, to end: Int, _ text: Text) -> NounPhrase? {
    guard start < end, text.runOfToken[start] < 0 else { return nil }
    let first = text.tokens[start]
    if first.is(.pronoun), !first.is([.possessive, .determiner]) || !leadsOn(start + 1, end, text) {
      return NounPhrase(tokens: start..<(start + 1))
    }
    guard isNoun(start, text) || first.is([.determiner, .possessive]) || first.kind == .number
    else {
      return nil
    }
    var next = start + 1
    while next < end, next - start < longest, continues(next, end, text) { next += 1 }
    while next > start + 1, isLink(next - 1, text) || text.tokens[next - 1].is(.determiner) {
      next -= 1
    }
    guard (start..<next).contains(where: { isNoun($0, text) }) else { return nil }
    return NounPhrase(tokens: start..<(explained(start..<next, end, text) ?? next))
  }

  private static func leadsOn(_ index: Int, _ end: Int, _ text: Text) -> Bool {
    index < end && isNoun(index, text)
  }

  private static func continues(_ index: Int, _ end: Int, _ text: Text) -> Bool {
    let (token, before) = (text.tokens[index], text.tokens[index - 1])
    guard text.runOfToken[index] < 0 else { return false }
    if token.kind == .hyphen { return !token.shape.contains(.afterSpace) }
    guard token.isWord else { return false }
    if before.kind == .hyphen { return true }
    if token.is([.determiner, .possessive]), !token.isCapitalised {
      return isLink(index - 1, text) || before.is(.determiner)
    }
    if text.word(index, in: .of) {
      return leadsOn(behindDeterminers(index + 1, end, text), end, text)
    }
    if text.word(index, in: .and) {
      let next = behindDeterminers(index + 1, end, text)
      return leadsOn(next, end, text)
        && text.tokens[next].isCapitalised == before.isCapitalised
    }
    return isNoun(index, text)
  }

  private static func behindDeterminers(_ start: Int, _ end: Int, _ text: Text) -> Int {
    var index = start
    while index < end, text.tokens[index].is([.determiner, .possessive]) { index += 1 }
    return index
  }

  /// “le maire de Lyon‹, Jean Petit›”: where the name behind a role ends.
  private static func explained(_ phrase: Range<Int>, _ end: Int, _ text: Text) -> Int? {
    let comma = phrase.upperBound
    guard comma < end, text.tokens[comma].kind == .comma,
      phrase.contains(where: { text.tokens[$0].is([.role, .collective]) })
    else { return nil }
    var next = comma + 1
    while next < end, text.tokens[next].isWord || text.tokens[next].kind == .hyphen,
      text.tokens[next].isCapitalised || text.tokens[next].kind == .hyphen
        || text.word(next, in: .of) && next > comma + 1
    {
      next += 1
    }
    guard next > comma + 2 || next == comma + 2 && text.tokens[comma + 1].is(.givenName) else {
      return nil
    }
    return next == end || !text.tokens[next].isWord || text.tokens[next].is([.auxiliary, .cue])
      ? next : nil
  }

  // MARK: - Before the verb

  static func ending(before end: Int, from start: Int, _ text: Text) -> NounPhrase? {
    guard end > start else { return nil }
    var last = end - 1
    if text.tokens[last].kind == .closeBracket,
      let open = (max(start, last - 12)..<last).last(where: { text.tokens[$0].kind == .openBracket }
      )
    {
      last = open - 1
    }
    guard last >= start, text.runOfToken[last] < 0 else { return nil }
    if text.tokens[last].is(.pronoun), !text.tokens[last].is(.determiner) {
      return NounPhrase(tokens: last..<(last + 1))
    }
    guard isNoun(last, text) else { return nil }
    var first = last
    while first > start, last - first < longest, takes(first - 1, from: start, text) { first -= 1 }
    while first < last, !opens(first, text) { first += 1 }
    return NounPhrase(tokens: first..<(last + 1))
  }

  private static func takes(_ index: Int, from start: Int, _ text: Text) -> Bool {
    let (token, next) = (text.tokens[index], text.tokens[index + 1])
    guard text.runOfToken[index] < 0 else { return false }
    if token.kind == .hyphen { return !token.shape.contains(.afterSpace) }
    if token.kind == .number { return next.isWord }
    guard token.isWord else { return false }
    if next.is([.determiner, .possessive]), !next.isCapitalised, !isLink(index + 1, text) {
      return token.is([.determiner, .possessive])
        || isLink(index, text) && index > start && isNoun(index - 1, text)
    }
    if token.is([.determiner, .possessive]) { return true }
    if isLink(index, text) { return index > start && isNoun(index - 1, text) }
    return isNoun(index, text)
  }

  /// What a phrase begins with, where determiners may lack: “наради ‹президент›”.
  private static func opens(_ index: Int, _ text: Text) -> Bool {
    let token = text.tokens[index]
    if token.is([.determiner, .possessive]) || token.kind == .number { return true }
    return isNoun(index, text)
      && (token.isCapitalised
        || token.is([
          .role, .collective, .organisationHead, .knownOrganisation, .title, .roleBefore,
        ]))
  }

  // MARK: - Words

  static func isLink(_ index: Int, _ text: Text) -> Bool {
    text.word(index, in: [.of, .and])
  }

  /// A word that can stand in a name or be a noun, for all that the lists know.
  static func isNoun(_ index: Int, _ text: Text) -> Bool {
    let token = text.tokens[index]
    guard token.isWord, text.runOfToken[index] < 0 else { return false }
    if token.is([.role, .collective, .title]) { return true }
    // “sous-officier”, of words that elsewhere are small ones
    if index + 1 < text.tokens.count, text.tokens[index + 1].kind == .hyphen,
      !token.is([.auxiliary, .cue, .pronoun])
    {
      return true
    }
    if token.isCapitalised {
      return !token.is([.weekday, .month])
        && (!token.is(.function) || token.shape.contains(.capitals) && token.range.count > 2)
    }
    return !token.is([
      .function, .preposition, .conjunction, .auxiliary, .adverb, .relative, .pronoun, .negation,
      .weekday, .month, .cue, .determiner, .possessive,
    ])
  }
}
