// Words that put something beside a place, not in it: “near ‹X›”, “10 km north of ‹X›”.

enum PlaceVicinity {
  /// Whether what is said to be there is only near it.
  static func isNear(_ tokens: Range<Int>, _ text: Text) -> Bool {
    var before = tokens.lowerBound - 1
    // “near the city of ‹X›”
    if text.word(before, isOneOf: "of"), isNoun(before - 1, text) { before -= 2 }
    while before > 0, text.tokens[before].is(.determiner) { before -= 1 }
    guard before >= 0 else { return false }
    if text.word(before, isOneOf: "near", "outside", "around", "off", "beside", "nearby") {
      return true
    }
    guard before > 0, text.word(before, isOneOf: "of", "from") else { return false }
    return text.word(
      before - 1, isOneOf: "outskirts", "outside", "km", "kilometres", "kilometers", "miles",
      "metres", "meters")
      || text.tokens[before - 1].is(.direction) && !text.tokens[before - 1].isCapitalised
  }

  private static func isNoun(_ index: Int, _ text: Text) -> Bool {
    index >= 0
      && text.word(
        index, isOneOf: "city", "town", "village", "settlement", "hamlet", "port", "suburb")
  }
}
