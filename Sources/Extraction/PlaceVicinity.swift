// Words that put something beside a place, not in it: “near ‹X›”, “10 km north of ‹X›”.

enum PlaceVicinity {
  /// Whether what is said to be there is only near it.
  static func isNear(_ tokens: Range<Int>, _ text: Text) -> Bool {
    let low = text.sentences[text.sentence(of: tokens.lowerBound)].tokens.lowerBound
    var before = tokens.lowerBound - 1
    // “near the eastern city of ‹X›”
    if before > low, text.word(before, isOneOf: "of"), isNoun(before - 1, text) {
      before -= 2
      while before > low, text.tokens[before].is([.direction, .countryWord]) { before -= 1 }
    }
    while before > low, text.tokens[before].is(.determiner) { before -= 1 }
    guard before >= low else { return false }
    if text.word(before, isOneOf: "near", "outside", "around", "off", "beside") {
      // “in and around ‹X›”
      return !text.word(before - 1, isOneOf: "and")
    }
    guard before > low, text.word(before, isOneOf: "of", "from", "away") else { return false }
    before = beforeBracket(before, low, text)
    if text.word(before - 1, in: .length)
      || text.word(before - 1, isOneOf: "outskirts", "outside", "away")
    {
      return true
    }
    // “north of ‹X›”, but not “in the north of ‹X›”
    return text.tokens[before - 1].is(.direction) && !text.tokens[before - 1].isCapitalised
      && !(before > low + 1 && text.tokens[before - 2].is(.determiner))
  }

  /// “10 km ‹(6 miles)› from X”: the token behind the measure.
  private static func beforeBracket(_ index: Int, _ low: Int, _ text: Text) -> Int {
    guard text.tokens[index - 1].kind == .closeBracket else { return index }
    return (low + 1..<index).last { text.tokens[$0].kind == .openBracket } ?? index
  }

  /// “near X and ‹Y›”: what is said of the one is said of the other, unless a verb goes on: “near X and
  /// Y was shelled”.
  static func isPaired(_ one: Range<Int>, _ other: Range<Int>, _ text: Text) -> Bool {
    guard one.upperBound + 1 == other.lowerBound, text.word(one.upperBound, isOneOf: "and", "or")
    else { return false }
    let next = other.upperBound
    return next == text.tokens.count
      || !text.tokens[next].is([.auxiliary, .cue, .controlVerb])
        && !text.word(next, in: [.event, .falls])
  }

  private static func isNoun(_ index: Int, _ text: Text) -> Bool {
    text.word(index, in: .settlement)
  }
}
