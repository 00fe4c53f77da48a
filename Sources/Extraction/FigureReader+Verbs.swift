// Verbs before and behind a number: “killed at least 83 people”, “two civilians were killed”.

extension FigureReader {
  /// How many tokens may part the counted from their verb.
  private static let reach = 7

  // MARK: - Behind

  /// “were killed”, “dead”, “have been displaced”.
  func behind(_ fate: inout CountedFate) -> Bool {
    let end = fate.phrase.tokens.upperBound
    let start = skippingInsertion(end)
    return verb(&fate, from: start, isDirect: start == end)
      || fate.phrase.isKnown
        && auxiliary(behind: start).map {
          verb(&fate, from: $0, isDirect: false)
        } ?? false
  }

  private func verb(_ fate: inout CountedFate, from start: Int, isDirect: Bool) -> Bool {
    var (isPassive, isActive) = (false, false)
    for index in start..<max(start, min(sentence.upperBound, start + Self.reach)) {
      if has(index, .negation), !word(index, "never") { return false }
      if has(index, .figureVerb), !isShotAnd(index),
        !text.tokens[index].isCapitalised || isDirect && index == start
      {
        return tell(
          &fate, index, isPassive: isPassive, isActive: isActive)
      }
      if word(index, "were", "was", "been", "be", "being", "are", "is", "got") {
        isPassive = true
      } else if word(index, "have", "has", "had") {
        isActive = true
      } else if word(index, "forced", "driven"), word(index + 1, "from", "out") {
        fate.kind = .displaced
        fate.tokens = fate.phrase.tokens.lowerBound..<(index + 1)
        return fate.phrase.isKnown || fate.phrase.noun == nil
      } else if !has(index, [.auxiliary, .adverb, .relative]), !isLink(index) {
        return false
      }
    }
    return false
  }

  private func tell(
    _ fate: inout CountedFate, _ verb: Int, isPassive: Bool, isActive: Bool
  ) -> Bool {
    guard let kind = verbKind(verb, fate.phrase),
      !isActor(verb, isPassive: isPassive, isActive: isActive)
    else { return false }
    fate.kind = kind
    fate.tokens = fate.phrase.tokens.lowerBound..<verbEnd(verb)
    return true
  }

  /// How long what hangs on the counted with a preposition may be, in tokens.
  private static let modifier = 18

  /// “were” of “seven members of the old guard were killed”.
  private func auxiliary(behind start: Int) -> Int? {
    let isAdded = word(start, "and", "or")
    guard
      isAdded || word(start, "of", "from", "in", "at", "on", "with", "near", "inside", "who")
        || isParticiple(start) && !has(start, .cue)
    else { return nil }
    for index in start..<max(start, min(sentence.upperBound, start + Self.modifier)) {
      let token = text.tokens[index]
      if token.kind == .semicolon || token.kind == .colon || isAdded && token.kind == .number
        || token.is(.cue) && reader.isLower(index)
      {
        return nil
      }
      if word(index, "were", "have", "are") || !isAdded && word(index, "was", "has", "had", "died")
      {
        return index
      }
      if token.is([.auxiliary, .relative]), index > start { return nil }
    }
    return nil
  }

  private func isLink(_ index: Int) -> Bool {
    isManner(index) || word(index, "and") && isShotAnd(index - 1)
      || word(
        index, "others", "more", "reported", "confirmed", "feared", "believed", "shot", "stabbed",
        "burned", "burnt", "crushed", "all", "listed", "left", "found", "forced", "to", "badly",
        "alleged", "thought", "presumed", "known", "estimated")
  }

  /// “shot and wounded”, “shot dead”: the word behind tells.
  private func isShotAnd(_ index: Int) -> Bool {
    word(index, "shot", "stabbed", "beaten", "attacked") && word(index + 1, "and", "dead")
  }

  /// “mysteriously”.
  private func isManner(_ index: Int) -> Bool {
    reader.isLower(index) && text.tokens[index].range.count > 5
      && text.bytes[text.tokens[index].range].suffix(2).elementsEqual("ly".utf8)
  }

  /// Behind “, including 3 children,”.
  private func skippingInsertion(_ index: Int) -> Int {
    let isBracket = kind(index) == .openBracket
    guard
      isBracket
        || (kind(index) == .comma || kind(index) == .dash)
          && word(index + 1, "including", "among", "most", "mostly", "all", "many", "some")
    else { return index }
    let closing = isBracket ? .closeBracket : kind(index)
    for end in (index + 2)..<max(index + 2, min(sentence.upperBound, index + 14))
    where kind(end) == closing {
      return end + 1
    }
    return index
  }

  /// The kind that a verb tells of what is counted.
  private func verbKind(_ verb: Int, _ phrase: CountedPhrase) -> Figure.Kind? {
    let isEquipment = phrase.noun.map { has($0.upperBound - 1, .equipment) } ?? false
    guard let kind = text.lexeme(verb).figure, !isPlace(phrase) else { return nil }
    switch kind {
    case .equipment where word(verb, "shot") && !isEquipment:
      return word(verb + 1, "dead") || word(verb + 1, "to") && word(verb + 2, "death")
        ? .killed : nil
    case .equipment, .captured: return isEquipment ? .equipment : kind == .captured ? kind : nil
    case .displaced, .detained, .killed, .wounded, .missing: return isEquipment ? nil : kind
    default: return kind
    }
  }

  private func isPlace(_ phrase: CountedPhrase) -> Bool {
    guard let noun = phrase.noun, !phrase.isKnown else { return false }
    return has(noun.upperBound - 1, [.placeNoun, .placePart, .placeSpot])
  }

  private func verbEnd(_ verb: Int) -> Int {
    if word(verb, "shot") {
      if word(verb + 1, "dead", "down") { return verb + 2 }
      if word(verb + 1, "to", "and") { return verb + 3 }
    }
    return verb + 1
  }

  /// “12 soldiers killed a man”: the counted did it.
  private func isActor(_ verb: Int, isPassive: Bool, isActive: Bool) -> Bool {
    if word(
      verb, "died", "dead", "dying", "perished", "fled", "flee", "fleeing", "missing", "homeless",
      "drowned", "hurt", "unaccounted", "die", "slain")
    {
      return false
    }
    if isPassive { return isGerund(verb) }
    if isActive || isGerund(verb) || !isParticiple(verb) { return true }
    let next = verbEnd(verb)
    guard let token = kind(next) else { return false }
    if token == .number { return true }
    guard token == .word else { return false }
    return has(
      next, [.determiner, .possessive, .pronoun, .number, .tens, .pluralMagnitude, .countedNoun])
      || text.tokens[next].isCapitalised && !has(next, [.weekday, .month, .function])
      || word(next, "at") && word(next + 1, "least")
      || word(next, "and") && isParticiple(next + 1) && !has(next + 1, .figureVerb)
      || word(next, "more", "some", "up", "dozens")
  }

  private func isGerund(_ index: Int) -> Bool {
    let range = text.tokens[index].range
    return range.count > 4 && text.bytes[range].suffix(3).elementsEqual("ing".utf8)
      && !word(index, "missing")
  }

  private func isParticiple(_ index: Int) -> Bool {
    guard kind(index) == .word else { return false }
    return text.bytes[text.tokens[index].range].suffix(2).elementsEqual("ed".utf8)
      || word(index, "shot", "lost", "slain", "hurt")
  }

  // MARK: - Before

  /// “killed 12 soldiers”, “wounding 12”, “shot down 12 drones”.
  ///
  /// - Parameter isKnown: the sentence has figures already, so that a bare number is one too.
  func before(_ fate: inout CountedFate, isKnown: Bool) -> Bool {
    var verb = fate.phrase.tokens.lowerBound - 1
    if word(verb, "of"), word(verb - 1, "total"), word(verb - 2, "a") { verb -= 3 }
    while word(verb, "another", "further", "additional", "the", "a", "an")
      || has(verb, .adverb) && !has(verb, .figureVerb)
    { verb -= 1 }
    if word(verb, "down", "dead", "out") { verb -= 1 }
    if forced(verb, &fate) { return true }
    guard has(verb, .figureVerb), !word(verb, "dead", "missing", "homeless", "died", "dying"),
      !isPassive(verb), !isInfinitive(verb), let kind = verbKind(verb, fate.phrase),
      isObject(fate.phrase, of: kind, isKnown: isKnown)
    else { return false }
    fate.kind = kind
    fate.isByVerbBefore = true
    fate.tokens = verb..<fate.phrase.tokens.upperBound
    return true
  }

  /// “forced 12,000 people to flee”.
  private func forced(_ verb: Int, _ fate: inout CountedFate) -> Bool {
    let end = fate.phrase.tokens.upperBound
    guard word(verb, "forced", "forcing", "forces", "drove", "driving"), fate.phrase.isKnown else {
      return false
    }
    let isFlight = word(end, "to") && word(end + 1, "flee", "leave", "evacuate")
    guard isFlight || word(end, "from") && word(end + 1, "their", "the") else { return false }
    fate.kind = .displaced
    fate.tokens = verb..<(isFlight ? end + 2 : end)
    return true
  }

  private func isPassive(_ verb: Int) -> Bool {
    !isGerund(verb) && word(verb - 1, "was", "were", "been", "be", "is", "are")
  }

  /// “to kill 12” is no fact.
  private func isInfinitive(_ verb: Int) -> Bool {
    word(verb - 1, "to") && !isGerund(verb) && !isParticiple(verb)
  }

  private func isObject(
    _ phrase: CountedPhrase, of kind: Figure.Kind, isKnown: Bool
  ) -> Bool {
    if phrase.isKnown { return true }
    guard kind == .killed || kind == .wounded || isKnown else { return false }
    guard let noun = phrase.noun else { return true }
    let last = text.tokens[noun.upperBound - 1]
    return !last.is([.placeNoun, .placePart, .measure, .timeUnit])
      && text.bytes[Int(last.end) - 1] == 0x73
  }
}
