// Words that are no names, although places bear them.

import Gazetteer

enum PlaceWords {
  /// Below this many people a name with an article in front of it is taken for other words.
  private static let knownPopulation = 20_000

  static func mayName(
    _ tokens: Range<Int>, _ candidates: [Candidate], _ sentence: Range<Int>, _ text: Text,
    _ gazetteer: Gazetteer
  ) -> Bool {
    let first = text.tokens[tokens.lowerBound]
    if tokens.count > 1 {
      // “The river” that begins a sentence is no name, whatever town is called The River.
      let isNamed = tokens.dropFirst().contains { text.tokens[$0].isCapitalised }
      return !first.is([.determiner, .pronoun]) || !first.isCapitalised
        || isNamed && isKnown(candidates[0], gazetteer)
    }
    if first.is(.direction) { return false }
    if first.shape.contains(.capitals) { return mayBeCapitals(first, candidates, text, gazetteer) }
    return !first.is([.function, .pronoun, .month, .weekday, .auxiliary, .timeUnit])
      || first.shape.contains(.dotted)
  }

  private static func isKnown(_ candidate: Candidate, _ gazetteer: Gazetteer) -> Bool {
    !gazetteer.feature(of: candidate.place).isPopulated
      || gazetteer.population(of: candidate.place) >= knownPopulation
  }

  /// Short words all in capitals are abbreviations of something; only countries have them.
  private static func mayBeCapitals(
    _ token: Token, _ candidates: [Candidate], _ text: Text, _ gazetteer: Gazetteer
  ) -> Bool {
    guard token.range.count <= 4 else { return true }
    let feature = gazetteer.feature(of: candidates[0].place)
    return feature.isWorldwide || feature == .admin1 || feature == .region
      || token.shape.contains(.dotted)
  }
}
