// What a place has to do with what its sentence tells.

/// Tells where something happened from where someone comes from and from what is merely mentioned.
struct PlaceRoles {
  let text: Text
  let names: Names

  /// - Parameter last: the mention before it, and its role: a list, and what contains a place, share
  ///   one.
  /// - Returns: nil in a language that the rules do not know.
  func role(
    of tokens: Range<Int>, behind last: (tokens: Range<Int>, role: PlaceMention.Role)?
  ) -> PlaceMention.Role? {
    guard text.lexicon.isEnglish else { return nil }
    let sentence = text.sentences[text.sentence(of: tokens.lowerBound)].tokens
    if let last, isJoined(last.tokens, tokens) { return last.role }
    if isOrigin(tokens, sentence) { return .origin }
    if isAside(tokens, sentence) { return .background }
    return isWhere(tokens, sentence) && tellsEvent(around: tokens, sentence) ? .event : .background
  }

  /// “‹Zalizne›, ‹Pivnichne› and ‹Toretsk›”; “‹Goma›, the capital of ‹North Kivu›” is no such pair.
  private func isJoined(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    guard one.upperBound < other.lowerBound else { return false }
    let gap = one.upperBound..<other.lowerBound
    guard gap.count <= 3 else { return false }
    return gap.allSatisfy { index in
      let kind = text.tokens[index].kind
      return kind == .comma || kind == .openBracket || kind == .hyphen
        || text.word(index, isOneOf: "and", "or", "the")
    }
  }

  // MARK: - Where someone comes from

  private func isOrigin(_ tokens: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let (before, next) = (tokens.lowerBound - 1, tokens.upperBound)
    // “in ‹Goma› soldiers shot”: they are where it is told.
    let isScene = before >= sentence.lowerBound && text.word(before, isOneOf: "in", "at", "near")
    if next < sentence.upperBound, isPeople(next), !isScene { return true }
    if next + 1 < sentence.upperBound, text.tokens[next].kind == .hyphen,
      text.word(next + 1, isOneOf: "based", "born", "backed", "led", "registered", "flagged")
    {
      return true
    }
    if let titles = names[token: tokens.lowerBound]?.titles,
      tokens.lowerBound >= titles.lowerBound, tokens.upperBound <= titles.upperBound
    {
      return true
    }
    if isModifier(tokens, sentence) { return true }
    guard before > sentence.lowerBound else { return false }
    if text.word(before, isOneOf: "of") { return isPerson(before - 1) }
    if text.word(before, isOneOf: "from") {
      return isPerson(before - 1) && !isMoved(before - 1, sentence)
    }
    return text.word(before, isOneOf: "in", "near")
      && text.word(
        before - 1, isOneOf: "born", "raised", "lives", "lived", "living", "based", "resident",
        "residents", "headquartered")
  }

  /// “‹U.S.› marshals”: abbreviations have no adjective.
  private func isModifier(_ tokens: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let shape = text.tokens[tokens.lowerBound].shape
    guard tokens.count == 1, shape.contains(.capitals) || shape.contains(.dotted),
      text.tokens[tokens.lowerBound].range.count <= 4, tokens.upperBound < sentence.upperBound
    else { return false }
    let next = text.tokens[tokens.upperBound]
    return next.isWord && !next.isCapitalised && !text.isShouted(sentence)
      && !next.is([.function, .auxiliary, .preposition, .conjunction, .cue, .adverb, .pronoun])
  }

  /// “withdrew its soldiers from”
  private func isMoved(_ noun: Int, _ sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, noun - 4)..<noun).contains {
      text.word(
        $0, isOneOf: "withdraw", "withdrew", "withdrawn", "withdrawing", "pull", "pulled",
        "evacuate", "evacuated", "evacuating", "expelled", "drove", "driven", "fled", "escaped",
        "captured")
    }
  }

  /// “‹Salem› man”, “‹Salem› residents”, “‹Salem› Mayor”
  private func isPeople(_ index: Int) -> Bool {
    text.tokens[index].isWord && text.tokens[index].is([.role, .collective])
      && !text.tokens[index].is(.placeNoun)
      || text.word(index, in: .inhabitant)
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
      && (token.is([.role, .collective, .countedNoun]) && !token.is(.placeNoun)
        || text.word(index, in: .inhabitant)
        || text.word(index, isOneOf: "cook", "crew", "crews", "them"))
  }

  // MARK: - Where something happened

  /// “30 km north of ‹X›”, “like ‹X›”, “border with ‹X›”
  private func isAside(_ tokens: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let before = tokens.lowerBound - 1
    guard before > sentence.lowerBound else { return false }
    if text.word(before, isOneOf: "of", "from") {
      // “30 km north of” is not there; “north of” may be.
      return (max(sentence.lowerBound, before - 3)..<before).contains {
        text.word($0, in: .length)
      }
    }
    if text.word(before, isOneOf: "for") {
      return !text.word(before - 1, in: .event)
    }
    return text.word(before, isOneOf: "with", "like", "than", "as", "about", "via")
  }

  /// Something is said to be there, or done to it, or it undergoes something.
  private func isWhere(_ tokens: Range<Int>, _ sentence: Range<Int>) -> Bool {
    isBehindPreposition(tokens.lowerBound, sentence) || undergoes(tokens.upperBound, sentence)
  }

  /// How many tokens a place has between it and the word that says where: “in the rebel-held town of”.
  private static let longestApproach = 8

  private func isBehindPreposition(_ start: Int, _ sentence: Range<Int>) -> Bool {
    let low = max(sentence.lowerBound, start - Self.longestApproach)
    for index in (low..<start).reversed() {
      let token = text.tokens[index]
      if text.word(index, in: [.scene, .locative])
        || text.word(index, isOneOf: "on", "over", "against", "along", "onto")
      {
        return true
      }
      let does = text.word(index, in: .event) || token.is(.controlVerb)
      if does, token.isWord, !token.isCapitalised { return true }
      let isInList = token.kind == .comma && index > low && text.tokens[index - 1].isCapitalised
      guard token.isWord || token.kind == .hyphen || token.kind == .clitic || isInList,
        !token.is([.auxiliary, .pronoun, .conjunction, .cue, .subordinator])
      else { return false }
    }
    return false
  }

  /// “‹Toretsk› was shelled”, “‹Goma› fell”
  private func undergoes(_ next: Int, _ sentence: Range<Int>) -> Bool {
    guard next < sentence.upperBound, !text.tokens[next].is(.preposition) else { return false }
    return (next..<min(sentence.upperBound, next + 4)).contains { index in
      text.word(index, isOneOf: "was", "were", "been", "came", "fell", "saw", "is", "are")
        && (index..<min(sentence.upperBound, index + 4)).contains {
          text.word($0, in: .event) || text.word($0, isOneOf: "attack", "fire")
        }
    }
  }

  /// How many tokens away what happens may be told.
  private static let reach = 30

  private func tellsEvent(around tokens: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let low = max(sentence.lowerBound, tokens.lowerBound - Self.reach)
    let high = min(sentence.upperBound, tokens.upperBound + Self.reach)
    return (low..<high).contains { index in
      !tokens.contains(index) && text.word(index, in: .event)
        && !isPlanned(index, sentence)
    }
  }

  /// “will attack”, “plans to strike”, “if they fire”
  private func isPlanned(_ index: Int, _ sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, index - 3)..<index).contains {
      text.word($0, isOneOf: "will", "would", "could", "might", "may", "should", "if")
        && !text.tokens[$0].isCapitalised || $0 == index - 1 && text.word($0, isOneOf: "to")
    }
  }
}
