// How many people a place has.

extension FigureReader {
  /// “30,000 inhabitants”, “a population of 30,000”, “has only 1,600”.
  func population(_ fate: inout CountedFate, _ earlier: [CountedFate]) -> Bool {
    guard fate.phrase.value ?? fate.phrase.low ?? 100 > 0 else { return false }
    return byNoun(&fate) || byPopulation(&fate) || isLeftOut(&fate, earlier)
  }

  private func byNoun(_ fate: inout CountedFate) -> Bool {
    let (start, end) = (fate.phrase.tokens.lowerBound, fate.phrase.tokens.upperBound)
    guard let noun = fate.phrase.noun?.last, !has(end, .figureVerb) else { return false }
    let isInhabitant = word(noun, "inhabitants", "inhabitant")
    let isResident = word(noun, "residents", "souls")
    guard isInhabitant || isResident || word(noun, "people", "civilians", "families") else {
      return false
    }
    if isInhabitant, !isPassive(behind: end) { return set(&fate, to: end) }
    if isLiving(end) { return set(&fate, to: word(end, "who", "still") ? end + 2 : end + 1) }
    let isHome = word(start - 1, "to") && word(start - 2, "home")
    let isHad =
      isResident && !isPassive(behind: end)
      && word(start - 1, "has", "had", "have", "with", "of", "having", "houses", "housed")
    return (isHome || isHad) && set(&fate, to: end)
  }

  private func set(_ fate: inout CountedFate, to end: Int) -> Bool {
    fate.kind = .population
    fate.tokens = fate.phrase.tokens.lowerBound..<end
    return true
  }

  private func isPassive(behind index: Int) -> Bool {
    (index..<index + 4).contains { has($0, .figureVerb) }
  }

  /// “remaining”, “still live”, “who lived”.
  private func isLiving(_ index: Int) -> Bool {
    let verb = word(index, "who", "still") ? index + 1 : index
    return word(
      verb, "remaining", "remain", "remained", "remains", "live", "lived", "lives", "living",
      "reside", "resided", "residing", "inhabit", "inhabited", "stayed")
      || word(verb, "left") && !has(verb + 1, [.determiner, .possessive])
        && !(sentence.contains(verb + 1) && text.tokens[verb + 1].isCapitalised)
  }

  /// “a population of”, “its population fell to”.
  private func byPopulation(_ fate: inout CountedFate) -> Bool {
    let start = fate.phrase.tokens.lowerBound
    for index in stride(from: start - 1, through: max(sentence.lowerBound, start - 8), by: -1) {
      if word(index, "population") {
        var first = index
        while first > sentence.lowerBound, index - first < 5,
          !has(first, [.determiner, .possessive]),
          has(first - 1, [.determiner, .possessive]) || isAdjective(first - 1)
        { first -= 1 }
        if !has(first, [.determiner, .possessive]) { first = index }
        fate.kind = .population
        fate.tokens = first..<fate.phrase.number.upperBound
        return true
      }
      if kind(index) == .comma, word(index + 1, "which") { continue }
      guard kind(index) == .number || kind(index) == .word,
        !has(index, [.conjunction, .countedNoun, .figureVerb])
      else { return false }
    }
    return false
  }

  private func isAdjective(_ index: Int) -> Bool {
    guard sentence.contains(index) else { return false }
    let token = text.tokens[index]
    return token.kind == .hyphen
      || token.isWord && !token.isCapitalised
        && !token.is([.preposition, .auxiliary, .conjunction])
  }

  /// “only 1,600”, “now has 1,600”, “fell to 1,600”, “1,600 today”: set against the earlier number.
  private func isCompared(_ phrase: CountedPhrase) -> Bool {
    let (start, end) = (phrase.tokens.lowerBound, phrase.tokens.upperBound)
    return phrase.qualifier != nil || word(start - 1, "to", "now", "just", "counts", "numbers")
      || word(start - 2, "now", "today", "currently") || word(end, "now", "today")
  }

  /// “once had 30,000 inhabitants, now has only 1,600”.
  private func isLeftOut(_ fate: inout CountedFate, _ earlier: [CountedFate]) -> Bool {
    guard earlier.contains(where: { $0.kind == .population }), fate.phrase.noun == nil else {
      return false
    }
    let start = fate.phrase.tokens.lowerBound
    guard
      word(
        start - 1, "has", "had", "have", "to", "are", "is", "was", "were", "now", "and", "at",
        "just", "counts", "counted", "numbers", "numbered")
    else { return false }
    return isCompared(fate.phrase) && set(&fate, to: fate.phrase.tokens.upperBound)
  }
}
