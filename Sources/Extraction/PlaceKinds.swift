// What a mention of a place stands for: itself, a government, a part of another name.

import Gazetteer

struct PlaceKinds {
  let text: Text
  let names: Names
  let gazetteer: Gazetteer
  private let countries = Countries.shared

  init(_ text: Text, _ names: Names, _ gazetteer: Gazetteer) {
    self.text = text
    self.names = names
    self.gazetteer = gazetteer
  }

  func kind(of span: PlaceSpan, _ place: Place?) -> PlaceMention.Kind {
    switch span.form {
    case .adjective: return .demonym
    case .seat: return .government
    case .unknown: return .name
    case .name: break
    }
    guard let place else { return .name }
    if isInOrganisation(span.tokens, place) { return .inOrganisation }
    return isGovernment(span.tokens, place) ? .government : .name
  }

  // MARK: - Organisations

  private func isInOrganisation(_ tokens: Range<Int>, _ place: Place) -> Bool {
    if let name = names[token: tokens.lowerBound], name.tokens.count > tokens.count,
      name.tokens.lowerBound <= tokens.lowerBound, name.kind == .organisation,
      !text.isShouted(name.tokens)
    {
      return true
    }
    return isFollowedByOrganisation(tokens) || ownsOffice(tokens.upperBound)
  }

  /// “‹Bay County› Sheriff’s Office”
  private func ownsOffice(_ next: Int) -> Bool {
    next + 2 < text.tokens.count && text.tokens[next].isCapitalised
      && text.tokens[next].is([.role, .collective]) && text.tokens[next + 1].kind == .clitic
      && text.tokens[next + 2].isCapitalised && text.tokens[next + 2].is(.organisationHead)
  }

  /// “‹Luhansk› operational tactical group”: a few plain words that end in what an organisation is.
  private func isFollowedByOrganisation(_ tokens: Range<Int>) -> Bool {
    let start = tokens.upperBound
    // “in ‹Goma› rebels killed”: they are no part of its name.
    let isScene = text.word(tokens.lowerBound - 1, isOneOf: "in", "at", "near")
    var index = start
    while index < min(text.tokens.count, start + 4) {
      let token = text.tokens[index]
      guard token.isWord, !token.isCapitalised,
        !token.is([
          .function, .auxiliary, .preposition, .cue, .adverb, .placeNoun, .role, .collective,
          .timeUnit,
        ]) || token.is(.organisationHead) && token.is(.collective)
      else { return false }
      if token.is(.organisationHead) {
        // “Chad sent troops”: what needs no article may be the object of a verb.
        let isPlural = text.word(
          index, isOneOf: "troops", "forces", "police", "militants", "rebels", "navy")
        return !isCommonHead(index) && !isPlural || index == start && isPlural && !isScene
      }
      index += 1
    }
    return false
  }

  /// Words that any town has.
  private func isCommonHead(_ index: Int) -> Bool {
    text.word(index, in: .common)
  }

  // MARK: - Governments

  /// A capital that acts, owns or is acted upon as its government does.
  private func isGovernment(_ tokens: Range<Int>, _ place: Place) -> Bool {
    guard gazetteer.feature(of: place).isPopulated, isCapital(tokens, place),
      !isWhere(tokens.lowerBound)
    else { return false }
    return owns(tokens.upperBound) || acts(tokens.upperBound) || isMoved(tokens)
  }

  private func isCapital(_ tokens: Range<Int>, _ place: Place) -> Bool {
    var folded: [UInt8] = []
    Folding.append(text.bytes.span.extracting(text.range(tokens)), to: &folded)
    return countries.capitals[folded]?.contains(gazetteer.countryCode(of: place)) == true
  }

  private func isWhere(_ start: Int) -> Bool {
    text.word(start - 1, in: [.scene, .part])
      || text.word(
        start - 1, isOneOf: "at", "from", "through", "reached", "left", "visited")
  }

  /// “Moscow’s assault”, but not “Moscow’s airport”.
  private func owns(_ next: Int) -> Bool {
    guard next + 1 < text.tokens.count, text.tokens[next].kind == .clitic else { return false }
    return (next + 1..<min(next + 4, text.tokens.count)).allSatisfy {
      !text.tokens[$0].is([.placeNoun, .placeSpot])
        && !text.word(
          $0, isOneOf: "mayor", "streets", "residents", "population", "metro", "outskirts",
          "centre",
          "center", "downtown", "suburbs")
    }
  }

  /// “Kyiv has denied”, “Beijing said”, “Washington will”.
  private func acts(_ next: Int) -> Bool {
    var index = next
    while index < text.tokens.count, text.tokens[index].is(.adverb) { index += 1 }
    guard index < text.tokens.count else { return false }
    let token = text.tokens[index]
    guard token.isWord, !token.isCapitalised else { return false }
    if token.is(.cue) || text.word(index, in: .governs) { return true }
    guard text.word(index, isOneOf: "has", "had", "will", "would", "could", "may", "must", "should")
    else { return false }
    return index + 1 < text.tokens.count && !text.tokens[index + 1].is([.determiner, .preposition])
      && !text.word(index + 1, isOneOf: "been")
  }

  /// “allow Moscow to”, “by Kyiv”, “with Washington”.
  private func isMoved(_ tokens: Range<Int>) -> Bool {
    let start = tokens.lowerBound
    guard start > 0 else { return false }
    if text.word(
      start - 1, isOneOf: "by", "with", "against", "neither", "nor", "accuse", "accuses", "accused",
      "accusing", "blame", "blames", "blamed", "blaming", "urge", "urges", "urged", "urging")
    {
      return true
    }
    return text.word(tokens.upperBound, isOneOf: "to")
      && text.word(
        start - 1, isOneOf: "allow", "allows", "allowed", "allowing", "enable", "enables", "help",
        "helps", "force", "forced", "urge", "urged", "urges", "want", "wants", "asked", "for",
        "pushed", "lets", "let")
  }
}
