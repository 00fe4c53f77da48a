// Where a name that begins at a word may end.

enum PlaceEnds {
  /// Ends of stretches that may be one name, shortest first.
  static func find(
    from start: Int, after first: Int, _ sentence: Range<Int>, _ text: Text, longest: Int
  ) -> [Int] {
    var ends = [first + 1]
    var next = first + 1
    while next < min(sentence.upperBound, first + longest) {
      let token = text.tokens[next]
      if token.isWord, token.isCapitalised, token.shape.contains(.afterSpace) {
        next += 1
        ends.append(next)
      } else if let end = linked(next, sentence.upperBound, text) {
        next = end
        ends.append(next)
      } else {
        if isTypeNoun(next, text) { ends.append(next + 1) }
        break
      }
    }
    return ends
  }

  /// “-on-Don”, “ of Man”, “’s Lynn”: small words with a capitalised one behind them.
  private static func linked(_ index: Int, _ end: Int, _ text: Text) -> Int? {
    var next = index
    while next < min(end, index + 4), isLink(next, text) { next += 1 }
    guard next > index, next < end, text.tokens[next].isWord, text.tokens[next].isCapitalised else {
      return nil
    }
    return next + 1
  }

  private static func isLink(_ index: Int, _ text: Text) -> Bool {
    let token = text.tokens[index]
    if token.kind == .hyphen || token.kind == .clitic { return true }
    // “Port-au-Prince”, “Deir ez-Zor”
    if isShort(token), text.tokens[index - 1].kind == .hyphen { return true }
    return text.word(index, in: [.inside, .article])
  }

  private static func isShort(_ token: Token) -> Bool {
    token.isWord && !token.isCapitalised && token.range.count <= 4
  }

  /// “Donetsk region”
  private static func isTypeNoun(_ index: Int, _ text: Text) -> Bool {
    let token = text.tokens[index]
    return token.isWord && token.shape.contains(.afterSpace)
      && token.is([.placeRegion, .placeNoun, .placeSpot])
  }
}
