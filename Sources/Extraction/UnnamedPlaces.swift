// Places that a text counts but does not name: “several localities in the region”.

enum UnnamedPlaces {
  static func find(in text: Text) -> [Unresolved] {
    text.sentences.flatMap { sentence in
      sentence.tokens.compactMap { index in
        guard isPluralNoun(index, text), let start = quantifier(before: index, sentence, text),
          !isNamed(behind: index + 1, sentence, text)
        else { return nil }
        let end = end(index + 1, sentence, text)
        return Unresolved(.place, text.range(start..<end), "places that the text does not name")
      }
    }
  }

  private static func isPluralNoun(_ index: Int, _ text: Text) -> Bool {
    text.tokens[index].is(.placeNoun)
      && text.word(
        index, isOneOf: "localities", "villages", "towns", "settlements", "cities", "hamlets")
  }

  /// The word that counts them; adjectives may stand between.
  private static func quantifier(
    before noun: Int, _ sentence: Sentence, _ text: Text
  ) -> Int? {
    var index = noun - 1
    while index >= sentence.tokens.lowerBound, noun - index < 4 {
      if text.word(
        index, isOneOf: "several", "some", "many", "surrounding", "outlying", "nearby",
        "neighbouring",
        "neighboring", "other", "various", "numerous", "dozens", "few")
        || text.tokens[index].is(.number) || text.tokens[index].kind == .number
      {
        return index
      }
      let token = text.tokens[index]
      guard token.isWord, !token.isCapitalised, !token.is([.preposition, .auxiliary, .conjunction])
      else { return nil }
      index -= 1
    }
    return nil
  }

  /// “three villages – Pivnichne, …”, “the villages of Zalizne and …”
  private static func isNamed(behind next: Int, _ sentence: Sentence, _ text: Text) -> Bool {
    guard next < sentence.tokens.upperBound else { return false }
    let kind = text.tokens[next].kind
    if kind == .dash || kind == .colon { return true }
    return text.word(next, isOneOf: "of", "called", "named")
      && next + 1 < sentence.tokens.upperBound
      && text.tokens[next + 1].isCapitalised
  }

  /// With “in the region” behind them.
  private static func end(_ next: Int, _ sentence: Sentence, _ text: Text) -> Int {
    guard next + 2 < sentence.tokens.upperBound, text.word(next, isOneOf: "in", "of", "across"),
      text.word(next + 1, isOneOf: "the"), text.tokens[next + 2].is(.placeNoun),
      !text.tokens[next + 2].isCapitalised
    else { return next }
    return next + 3
  }
}
