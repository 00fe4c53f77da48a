// The content that stands behind its cue.

enum LeadingContent {
  /// How far behind the cue its content may begin, in tokens.
  private static let reach = 18

  static func find(
    _ site: CueSite, limit: Int, _ sentence: Range<Int>, _ text: Text
  ) -> Range<Int>? {
    let verb = site.tokens.lowerBound
    guard let start = start(verb, from: site.whole.upperBound, limit, text) else { return nil }
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

  /// Skips time, place and whom it was said to.
  private static func start(_ verb: Int, from first: Int, _ limit: Int, _ text: Text) -> Int? {
    let stop = min(limit, first + reach)
    var index = first
    // Where content may begin that must not be parted from its verb by more than a day.
    var lead = first
    var crossedComma = false
    var skippedPhrase = false
    if text.lexeme(verb).stance == .asked, let question = question(from: first, stop, text) {
      return question
    }
    let takesObject = text.tokens[verb].is(.objectCue)
    while index < stop {
      let token = text.tokens[index]
      if text.runOfToken[index] >= 0 { return index }
      if text.word(index, isOneOf: "that", "whether", "why", "how") {
        return crossedComma && index == first ? nil : index
      }
      if text.word(index, isOneOf: "if", "what", "who", "where", "when"), index == first {
        return index
      }
      if index == lead, text.word(index, isOneOf: "to"), text.tokens[verb].is(.infinitiveCue) {
        return index
      }
      if let that = announced(from: index, stop, text) { return that }
      switch token.kind {
      case .colon: return index + 1 < limit ? index + 1 : nil
      case .comma: crossedComma = true
      case .stop, .semicolon, .question, .exclamation, .dash: return nil
      default: break
      }
      let isGoverned = index > first && text.tokens[index - 1].is(.preposition)
      if !crossedComma, !isGoverned,
        !skippedPhrase || token.is([.determiner, .pronoun, .possessive]) || token.isCapitalised
      {
        if let start = direct(index, verb, takesObject: takesObject, isFirst: index == first, text)
        {
          return start
        }
      }
      if token.is([.weekday, .month, .adverb, .timeUnit]) || token.kind == .number {
        if index == lead { lead += 1 }
        index += 1
        skippedPhrase = false
        continue
      }
      if token.is(.preposition), index + 1 < stop, text.tokens[index + 1].is([.weekday, .month]) {
        if index == lead { lead += 2 }
        index += 2
        continue
      }
      if index == first, isAddressed(verb, text), let phrase = addressee(index, stop, text) {
        index = phrase
        if index < limit,
          let start = direct(index, verb, takesObject: takesObject, isFirst: true, text)
        {
          return start
        }
        continue
      }
      skippedPhrase = true
      index += 1
    }
    return nil
  }

  /// “asked Ana Ruiz ‹if› the council would stay”
  private static func question(from first: Int, _ stop: Int, _ text: Text) -> Int? {
    for index in first..<max(first, min(stop, first + 8)) {
      guard text.tokens[index].isWord, text.runOfToken[index] < 0 else { return nil }
      if text.word(index, isOneOf: "if", "whether") { return index }
    }
    return nil
  }

  /// “said ‹in a speech on Friday› that”, “announced ‹last week› that”: the “that” which follows words
  /// for time and place.
  private static func announced(from index: Int, _ stop: Int, _ text: Text) -> Int? {
    guard
      text.tokens[index].is(.preposition)
        || text.word(index, isOneOf: "this", "last", "next", "late", "earlier")
    else { return nil }
    for next in (index + 1)..<min(stop, index + 9) {
      let token = text.tokens[next]
      if text.word(next, isOneOf: "that") { return next }
      guard token.isWord || token.kind == .number || token.kind == .clitic,
        text.runOfToken[next] < 0, !token.is([.cue, .auxiliary, .relative, .conjunction])
      else { return nil }
    }
    return nil
  }

  /// Content without “that”: a clause, an infinitive, an object.
  private static func direct(
    _ index: Int, _ verb: Int, takesObject: Bool, isFirst: Bool, _ text: Text
  ) -> Int? {
    guard isFirst || text.tokens[verb].is(.bareCue) else { return nil }
    let (cue, token) = (text.tokens[verb], text.tokens[index])
    if cue.is(.infinitiveCue), isFirst, text.word(index, isOneOf: "to", "not") { return index }
    if isAddressed(verb, text), isFirst { return text.word(index, isOneOf: "to") ? index : nil }
    guard token.isWord || token.kind == .number || token.kind == .symbol else { return nil }
    if cue.is(.bareCue), beginsClause(index, text) { return index }
    return takesObject && isFirst
      && (beginsClause(index, text) || CueSites.isParticiple(index, text)) ? index : nil
  }

  private static func beginsClause(_ index: Int, _ text: Text) -> Bool {
    let token = text.tokens[index]
    if token.is([.weekday, .month, .adverb]), !token.is([.determiner]) { return false }
    if token.is(.preposition), !token.is([.determiner]) {
      return text.word(index, isOneOf: "at") && text.word(index + 1, isOneOf: "least", "most")
    }
    return !token.is([.auxiliary, .relative, .conjunction])
      || text.word(index, isOneOf: "that", "which")
  }

  /// tell, inform, remind, assure: whom comes before what.
  static func isAddressed(_ verb: Int, _ text: Text) -> Bool {
    let lemma = text.lexeme(verb).lemma
    return ["tell", "inform", "remind", "assure"].contains(lemma)
  }

  /// The end of the words that name who is told.
  private static func addressee(_ index: Int, _ stop: Int, _ text: Text) -> Int? {
    NounPhrase.starting(at: index, to: stop, text)?.tokens.upperBound
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
