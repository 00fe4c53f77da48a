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
    if text.word(
      before - 1, isOneOf: "outskirts", "outside", "km", "kilometres", "kilometers", "miles",
      "metres", "meters", "away")
    {
      return true
    }
    // “north of ‹X›”, but not “in the north of ‹X›”
    return text.tokens[before - 1].is(.direction) && !text.tokens[before - 1].isCapitalised
      && !(before > low + 1 && text.tokens[before - 2].is(.determiner))
  }

  private static func isNoun(_ index: Int, _ text: Text) -> Bool {
    index >= 0
      && text.word(
        index, isOneOf: "city", "town", "village", "settlement", "hamlet", "port", "suburb")
  }
}
