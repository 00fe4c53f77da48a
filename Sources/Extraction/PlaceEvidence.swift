// Whether the words around a name speak for a place: points for and against, weighed on dev.

import Gazetteer

/// Weighs one span. Positive says place.
struct PlaceEvidence {
  let text: Text
  let names: Names
  let people: People

  /// The weights, in points; a name needs `enough`.
  private enum Weight {
    static let enough = 1.0
    static let prominence = [(8.0, 3.0), (5.0, 2.0), (4.2, 1.2), (3.5, 0.5)]
    static let locative = 1.8
    static let of = 0.6
    static let direction = 1.2
    static let announced = 3.0
    static let typeNoun = 1.5
    static let container = 3.0
    static let dateline = 3.0
    static let severalWords = 1.0
    static let list = 1.5
    static let ordinary = -1.6
    static let doubtful = -1.0
    static let givenName = -1.2
    static let office = -2.5
    static let person = -6.0
    static let partOfName = -2.2
    static let speaks = -1.0
    static let people = 1.2
    static let party = 2.0
  }

  static func isEnough(_ points: Double) -> Bool { points >= Weight.enough }

  /// What a name needs that is a place elsewhere in the report; more where it may be another word:
  /// “Reading from a text, he …”.
  static func least(_ tokens: Range<Int>, _ text: Text) -> Double {
    let first = text.tokens[tokens.lowerBound]
    return tokens.count == 1 && first.is(.ordinary) && !first.is(.function) ? -0.5 : -1.5
  }

  func points(_ span: PlaceSpan, _ name: PlaceName, isInList: Bool) -> Double {
    let best = name.likeliest
    var points = Weight.prominence.first { best.prior >= $0.0 }?.1 ?? 0
    points += before(span.tokens) + behind(span.tokens)
    points += word(span.tokens, best, isTyped: span.hint == .unit) + owner(span.tokens, best)
    if span.hint != nil { points += Weight.typeNoun }
    if span.container != nil { points += Weight.container }
    if isInList { points += Weight.list }
    return points
  }

  // MARK: - Around it

  private func before(_ tokens: Range<Int>) -> Double {
    let start = tokens.lowerBound
    guard start > 0 else { return isDateline(tokens) ? Weight.dateline : 0 }
    if isOfParty(start) { return Weight.party }
    if PlaceHints.isAnnounced(start, max(0, start - 3)..<start, text) { return Weight.announced }
    var index = start - 1
    var points = 0.0
    if text.tokens[index].is([.direction, .placePart]) {
      points += Weight.direction
      index -= 1
    }
    if index >= 0, text.tokens[index].is(.determiner) { index -= 1 }
    guard index >= 0 else { return points }
    if text.word(index, in: [.scene, .locative, .part, .assault])
      || text.tokens[index].is([.controlVerb, .direction])
    {
      return points + Weight.locative
    }
    if isTarget(index) { return points + Weight.locative }
    if text.word(index, isOneOf: "of") {
      let isPart = index > 0 && text.tokens[index - 1].is([.placePart, .direction])
      return points + (isPart ? Weight.locative : Weight.of)
    }
    return isDateline(tokens) ? Weight.dateline : points
  }

  /// “an air strike on ‹X›”, “the assault against ‹X›”.
  private func isTarget(_ preposition: Int) -> Bool {
    guard preposition > 0, text.word(preposition, isOneOf: "on", "against") else { return false }
    return text.word(
      preposition - 1, isOneOf: "strike", "strikes", "airstrike", "airstrikes", "raid", "raids",
      "assault", "assaults", "attack", "attacks", "offensive", "advance", "march", "fire",
      "bombardment")
  }

  /// “BAGHDAD (AP) —”, “Kyiv, Ukraine —”: the first words of a block.
  private func isDateline(_ tokens: Range<Int>) -> Bool {
    let next = tokens.upperBound
    guard next < text.tokens.count,
      tokens.lowerBound == 0 || text.tokens[tokens.lowerBound - 1].endsSentence
    else { return false }
    let kind = text.tokens[next].kind
    return kind == .openBracket || kind == .dash
  }

  /// “Rep. Ann Lee, ‹R-Salem›”
  private func isOfParty(_ start: Int) -> Bool {
    start > 1 && text.tokens[start - 1].kind == .hyphen
      && text.tokens[start - 2].range.upperBound == text.tokens[start - 1].range.lowerBound
      && text.tokens[start - 2].isCapitalised
      && text.word(start - 2, isOneOf: "d", "r", "i", "dfl")
  }

  private func behind(_ tokens: Range<Int>) -> Double {
    let next = tokens.upperBound
    guard next < text.tokens.count else { return 0 }
    if isOfPeople(next) { return Weight.people }
    let token = text.tokens[next]
    return token.isWord && !token.isCapitalised && token.is(.cue) && !token.is(.nounCue)
      ? Weight.speaks : 0
  }

  /// “‹Salem› man”, “‹Salem› police”, “‹Salem›’s mayor”: what a place has, and people are named by.
  private func isOfPeople(_ next: Int) -> Bool {
    let index = text.tokens[next].kind == .clitic ? next + 1 : next
    guard index < text.tokens.count, !text.tokens[index].isCapitalised else { return false }
    return text.word(index, in: .inhabitant)
      || text.word(
        index, isOneOf: "schools", "streets", "suburb", "suburbs", "neighborhood", "neighbourhood",
        "area")
  }

  // MARK: - The words themselves

  private func word(_ tokens: Range<Int>, _ best: PlaceOption, isTyped: Bool) -> Double {
    let first = text.tokens[tokens.lowerBound]
    if tokens.count > 1 { return Weight.severalWords }
    if text.word(tokens.lowerBound, in: .unplaced) { return Weight.office }
    if best.feature.isWorldwide { return 0 }
    var points = 0.0
    // “Ward 7”, “Region 1”
    if best.prior < 5 || first.is([.ordinary, .placeNoun, .placeRegion]),
      tokens.upperBound < text.tokens.count,
      text.tokens[tokens.upperBound].kind == .number
    {
      return Weight.office
    }
    if isTyped, first.is(.ordinary) { return 0 }
    if first.is(.ordinary), opensSentence(tokens.lowerBound) { points += Weight.doubtful }
    if first.is(.ordinary) {
      points += isOwned(tokens.lowerBound) ? Weight.partOfName : Weight.ordinary
    }
    if first.is(.givenName) { points += Weight.givenName }
    let isUnion = best.feature == .region && first.shape.contains(.capitals)
    if first.is([.role, .title, .organisationHead, .cue, .knownOrganisation]), !isUnion {
      points += Weight.office
    }
    if names[token: tokens.lowerBound] == nil { points += Weight.doubtful }
    return points
  }

  private func opensSentence(_ index: Int) -> Bool {
    text.sentences[text.sentence(of: index)].tokens.lowerBound == index
  }

  /// “Eva’s ‹Village›”
  private func isOwned(_ index: Int) -> Bool { index > 0 && text.tokens[index - 1].kind == .clitic }

  /// Whose name it is a part of.
  private func owner(_ tokens: Range<Int>, _ best: PlaceOption) -> Double {
    let number = names.ofToken[tokens.lowerBound]
    guard number >= 0 else { return 0 }
    let name = names.all[Int(number)]
    let isWhole = name.tokens == tokens
    if !isWhole, text.isShouted(name.tokens) { return 0 }
    if isWhole, tokens.count > 1, name.kind != .person || isKnown(best) || opensPlace(tokens) {
      return 0
    }
    if let person = people.person(Int(number)), tokens.lowerBound >= name.tokens.lowerBound {
      if !person.isSure(text), best.feature.isWorldwide || best.feature == .admin1 {
        return isWhole || !isForename(tokens.lowerBound) ? 0 : Weight.person
      }
      // “Generation Charleston” makes nobody of Charleston.
      if isWhole, !person.isSure(text), best.prior >= 5 { return Weight.partOfName }
      let isFull = isWhole && tokens.count == 1 || name.kind == .person && !isWhole
      return isFull ? Weight.person : Weight.person / 2
    }
    if name.titles?.contains(tokens.lowerBound) == true { return 0 }
    if name.kind == .person { return isWhole ? Weight.person / 2 : Weight.person }
    if isWhole { return 0 }
    if name.kind == .organisation {
      // “Goma ‹Police› Department”
      if text.tokens[tokens.lowerBound].is([.organisationHead, .collective]) {
        return Weight.person
      }
      return isLocal(name, tokens) ? Weight.locative : 0
    }
    let leftBefore = name.tokens.lowerBound..<max(name.tokens.lowerBound, tokens.lowerBound)
    let leftBehind = min(tokens.upperBound, name.tokens.upperBound)..<name.tokens.upperBound
    let isOther = leftBefore.contains { !describes($0) } || leftBehind.contains { !describes($0) }
    return isOther ? Weight.partOfName : 0
  }

  /// “‹Harlan› High School”: what a town has one of.
  private func isLocal(_ name: Name, _ tokens: Range<Int>) -> Bool {
    let first = text.tokens[tokens.lowerBound]
    if first.is([.placeNoun, .ordinary]) { return false }
    return name.tokens.contains {
      text.word(
        $0, isOneOf: "high", "middle", "elementary", "police", "fire", "sheriff", "council",
        "county", "township", "municipal")
    }
  }

  /// “‹Georgia› Brown”: what children are called after.
  private func isForename(_ index: Int) -> Bool {
    text.word(
      index, isOneOf: "georgia", "chad", "jordan", "israel", "india", "kenya", "dakota", "montana",
      "indiana", "virginia", "carolina")
  }

  /// “‹Tal› Abyad”, “‹Khan› Younis”: hills and inns.
  private func opensPlace(_ tokens: Range<Int>) -> Bool {
    text.word(tokens.lowerBound, in: .opening)
  }

  /// “Hong Kong”, “San Diego”: towns that are called as people are.
  private func isKnown(_ best: PlaceOption) -> Bool { best.isPrimary && best.prior > 5.3 }

  /// “Greater London”, “Downtown Chicago”, “Russian Donbas”.
  private func describes(_ index: Int) -> Bool {
    let token = text.tokens[index]
    return !token.isWord || !token.isCapitalised
      || token.is([.direction, .countryWord, .function, .placeNoun, .placePart])
  }
}
