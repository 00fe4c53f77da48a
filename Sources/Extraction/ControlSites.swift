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
  static let reach = 12

  func find() -> [ControlSite] {
    guard !isQuestion, !places.indexes(in: sentence).isEmpty else { return [] }
    var sites: [ControlSite] = []
    for index in sentence where text.tokens[index].isWord && !text.tokens[index].isCapitalised {
      if let site = site(at: index) { sites.append(site) }
    }
    return sites
  }

  private func site(at index: Int) -> ControlSite? {
    let token = text.tokens[index]
    if token.is(.controlHands), let site = hands(index) ?? compound(index) { return site }
    if text.word(index, in: .falls), let site = fall(index) { return site }
    if token.is(.controlContest), let site = contest(index) { return site }
    if token.is(.controlNoun), let site = noun(index) { return site }
    guard token.is(.controlVerb) else { return nil }
    if text.word(index, isOneOf: "held"), let site = compound(index) { return site }
    return isHypothetical(index) ? nil : passive(index) ?? active(index)
  }

  // MARK: - Forms

  /// “Pivnichne and Zalizne are ‹almost entirely› in Russian ‹hands›”
  func hands(_ index: Int) -> ControlSite? {
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
  func copula(before end: Int) -> Int? {
    var index = end - 1
    while index > sentence.lowerBound,
      text.tokens[index].is([.extent, .adverb])
        || text.word(index, isOneOf: "or", "and", "for", "the", "now", "still")
    { index -= 1 }
    return text.word(index, isOneOf: "is", "are", "was", "were", "remains", "remain", "remained")
      ? index : nil
  }

  /// “rebel-‹held› Goma”, “Russian-‹occupied› Donetsk”
  func compound(_ index: Int) -> ControlSite? {
    guard index - 2 >= sentence.lowerBound, text.tokens[index - 1].kind == .hyphen,
      let party = parties.party(NounPhrase(tokens: (index - 2)..<(index - 1))),
      let target = target(from: index + 1, allowsLimits: true)
    else { return nil }
    return ControlSite(
      status: .held, places: target.places, party: party, extent: target.extent,
      evidence: (index - 2)..<target.end)
  }

  /// “El Fasher ‹fell› to the Rapid Support Forces”
  func fall(_ index: Int) -> ControlSite? {
    guard text.word(index + 1, isOneOf: "to"), !isHypothetical(index),
      let party = parties.party(at: index + 2, to: sentence.upperBound)
    else { return nil }
    return suffered(index, .lost, party)
  }

  /// “the ‹battle› for Khartoum”
  func contest(_ index: Int) -> ControlSite? {
    guard text.word(index + 1, isOneOf: "for"), !isHypothetical(index) else { return nil }
    let hasControl = text.word(index + 2, isOneOf: "control")
    guard let target = target(from: index + (hasControl ? 4 : 2), allowsLimits: true) else {
      return nil
    }
    return ControlSite(
      status: .contested, places: target.places, party: nil, extent: target.extent,
      evidence: index..<target.end)
  }

  /// “the ‹capture› of Vuhledar”
  func noun(_ index: Int) -> ControlSite? {
    guard index + 1 < sentence.upperBound, text.word(index + 1, isOneOf: "of"),
      !opensCondition(index), let target = target(from: index + 2, allowsLimits: false)
    else { return nil }
    let end = target.end
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
  func passive(_ index: Int) -> ControlSite? {
    guard text.word(index + 1, isOneOf: "by"), index + 2 < sentence.upperBound,
      let party = parties.party(at: index + 2, to: sentence.upperBound)
    else { return nil }
    return suffered(index, status(index, isPassive: true), party)
  }

  /// What happens to the places that stand before a verb, by a party behind it.
  private func suffered(
    _ verb: Int, _ status: ControlClaim.Status, _ party: Party
  ) -> ControlSite? {
    var end = verb
    while end > sentence.lowerBound, text.tokens[end - 1].is([.auxiliary, .adverb]) { end -= 1 }
    let subject = subject(before: end)
    guard !subject.places.isEmpty else { return nil }
    return ControlSite(
      status: status, places: subject.places, party: party, extent: subject.extent,
      evidence: subject.start..<party.tokens.upperBound)
  }

  /// “Russian forces have ‹entered› the eastern part of Toretsk”
  func active(_ index: Int) -> ControlSite? {
    var start = index + 1
    let moves = text.tokens[index].is(.controlMove)
    if moves {
      guard text.word(start, isOneOf: "into", "to", "toward", "towards", "inside") else {
        return nil
      }
      start += 1
    }
    guard let target = target(from: start, allowsLimits: true),
      let party = agent(of: index)
    else { return nil }
    if moves, text.word(start - 1, isOneOf: "to", "toward", "towards"), target.extent == nil {
      return nil
    }
    let end = target.end
    return ControlSite(
      status: status(index, isPassive: false), places: target.places, party: party,
      extent: target.extent,
      evidence: (isAdjacent(party, index) ? party.tokens.lowerBound : verbStart(index))..<end)
  }

  /// “‹keeps› hold of”
  private func verbStart(_ index: Int) -> Int {
    text.word(index - 1, isOneOf: "keep", "keeps", "kept", "keeping") ? index - 1 : index
  }

  /// What became of a place that somebody `verb`s; what is captured by others in passing (“areas
  /// captured in 2014”) is held.
  func status(_ verb: Int, isPassive: Bool) -> ControlClaim.Status {
    let token = text.tokens[verb]
    if token.is([.controlEnter, .controlMove]) { return .entered }
    if token.is([.controlRetake, .controlHold]) { return .held }
    let hasAuxiliary = verb > 0 && text.tokens[verb - 1].is([.auxiliary, .adverb])
    return isPassive && !hasAuxiliary ? .held : .lost
  }
}
