// The content that stands behind its cue.

enum LeadingContent {
  static func find(
    _ site: CueSite, limit: Int, _ sentence: Range<Int>, _ text: Text
  ) -> Range<Int>? {
    let verb = site.tokens.lowerBound
    guard
      let start = ContentStart.find(verb, from: site.whole.upperBound, to: limit, text)
    else { return nil }
    let front = isFronted(verb, sentence, text) ? mainClause(start, limit, text) : nil
    let end = front ?? end(start, limit, text)
    let content = Clauses.trimmed(start..<end, text)
    let isBare = content.count == 1 && text.word(content.lowerBound, isOneOf: "that", "to")
    return content.isEmpty || isBare ? nil : content
  }

  /// “While he vowed to stay, …”: the cue stands in a clause that the main clause follows.
  private static func isFronted(_ verb: Int, _ sentence: Range<Int>, _ text: Text) -> Bool {
    let first = sentence.lowerBound
    guard
      first == verb
        || text.word(
          first, isOneOf: "while", "although", "though", "after", "when", "as", "since", "because",
          "if", "before", "despite", "with", "by")
    else { return false }
    return !(first..<verb).contains { text.tokens[$0].kind == .comma }
  }

  private static func mainClause(_ start: Int, _ limit: Int, _ text: Text) -> Int? {
    (start + 1..<max(start + 1, limit - 2)).first { index in
      text.tokens[index].kind == .comma && text.runOfToken[index] < 0
        && (text.tokens[index + 1].isCapitalised
          || text.tokens[index + 1].is([.determiner, .pronoun, .possessive]))
    }
  }

  /// Behind the last mark a new clause with a comma is the reporter's.
  private static func end(_ start: Int, _ limit: Int, _ text: Text) -> Int {
    guard let last = lastRun(start, limit, text) else { return ownEnd(start, limit, text) }
    let end = text.runs[last].tokens.upperBound
    guard end < limit else { return limit }
    let next = text.tokens[end]
    if text.runOfToken[start] >= 0 {
      return next.isWord
        && !next.is([.preposition, .conjunction, .adverb, .weekday, .relative, .cue]) ? limit : end
    }
    if next.kind == .comma || next.kind == .dash || next.kind == .semicolon { return end }
    return limit
  }

  /// Without marks the reporter explains behind “, which” and “, who”.
  private static func ownEnd(_ start: Int, _ limit: Int, _ text: Text) -> Int {
    for index in start + 2..<max(start + 2, limit - 1)
    where text.tokens[index].kind == .comma && text.word(index + 1, isOneOf: "which", "who") {
      return index
    }
    return limit
  }

  /// The last run that begins in the range.
  private static func lastRun(_ start: Int, _ limit: Int, _ text: Text) -> Int? {
    var index = limit - 1
    while index >= start {
      if text.runOfToken[index] >= 0 { return Int(text.runOfToken[index]) }
      index -= 1
    }
    return nil
  }
}
