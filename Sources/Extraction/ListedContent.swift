// What is said, in languages that the rules know by their word lists.

enum ListedContent {
  /// How far behind the cue its content may begin, in tokens.
  private static let reach = 16

  static func find(
    _ site: CueSite, _ sentence: Range<Int>, from taken: Int, following: ArraySlice<CueSite>,
    _ text: Text
  ) -> [Range<Int>] {
    if site.form == .accordingTo {
      return Attributions.around(site, sentence, from: taken, text)
    }
    let limit = limit(of: site, sentence, following, text)
    let isBehind = site.form != .participle && isBehindContent(site, from: taken, text)
    if isBehind {
      let around = Attributions.trailing(site, sentence, from: taken, text)
      if !around.isEmpty { return around }
    }
    return leading(site, limit, text).map { [$0] } ?? []
  }

  /// A comma, a dash or marks stand before verb and subject, and what was said before them.
  private static func isBehindContent(
    _ site: CueSite, from taken: Int, _ text: Text
  ) -> Bool {
    let start = site.whole.lowerBound
    guard start > taken + 1 else { return false }
    if text.runOfToken[start - 1] >= 0 { return true }
    let kind = text.tokens[start - 1].kind
    guard kind == .comma || kind == .dash else { return false }
    if text.runOfToken[start - 2] >= 0 || kind == .dash { return true }
    return site.form == .inverted && leading(site, start + 1, text) == nil
  }

  /// The clause ends before the next cue that a comma or an “and” parts from it.
  private static func limit(
    of site: CueSite, _ sentence: Range<Int>, _ following: ArraySlice<CueSite>, _ text: Text
  ) -> Int {
    for next in following {
      var first = min(next.whole.lowerBound, next.tokens.lowerBound)
      guard first > site.whole.upperBound else { continue }
      let before = text.tokens[first - 1]
      guard
        before.kind == .comma || before.kind == .dash
          || before.is(.conjunction) && next.form == .participle
      else { continue }
      first -= 1
      while first > site.whole.upperBound, text.tokens[first - 1].kind == .comma { first -= 1 }
      return first
    }
    return sentence.upperBound
  }

  private static func leading(_ site: CueSite, _ limit: Int, _ text: Text) -> Range<Int>? {
    let first = site.whole.upperBound
    let verb = site.tokens.lowerBound
    for index in first..<max(first, min(limit, first + reach)) {
      if text.runOfToken[index] >= 0 { return marked(from: index, limit, text) }
      let token = text.tokens[index]
      if text.word(index, in: .that) { return clause(index, limit, text) }
      if token.kind == .colon { return clause(index + 1, limit, text) }
      if index == first, text.tokens[verb].is(.infinitiveCue), beginsInfinitive(index, limit, text)
      {
        return clause(index, limit, text)
      }
      if token.kind == .semicolon || token.endsSentence { return nil }
    }
    return nil
  }

  private static func clause(_ start: Int, _ limit: Int, _ text: Text) -> Range<Int>? {
    guard start < limit else { return nil }
    let content = Clauses.trimmed(start..<limit, text)
    return content.count > 1 || content.first.map { text.runOfToken[$0] >= 0 } ?? false
      ? content : nil
  }

  /// Marked words, and those that “and” joins to them.
  private static func marked(from start: Int, _ limit: Int, _ text: Text) -> Range<Int> {
    var end = text.runs[Int(text.runOfToken[start])].tokens.upperBound
    while end + 1 < limit, text.runOfToken[end + 1] >= 0,
      text.word(end, in: .and) || text.tokens[end].kind == .comma
    {
      end = text.runs[Int(text.runOfToken[end + 1])].tokens.upperBound
    }
    return start..<end
  }

  /// “promettre ‹de›”, «пообіцяв ‹посилити›»
  private static func beginsInfinitive(_ index: Int, _ limit: Int, _ text: Text) -> Bool {
    if text.lexicon.infinitives.isEmpty { return text.word(index, in: .of) }
    return (index..<min(limit, index + 3)).contains {
      text.tokens[$0].isWord && text.ends($0, in: text.lexicon.infinitives)
    }
  }
}
