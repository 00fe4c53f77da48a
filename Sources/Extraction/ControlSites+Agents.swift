// Who acts in a statement on control.

extension ControlSites {
  func agent(of verb: Int) -> Party? {
    var end = verb
    while end > sentence.lowerBound,
      text.tokens[end - 1].is([.auxiliary, .adverb])
        || text.word(end - 1, isOneOf: "continued", "to", "began")
    { end -= 1 }
    if let party = parties.party(endingBefore: end, from: sentence.lowerBound) { return party }
    guard isParticiple(verb) || text.word(end - 1, isOneOf: "and", "which", "who") else {
      return nil
    }
    let with = (sentence.lowerBound..<verb).last { text.word($0, isOneOf: "with") }
    return parties.first(in: (with ?? sentence.lowerBound)..<verb)
  }

  func isAdjacent(_ party: Party, _ verb: Int) -> Bool {
    (party.tokens.upperBound..<verb).allSatisfy {
      text.tokens[$0].is([.auxiliary, .adverb])
        || text.word($0, isOneOf: "continued", "to", "began")
    }
  }

  func isParticiple(_ index: Int) -> Bool { CueSites.isParticiple(index, text) }
}
