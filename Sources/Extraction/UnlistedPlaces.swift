// Names that the words in them and around them say are places, whatever the gazetteer has.

/// Tells whether a name is that of a place by its frame alone: “‹Cooper Street›”, “‹Mujaymir› village”,
/// “shelled ‹Arbin›”. What is found so has no locality.
struct UnlistedPlaces {
  let text: Text
  let names: Names
  let people: People

  /// The name that begins at a token and is a place; nil where nothing says so.
  func name(at token: Int, _ sentence: Range<Int>) -> Range<Int>? {
    guard let number = number(at: token) else { return nil }
    let name = names.all[number]
    if PlaceHints.isAnnounced(token, sentence, text) { return name.tokens }
    guard mayBePlace(name), !isPerson(number), let tokens = whole(name.tokens, sentence) else {
      return nil
    }
    let isPlace = isTyped(tokens) || isFollowedByType(tokens) || isWhere(tokens, sentence)
    return isPlace ? tokens : nil
  }

  /// The name with what it owns, “St. Michael’s Hospital”; nil where that is no name: “Wilson’s farm”.
  private func whole(_ tokens: Range<Int>, _ sentence: Range<Int>) -> Range<Int>? {
    let next = tokens.upperBound
    guard next < sentence.upperBound, text.tokens[next].kind == .clitic else { return tokens }
    guard next + 1 < sentence.upperBound, text.tokens[next + 1].isCapitalised else { return nil }
    return tokens.lowerBound..<(names[token: next + 1]?.tokens.upperBound ?? next + 2)
  }

  /// “‹Cooper Street›”: named after something else, which it is not.
  func road(at token: Int) -> Range<Int>? {
    guard let number = number(at: token) else { return nil }
    let tokens = names.all[number].tokens
    let last = tokens.upperBound - 1
    return tokens.count > 1 && isRoad(last) && !text.word(last - 1, isOneOf: "county", "provincial")
      ? tokens : nil
  }

  /// Names that have a part which is a place, but not here: “near ‹Wad Tarifa Um Sheikh›”.
  func replaceRefused(_ spans: inout [PlaceSpan]) {
    for index in spans.indices where !spans[index].isAccepted {
      let start = spans[index].tokens.lowerBound
      let sentence = text.sentences[text.sentence(of: start)].tokens
      guard let tokens = name(at: start, sentence), tokens.count > spans[index].tokens.count,
        index + 1 == spans.count || spans[index + 1].tokens.lowerBound >= tokens.upperBound
      else { continue }
      spans[index] = PlaceSpan(tokens: tokens, form: .unknown, isAccepted: true)
    }
  }

  /// Adds the names that stand in a list with places: “Ngungu, ‹Kirotshe› and ‹Minova›”.
  func completeLists(_ spans: inout [PlaceSpan]) {
    var completed: [PlaceSpan] = []
    for (index, span) in spans.enumerated() {
      completed.append(span)
      guard span.isAccepted, span.form == .name || span.form == .unknown else { continue }
      let limit = index + 1 < spans.count ? spans[index + 1].tokens.lowerBound : text.tokens.count
      var last = span.tokens
      while let next = listed(behind: last, before: limit) {
        completed.append(PlaceSpan(tokens: next, form: .unknown, isAccepted: true))
        last = next
      }
    }
    spans = completed
  }

  /// The name behind “, ”, “ and ” or “, and ” that is no person, and which a list goes on or ends with.
  private func listed(behind last: Range<Int>, before limit: Int) -> Range<Int>? {
    let sentence = text.sentences[text.sentence(of: last.lowerBound)].tokens
    var start = last.upperBound
    let hasComma = start < sentence.upperBound && text.tokens[start].kind == .comma
    if hasComma { start += 1 }
    let hasAnd = start < sentence.upperBound && text.word(start, isOneOf: "and", "or")
    if hasAnd { start += 1 }
    guard hasComma || hasAnd, start < sentence.upperBound, let number = number(at: start),
      mayBePlace(names.all[number]), !isPerson(number), people.person(number) == nil
    else { return nil }
    let tokens = names.all[number].tokens
    guard tokens.upperBound <= limit, tokens.upperBound < sentence.upperBound else { return nil }
    let next = text.tokens[tokens.upperBound]
    if hasAnd {
      return next.kind == .comma || next.endsSentence || next.is(.preposition) ? tokens : nil
    }
    let goesOn = next.kind == .comma || text.word(tokens.upperBound, isOneOf: "and", "or")
    let behind = tokens.upperBound + 1
    return goesOn && behind < sentence.upperBound && text.tokens[behind].isCapitalised
      && !text.tokens[behind].is([.role, .title, .givenName]) ? tokens : nil
  }

  private func isRoad(_ index: Int) -> Bool {
    text.word(index, in: .road)
  }

  private func number(at token: Int) -> Int? {
    let number = Int(names.ofToken[token])
    return number >= 0 && names.all[number].tokens.lowerBound == token
      && names.all[number].titles == nil ? number : nil
  }

  private func isPerson(_ number: Int) -> Bool {
    names.all[number].kind == .person || people.person(number)?.isSure(text) == true
  }

  /// No organisation, no abbreviation, no day, no word of the lists.
  private func mayBePlace(_ name: Name) -> Bool {
    let first = text.tokens[name.tokens.lowerBound]
    if text.word(name.tokens.lowerBound, in: .unplaced) { return false }
    if name.tokens.count > 1, first.is(.direction) || first.range.count == 1 { return false }
    guard name.kind != .organisation, !first.is([.month, .weekday, .knownOrganisation, .function])
    else { return false }
    if name.tokens.contains(where: { text.tokens[$0].is([.organisationHead, .cue]) }) {
      return false
    }
    return name.tokens.count > 1
      || !first.shape.contains(.capitals)
        && !first.is([
          .ordinary, .role, .title, .collective, .countryWord, .placeNoun, .placeSpot, .force,
        ])
  }

  // MARK: - What says so

  /// “Cooper Street”, “Lake Vermont”, “Barada Valley”
  private func isTyped(_ tokens: Range<Int>) -> Bool {
    guard tokens.count > 1 else { return false }
    let last = tokens.upperBound - 1
    return text.tokens[last].is([.placeSpot, .placeNoun, .placeRegion]) || isRoad(last)
      || text.word(tokens.lowerBound, in: .opening)
  }

  /// “Mujaymir village”, “the Adhamiyah area”
  private func isFollowedByType(_ tokens: Range<Int>) -> Bool {
    let next = tokens.upperBound
    return next < text.tokens.count && text.tokens[next].is([.placeNoun, .placeRegion])
      && !text.tokens[next].isCapitalised
      && !text.word(next, isOneOf: "community", "state", "country", "areas", "communities")
  }

  /// “in ‹Logo›”, “near ‹Nadda›”, “captured ‹Manerplaw›”
  private func isWhere(_ tokens: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let before = tokens.lowerBound - 1
    guard before >= sentence.lowerBound else { return false }
    if text.word(before, in: [.scene, .part, .assault]) { return true }
    if text.word(before, isOneOf: "at", "on") {
      return tellsEvent(before, sentence) && (tokens.count > 1 || text.word(before, isOneOf: "on"))
    }
    return text.tokens[before].is([.controlTake, .controlRetake, .controlHold, .controlEnter])
      && (text.tokens[before].range.count > 5 || hasForce(before, sentence)
        || text.word(tokens.upperBound, isOneOf: "in", "on", "from", "after", "and", "without"))
  }

  /// “shells fell at”, “a strike on”
  private func tellsEvent(_ preposition: Int, _ sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, preposition - 3)..<preposition).contains {
      text.word($0, in: .event)
    }
  }

  /// “the rebels took”, “it had held”: who takes and holds places, not persons.
  private func hasForce(_ verb: Int, _ sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, verb - 4)..<verb).contains {
      text.tokens[$0].is(.force) || text.word($0, isOneOf: "it", "they")
    }
  }
}
