// Words of a sentence that say who has a place: verb or noun, the places, their limits.

import Gazetteer

/// One statement on the control of one or more places.
struct ControlSite {
  var status: ControlClaim.Status
  /// Indexes of the mentions.
  var places: [Int]
  var party: Party?
  /// Tokens of the words that limit it.
  var extent: Range<Int>?
  /// Tokens of the whole statement.
  var evidence: Range<Int>
}

/// Reads the statements of one sentence.
struct ControlSites {
  let text: Text
  let places: Places
  let parties: Parties
  let sentence: Range<Int>

  /// How many tokens may stand between a verb and its place.
  private static let reach = 12

  func find() -> [ControlSite] {
    guard !isQuestion, !places.indexes(in: sentence).isEmpty else { return [] }
    return sentence.compactMap { index in
      let token = text.tokens[index]
      guard token.isWord, !token.isCapitalised else { return nil }
      if token.is(.controlHands), let site = hands(index) ?? compound(index) { return site }
      if text.word(index, isOneOf: "held"), let site = compound(index) { return site }
      if text.word(index, isOneOf: "fell", "fallen"), let site = fall(index) { return site }
      if token.is(.controlContest), let site = contest(index) { return site }
      if token.is(.controlNoun), let site = noun(index) { return site }
      guard token.is(.controlVerb), !isHypothetical(index) else { return nil }
      return passive(index) ?? active(index)
    }
  }

  // MARK: - Forms

  /// “Pivnichne and Zalizne are ‹almost entirely› in Russian ‹hands›”
  private func hands(_ index: Int) -> ControlSite? {
    let nearest = (max(sentence.lowerBound, index - 6)..<index).last {
      text.word($0, isOneOf: "in", "under")
    }
    guard let link = nearest, link + 1 < index,
      let party = parties.party(NounPhrase(tokens: (link + 1)..<index)),
      let verb = copula(before: link), !isHypothetical(verb)
    else { return nil }
    let subject = subject(before: verb)
    guard !subject.places.isEmpty else { return nil }
    let between = (verb + 1)..<link
    return ControlSite(
      status: .held, places: subject.places, party: party,
      extent: between.isEmpty ? subject.extent : between,
      evidence: subject.start..<(index + 1))
  }

  /// The form of “to be” or “to remain” before, with nothing but limits between.
  private func copula(before end: Int) -> Int? {
    var index = end - 1
    while index > sentence.lowerBound,
      text.tokens[index].is([.extent, .adverb]) || text.word(index, isOneOf: "or", "and")
    { index -= 1 }
    return text.word(index, isOneOf: "is", "are", "was", "were", "remains", "remain", "remained")
      ? index : nil
  }

  /// “rebel-‹held› Goma”, “Russian-‹occupied› Donetsk”
  private func compound(_ index: Int) -> ControlSite? {
    guard index - 2 >= sentence.lowerBound, text.tokens[index - 1].kind == .hyphen,
      let party = parties.party(NounPhrase(tokens: (index - 2)..<(index - 1))),
      let target = target(from: index + 1, allowsLimits: true)
    else { return nil }
    return ControlSite(
      status: .held, places: target.places, party: party, extent: target.extent,
      evidence: (index - 2)..<places.tokens[target.places[target.places.count - 1]].upperBound)
  }

  /// “El Fasher ‹fell› to the Rapid Support Forces”
  private func fall(_ index: Int) -> ControlSite? {
    guard text.word(index + 1, isOneOf: "to"), !isHypothetical(index),
      let party = parties.party(at: index + 2, to: sentence.upperBound)
    else { return nil }
    var end = index
    while end > sentence.lowerBound, text.tokens[end - 1].is([.auxiliary, .adverb]) { end -= 1 }
    let subject = subject(before: end)
    guard !subject.places.isEmpty else { return nil }
    return ControlSite(
      status: .lost, places: subject.places, party: party, extent: subject.extent,
      evidence: subject.start..<party.tokens.upperBound)
  }

  /// “the ‹battle› for Khartoum”
  private func contest(_ index: Int) -> ControlSite? {
    guard text.word(index + 1, isOneOf: "for"), !isHypothetical(index) else { return nil }
    let hasControl = text.word(index + 2, isOneOf: "control")
    guard let target = target(from: index + (hasControl ? 4 : 2), allowsLimits: true) else {
      return nil
    }
    return ControlSite(
      status: .contested, places: target.places, party: nil, extent: target.extent,
      evidence: index..<places.tokens[target.places[target.places.count - 1]].upperBound)
  }

  /// “the ‹capture› of Vuhledar”
  private func noun(_ index: Int) -> ControlSite? {
    guard index + 1 < sentence.upperBound, text.word(index + 1, isOneOf: "of"),
      !opensCondition(index), let target = target(from: index + 2, allowsLimits: false)
    else { return nil }
    let end = places.tokens[target.places[target.places.count - 1]].upperBound
    let by =
      text.word(end, isOneOf: "by") ? parties.party(at: end + 1, to: sentence.upperBound) : nil
    let start = index > sentence.lowerBound && text.tokens[index - 1].is(.determiner)
    let place = places.mentions[target.places[0]].place
    return ControlSite(
      status: .lost, places: target.places,
      party: by ?? place.flatMap { parties.invader(of: $0, in: sentence) }, extent: target.extent,
      evidence: (start ? index - 1 : index)..<(by?.tokens.upperBound ?? end))
  }

  /// “Vuhledar was ‹captured› by Russia”, “areas of the region ‹seized› by separatists”
  private func passive(_ index: Int) -> ControlSite? {
    guard text.word(index + 1, isOneOf: "by"), index + 2 < sentence.upperBound,
      let party = parties.party(at: index + 2, to: sentence.upperBound)
    else { return nil }
    var end = index
    while end > sentence.lowerBound, text.tokens[end - 1].is([.auxiliary, .adverb]) { end -= 1 }
    let subject = subject(before: end)
    guard !subject.places.isEmpty else { return nil }
    return ControlSite(
      status: status(index, isPassive: true), places: subject.places, party: party,
      extent: subject.extent, evidence: subject.start..<party.tokens.upperBound)
  }

  /// “Russian forces have ‹entered› the eastern part of Toretsk”
  private func active(_ index: Int) -> ControlSite? {
    var start = index + 1
    let moves = text.tokens[index].is(.controlMove)
    if moves {
      guard text.word(start, isOneOf: "into", "to", "toward", "towards", "inside") else { return nil }
      start += 1
    }
    guard let target = target(from: start, allowsLimits: true),
      let party = agent(of: index)
    else { return nil }
    if moves, text.word(start - 1, isOneOf: "to", "toward", "towards"), target.extent == nil {
      return nil
    }
    let end = places.tokens[target.places[target.places.count - 1]].upperBound
    return ControlSite(
      status: status(index, isPassive: false), places: target.places, party: party,
      extent: target.extent,
      evidence: (party.tokens.upperBound <= index && isAdjacent(party, index)
        ? party.tokens.lowerBound : index)..<end)
  }

  /// What became of a place that somebody `verb`s; what is captured by others in passing (“areas
  /// captured in 2014”) is held.
  private func status(_ verb: Int, isPassive: Bool) -> ControlClaim.Status {
    let token = text.tokens[verb]
    if token.is([.controlEnter, .controlMove]) { return .entered }
    if token.is([.controlRetake, .controlHold]) { return .held }
    let hasAuxiliary = verb > 0 && text.tokens[verb - 1].is([.auxiliary, .adverb])
    return isPassive && !hasAuxiliary ? .held : .lost
  }

  // MARK: - Who

  private func agent(of verb: Int) -> Party? {
    var end = verb
    while end > sentence.lowerBound,
      text.tokens[end - 1].is([.auxiliary, .adverb])
        || text.word(end - 1, isOneOf: "continued", "to", "began")
    { end -= 1 }
    if let party = parties.party(endingBefore: end, from: sentence.lowerBound) { return party }
    guard isParticiple(verb) || text.word(end - 1, isOneOf: "and", "which", "who") else { return nil }
    let with = (sentence.lowerBound..<verb).last { text.word($0, isOneOf: "with") }
    return parties.first(in: (with ?? sentence.lowerBound)..<verb)
  }

  private func isAdjacent(_ party: Party, _ verb: Int) -> Bool {
    (party.tokens.upperBound..<verb).allSatisfy {
      text.tokens[$0].is([.auxiliary, .adverb]) || text.word($0, isOneOf: "continued", "to", "began")
    }
  }

  private func isParticiple(_ index: Int) -> Bool { CueSites.isParticiple(index, text) }

  // MARK: - Where

  private struct Target {
    var places: [Int] = []
    var extent: Range<Int>?
    var start: Int
  }

  /// The places that stand behind a verb, with the words that limit them.
  private func target(from start: Int, allowsLimits: Bool) -> Target? {
    for index in start..<min(sentence.upperBound, start + Self.reach) {
      if let place = places.index(at: index), isPlace(place) {
        let limits = limits(start..<index)
        if !allowsLimits, limits != nil { return nil }
        return Target(places: list(from: place), extent: limits, start: start)
      }
      guard mayStandBefore(index) else { return nil }
    }
    return nil
  }

  private func isPlace(_ index: Int) -> Bool {
    places.mentions[index].kind == .name && places.mentions[index].place != nil
  }

  private func mayStandBefore(_ index: Int) -> Bool {
    let token = text.tokens[index]
    if token.kind == .stop || token.kind == .hyphen { return true }
    return token.isWord
      && (token.is([.determiner, .extent, .placeNoun, .placePart, .countryWord, .adverb])
        || text.word(
          index, isOneOf: "of", "in", "over", "border", "key", "strategic", "frontline", "besieged",
          "nearby", "small", "its", "their", "entire", "whole", "long", "embattled"))
  }

  /// Words from the first limit to the one before “of” or “in”: “‹the eastern part› of”.
  private func limits(_ range: Range<Int>) -> Range<Int>? {
    guard range.contains(where: { text.tokens[$0].is(.extent) && !text.tokens[$0].is(.adverb) })
    else { return nil }
    guard let link = range.first(where: { text.word($0, isOneOf: "of", "in") }), link > range.lowerBound
    else { return nil }
    // “ground in”, but “the eastern part of”
    let isIn = text.word(link, isOneOf: "in")
    return range.lowerBound..<(isIn ? link + 1 : link)
  }

  /// “Pivnichne, Zalizne and Pivdenne”
  private func list(from first: Int) -> [Int] {
    var members = [first]
    while let last = members.last, last + 1 < places.tokens.count, isPlace(last + 1),
      places.tokens[last + 1].lowerBound < sentence.upperBound
    {
      let gap = places.tokens[last].upperBound..<places.tokens[last + 1].lowerBound
      guard isListGap(gap), !isContainer(last + 1, of: last) else { break }
      members.append(last + 1)
    }
    return members
  }

  private func isListGap(_ gap: Range<Int>) -> Bool {
    (1...2).contains(gap.count)
      && gap.allSatisfy { text.tokens[$0].kind == .comma || text.word($0, isOneOf: "and") }
  }

  /// “Toretsk, Donetsk region” is one place.
  private func isContainer(_ outer: Int, of inner: Int) -> Bool {
    guard let one = places.mentions[inner].place, let other = places.mentions[outer].place else {
      return false
    }
    let gazetteer = parties.gazetteer
    return gazetteer.admin1(of: one) == other || gazetteer.country(of: one) == other
  }

  /// The places that a subject names, read backwards from its end.
  private func subject(before verb: Int) -> Target {
    var end = verb
    if end > sentence.lowerBound, text.tokens[end - 1].kind == .comma {
      end = apposition(endingAt: end - 1) ?? end - 1
    } else if end > sentence.lowerBound, text.tokens[end - 1].kind == .dash {
      end -= 1
    }
    guard end > sentence.lowerBound, let last = places.index(endingAt: end - 1), isPlace(last) else {
      return Target(start: verb)
    }
    var members = [last]
    while let first = members.first, first > 0, isPlace(first - 1),
      places.tokens[first - 1].lowerBound >= sentence.lowerBound,
      isListGap(places.tokens[first - 1].upperBound..<places.tokens[first].lowerBound)
    { members.insert(first - 1, at: 0) }
    let start = places.tokens[members[0]].lowerBound
    return extended(Target(places: members, extent: nil, start: start))
  }

  /// The comma before “a few kilometres from Toretsk,”, which explains what stands before it.
  private func apposition(endingAt comma: Int) -> Int? {
    let start = (max(sentence.lowerBound, comma - 15)..<comma).last {
      text.tokens[$0].kind == .comma
    }
    guard let start, places.index(endingAt: start - 1) != nil,
      text.tokens[start + 1].is([.determiner, .relative, .preposition, .adverb])
        || text.tokens[start + 1].kind == .number
    else { return nil }
    return start
  }

  /// With what stands before the places: “‹localities near Toretsk –› Pivnichne”, “‹areas of› the
  /// region”, “the village of Zalizne”.
  private func extended(_ target: Target) -> Target {
    var target = target
    guard target.start > sentence.lowerBound else { return target }
    if text.tokens[target.start - 1].kind == .dash {
      var start = target.start - 1
      while start > sentence.lowerBound, text.tokens[start - 1].kind != .comma,
        !text.word(start - 1, isOneOf: "that"), text.runOfToken[start - 1] < 0
      { start -= 1 }
      target.start = start
      return target
    }
    var start = target.start
    while start > sentence.lowerBound, mayStandBefore(start - 1) { start -= 1 }
    target.extent = limits(start..<target.start)
    target.start = start
    return target
  }

  // MARK: - Whether it is so

  private var isQuestion: Bool {
    sentence.last.map { text.tokens[$0].kind == .question } ?? true
  }

  /// Not done: “if”, “would”, “to capture”, “failed to”.
  private func isHypothetical(_ verb: Int) -> Bool {
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
  private func opensCondition(_ index: Int) -> Bool {
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
