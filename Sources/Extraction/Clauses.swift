// Where clauses begin and end.

enum Clauses {
  /// Without commas, stops and dashes at the edges.
  static func trimmed(_ range: Range<Int>, _ text: Text) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isEdge(start, text) { start += 1 }
    while end > start, isEdge(end - 1, text) { end -= 1 }
    return start..<end
  }

  private static func isEdge(_ index: Int, _ text: Text) -> Bool {
    guard text.runOfToken[index] < 0 else { return false }
    switch text.tokens[index].kind {
    case .comma, .stop, .dash, .colon, .semicolon: return true
    default: return false
    }
  }

  /// The end of the clause that begins at `start`: before the next cue's own clause, else the
  /// sentence's.
  static func end(
    from start: Int, _ sentence: Range<Int>, _ following: ArraySlice<CueSite>, _ text: Text
  ) -> Int {
    for site in following where site.tokens.lowerBound > start {
      if let end = resumed(by: site, from: start, text) { return end }
      guard site.whole.lowerBound > start else { continue }
      if let end = ceded(to: site, from: start, sentence, text) { return end }
      var index = site.whole.lowerBound - 1
      if site.form == .participle {
        while index > start, text.tokens[index].is(.adverb) { index -= 1 }
      }
      if site.form == .participle,
        text.word(index, isOneOf: "and", "but", "before", "after", "while", "by")
          || text.tokens[index].kind == .comma
      {
        while index > start, text.tokens[index - 1].kind == .comma { index -= 1 }
        return index
      }
      if site.form == .plain, text.tokens[index].is(.conjunction), index > start,
        text.tokens[index - 1].kind == .comma
      {
        return index - 1
      }
      if site.form == .accordingTo, text.tokens[index].kind == .comma { return index }
      if site.form == .plain, text.tokens[index].kind == .semicolon { return index }
    }
    return sentence.upperBound
  }

  /// Where a main clause goes on behind a comma: “Reed, who called it “a lie”‹,› said …”, “While he
  /// said so‹,› he denied …”.
  private static func resumed(by site: CueSite, from start: Int, _ text: Text) -> Int? {
    guard site.form == .plain else { return nil }
    let first = site.whole.lowerBound > start ? site.whole.lowerBound : site.tokens.lowerBound
    guard first - 1 > start, text.runOfToken[first - 1] < 0, text.tokens[first - 1].kind == .comma
    else { return nil }
    return first - 1
  }

  /// Where the content of an earlier cue ends because marked words right beside a later one are its
  /// own: “When asked about it, Reed said: “…””, “Polls show that it is “…,” Reed said”.
  private static func ceded(
    to site: CueSite, from start: Int, _ sentence: Range<Int>, _ text: Text
  ) -> Int? {
    guard site.form == .plain || site.form == .inverted else { return nil }
    if let run = runEnding(before: site.whole.lowerBound, text), run.lowerBound >= start {
      return start
    }
    guard site.form == .plain else { return nil }
    var next = site.whole.upperBound
    if next < sentence.upperBound, [.comma, .colon].contains(text.tokens[next].kind) {
      next += 1
    } else if !text.tokens[site.tokens.lowerBound].is(.bareCue) {
      // “said that its aircraft had attacked “camps””
      return nil
    }
    guard next < sentence.upperBound, text.runOfToken[next] >= 0,
      text.runs[Int(text.runOfToken[next])].tokens.lowerBound == next
    else { return nil }
    return trimmed(start..<max(start, site.whole.lowerBound), text).upperBound
  }

  /// The marked words that end just before a token, with the comma or mark that parts them from it.
  private static func runEnding(before index: Int, _ text: Text) -> Range<Int>? {
    var last = index - 1
    guard last > 0 else { return nil }
    let hasComma = text.runOfToken[last] < 0 && text.tokens[last].kind == .comma
    if hasComma { last -= 1 }
    guard text.runOfToken[last] >= 0 else { return nil }
    let run = text.runs[Int(text.runOfToken[last])]
    guard run.tokens.upperBound == last + 1, let end = run.content.last,
      hasComma || [.comma, .question, .exclamation].contains(text.tokens[end].kind)
    else { return nil }
    return run.tokens
  }

  /// The clause that a trailing “, X said” closes.
  static func before(_ start: Int, from first: Int, _ text: Text) -> Range<Int>? {
    let last = start - 1
    guard last > first,
      text.tokens[last].kind == .comma || text.tokens[last].kind == .dash
        || text.runOfToken[last] >= 0
    else {
      return nil
    }
    if text.runOfToken[last] >= 0 {
      let run = text.runs[Int(text.runOfToken[last])]
      guard run.tokens.upperBound == start else { return nil }
      // “Yes,” he said: nothing but the run, unless a clause leads up to it.
    }
    let range = trimmed(first..<start, text)
    return range.isEmpty ? nil : range
  }

  /// What goes on behind “, he said,”.
  static func rest(
    after end: Int, _ sentence: Range<Int>, first: Range<Int>, _ text: Text
  ) -> Range<Int>? {
    guard end + 1 < sentence.upperBound else { return nil }
    guard text.tokens[end].kind == .comma || text.tokens[end].kind == .dash else {
      return marked(after: end, sentence, text)
    }
    let next = text.tokens[end + 1]
    let isMarked = text.runOfToken[end + 1] >= 0
    if isMarked { return trimmed((end + 1)..<sentence.upperBound, text) }
    guard let last = first.last, text.runOfToken[last] < 0, first.count <= 10, next.isWord,
      !next.is([.relative, .conjunction, .subordinator, .cue]),
      !CueSites.isParticiple(end + 1, text)
    else { return marked(after: end, sentence, text) }
    return trimmed((end + 1)..<sentence.upperBound, text)
  }

  /// The next run in marks of the sentence, a few words on: “Reed said of the plan, “…””.
  static func marked(after end: Int, _ sentence: Range<Int>, _ text: Text) -> Range<Int>? {
    for index in end..<min(end + 14, sentence.upperBound) {
      if text.tokens[index].is(.cue), text.runOfToken[index] < 0 { return nil }
      guard text.runOfToken[index] >= 0 else { continue }
      return text.runs[Int(text.runOfToken[index])].tokens
    }
    return nil
  }

  /// The main clause behind an opening phrase and its comma: “According to Reed, ‹…›”.
  static func main(after end: Int, _ sentence: Range<Int>, _ text: Text) -> Range<Int>? {
    let comma = (end..<min(end + 30, sentence.upperBound)).first {
      text.tokens[$0].kind == .comma && text.runOfToken[$0] < 0
    }
    guard let comma else { return nil }
    let start = explanation(behind: comma, sentence, text) ?? comma
    let range = trimmed((start + 1)..<sentence.upperBound, text)
    return range.isEmpty ? nil : range
  }

  /// The comma that ends what explains a name: “According to Ana Ruiz, an aid worker‹,› ten left”.
  private static func explanation(
    behind comma: Int, _ sentence: Range<Int>, _ text: Text
  ) -> Int? {
    guard text.word(comma + 1, isOneOf: "a", "an", "the") else { return nil }
    var isRole = false
    for index in (comma + 2)..<max(comma + 2, min(comma + 10, sentence.upperBound)) {
      let token = text.tokens[index]
      if token.kind == .comma { return isRole ? index : nil }
      guard token.isWord || token.kind == .clitic, !token.is([.auxiliary, .relative]),
        !token.is(.cue) || token.is([.role, .nounCue])
      else { return nil }
      isRole = isRole || token.is(.role)
    }
    return nil
  }
}
