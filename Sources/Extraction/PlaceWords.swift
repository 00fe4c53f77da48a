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
    if first.shape.contains(.capitals) {
      return mayBeCapitals(tokens.lowerBound, candidates, sentence, text, gazetteer)
    }
    if first.is(.month) { return false }
    return !first.is([.function, .pronoun, .weekday, .auxiliary, .timeUnit])
      || first.shape.contains(.dotted)
  }

  private static func isKnown(_ candidate: Candidate, _ gazetteer: Gazetteer) -> Bool {
    !gazetteer.feature(of: candidate.place).isPopulated
      || gazetteer.population(of: candidate.place) >= knownPopulation
  }

  /// Short words all in capitals are abbreviations of something; only what is larger than a town has
  /// them, but for a line that is all in capitals.
  private static func mayBeCapitals(
    _ index: Int, _ candidates: [Candidate], _ sentence: Range<Int>, _ text: Text,
    _ gazetteer: Gazetteer
  ) -> Bool {
    let token = text.tokens[index]
    if token.range.count > 4 || token.shape.contains(.dotted) { return true }
    if isDateline(index, sentence, text) { return true }
    if NameChunks.isShouting(sentence, text) {
      return !token.is([.function, .pronoun, .auxiliary, .preposition]) && token.range.count > 2
        || candidates.contains { gazetteer.feature(of: $0.place) == .country }
    }
    return candidates.contains { isLarge($0, gazetteer) }
      && (token.range.count > 2 || isBehindPlace(index, candidates, text, gazetteer))
  }

  /// “‹GOMA›, Congo (Wire) —”
  private static func isDateline(_ index: Int, _ sentence: Range<Int>, _ text: Text) -> Bool {
    guard index == sentence.lowerBound, index + 1 < sentence.upperBound,
      text.tokens[index].range.count > 2
    else { return false }
    let next = text.tokens[index + 1].kind
    return next == .comma || next == .openBracket || next == .dash
  }

  /// “Salem, ‹OR›”: postal codes stand behind the name of a place alone.
  private static func isBehindPlace(
    _ index: Int, _ candidates: [Candidate], _ text: Text, _ gazetteer: Gazetteer
  ) -> Bool {
    guard gazetteer.feature(of: candidates[0].place) == .admin1, index > 1 else { return true }
    let mark = text.tokens[index - 1].kind
    return (mark == .comma || mark == .hyphen || mark == .openBracket)
      && text.tokens[index - 2].isCapitalised
  }

  /// The places that a word all in capitals can be short for: “EU” is not the town of Eu.
  static func abbreviated(
    _ candidates: [Candidate], _ tokens: Range<Int>, _ text: Text, _ gazetteer: Gazetteer
  ) -> [Candidate] {
    let first = text.tokens[tokens.lowerBound]
    guard tokens.count == 1, first.shape.contains(.capitals), first.range.count <= 4 else {
      return candidates
    }
    let large = candidates.filter { isLarge($0, gazetteer) }
    return large.isEmpty ? candidates : large
  }

  private static func isLarge(_ candidate: Candidate, _ gazetteer: Gazetteer) -> Bool {
    let feature = gazetteer.feature(of: candidate.place)
    return feature.isWorldwide || feature == .admin1 || feature == .region
  }
}
