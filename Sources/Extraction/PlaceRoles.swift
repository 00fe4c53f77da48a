// What a place has to do with what its sentence tells.

/// Tells where something happened from where someone comes from and from what is merely mentioned.
struct PlaceRoles {
  let text: Text
  let names: Names

  func role(of tokens: Range<Int>) -> PlaceMention.Role {
    let sentence = text.sentences[text.sentence(of: tokens.lowerBound)].tokens
    if isOrigin(tokens, sentence) { return .origin }
    if isAside(tokens, sentence) { return .background }
    return isWhere(tokens, sentence) && tellsEvent(around: tokens, sentence) ? .event : .background
  }

  // MARK: - Where someone comes from

  private func isOrigin(_ tokens: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let (before, next) = (tokens.lowerBound - 1, tokens.upperBound)
    if next < sentence.upperBound, isPeople(next) { return true }
    if next + 1 < sentence.upperBound, text.tokens[next].kind == .hyphen,
      text.word(next + 1, isOneOf: "based", "born", "backed", "led", "registered", "flagged")
    {
      return true
    }
    if let name = names[token: tokens.lowerBound], let titles = name.titles,
      titles.contains(tokens.lowerBound)
    {
      return true
    }
    guard before > sentence.lowerBound else { return false }
    if text.word(before, isOneOf: "of") { return isPerson(before - 1) }
    if text.word(before, isOneOf: "from") {
      return isPerson(before - 1) && !text.tokens[before - 1].isCapitalised
        || names[token: before - 1]?.kind == .person
    }
    return text.word(before, isOneOf: "in", "near")
      && text.word(
        before - 1, isOneOf: "born", "raised", "lives", "lived", "living", "based", "resident",
        "residents", "headquartered")
  }

  /// “‹Salem› man”, “‹Salem› residents”, “‹Salem› Mayor”
  private func isPeople(_ index: Int) -> Bool {
    text.tokens[index].isWord && text.tokens[index].is([.role, .collective])
      && !text.tokens[index].is(.placeNoun)
      || text.word(
        index, isOneOf: "man", "woman", "men", "women", "couple", "boy", "girl", "teen", "resident",
        "residents", "native", "family", "families", "mayor", "police", "students", "farmer",
        "farmers", "people")
  }

  /// “residents of”, “Ann Lee, 34, of”, “a farmer from”
  private func isPerson(_ index: Int) -> Bool {
    let token = text.tokens[index]
    if token.kind == .comma {
      return index > 0
        && (text.tokens[index - 1].kind == .number || names[token: index - 1]?.kind == .person)
    }
    if names[token: index]?.kind == .person { return true }
    return token.isWord
      && (token.is([.role, .collective, .countedNoun]) && !token.is([.placeNoun, .force])
        || text.word(index, isOneOf: "man", "woman", "boy", "girl", "native", "farmer", "student"))
  }

  // MARK: - Where something happened

  /// “30 km north of ‹X›”, “like ‹X›”, “border with ‹X›”
  private func isAside(_ tokens: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let before = tokens.lowerBound - 1
    guard before > sentence.lowerBound else { return false }
    if text.word(before, isOneOf: "of", "from") {
      return text.tokens[before - 1].is([.direction, .measure])
        || text.word(before - 1, isOneOf: "km", "miles", "kilometers", "kilometres")
    }
    return text.word(before, isOneOf: "with", "like", "than", "as", "about", "for", "via")
  }

  /// Something is said to be there, or done to it.
  private func isWhere(_ tokens: Range<Int>, _ sentence: Range<Int>) -> Bool { true }

  /// How many tokens away what happens may be told.
  private static let reach = 30

  private func tellsEvent(around tokens: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let low = max(sentence.lowerBound, tokens.lowerBound - Self.reach)
    let high = min(sentence.upperBound, tokens.upperBound + Self.reach)
    return (low..<high).contains { index in
      !tokens.contains(index) && text.lexeme(index).links.contains(.event)
        && !isPlanned(index, sentence)
    }
  }

  /// “will attack”, “plans to strike”, “if they fire”
  private func isPlanned(_ index: Int, _ sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, index - 3)..<index).contains {
      text.word($0, isOneOf: "will", "would", "could", "might", "may", "should", "to", "if")
    }
  }
}
