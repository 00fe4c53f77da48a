// Whether what a sentence says of a place is so, or only wanted, feared or asked.

extension ControlSites {
  var isQuestion: Bool {
    sentence.last.map { text.tokens[$0].kind == .question } ?? true
  }

  /// Not done: “if”, “would”, “to capture”, “failed to”.
  func isHypothetical(_ verb: Int) -> Bool {
    if opensCondition(verb) { return true }
    var index = verb - 1
    while index >= sentence.lowerBound, verb - index < 5 {
      let token = text.tokens[index]
      guard token.isWord else { return false }
      if text.word(
        index, isOneOf: "would", "could", "might", "may", "should", "will", "shall", "cannot",
        "trying", "try", "tried", "failed", "hopes", "hoping", "wants", "plans", "planned",
        "attempting", "attempted", "seeking", "aims", "manage", "vowed") || token.is(.negation)
      {
        return true
      }
      if text.word(index, isOneOf: "to") {
        return !text.word(
          index - 1, isOneOf: "managed", "continued", "continues", "began", "started", "continue")
      }
      if !token.is([.auxiliary, .adverb]) { return false }
      index -= 1
    }
    return false
  }

  /// The clause begins with “if” or the like.
  func opensCondition(_ index: Int) -> Bool {
    var start = index - 1
    while start >= sentence.lowerBound, index - start < 24 {
      let token = text.tokens[start]
      if token.kind == .semicolon || token.kind == .comma { return false }
      if text.word(start, isOneOf: "if", "unless", "whether", "should") { return true }
      start -= 1
    }
    return false
  }
}
