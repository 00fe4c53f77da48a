// Places that a text means without their name: the city, this town, in town.

import Gazetteer

enum NominalPlaces {
  /// In the order of the text, each with the place that it means.
  ///
  /// - Parameter places: in the order of the text.
  static func find(
    in text: Text, places: [PlaceMention], gazetteer: Gazetteer
  ) -> [(range: Range<Int>, place: Place)] {
    var found: [(range: Range<Int>, place: Place)] = []
    var named = NamedPlaces(places, gazetteer)
    for sentence in text.sentences {
      for noun in sentence.tokens where text.tokens[noun].is(.placeNoun) {
        guard let phrase = phrase(noun, sentence.tokens, text) else { continue }
        let range = text.range(phrase.tokens)
        guard !named.covers(range), let kind = NominalKind(noun, text) else { continue }
        named.pass(range.lowerBound)
        let end = text.range(sentence.tokens).upperBound
        let isOpening = sentence.block == 0
        if let place = named.meant(by: kind, phrase.form, range, to: end, isOpening, text) {
          found.append((range, place))
        }
      }
    }
    return found
  }

  private struct Phrase {
    let tokens: Range<Int>
    let form: NominalForm
  }

  /// The longest row of adjectives between article and noun.
  private static let adjectives = 3

  private static func phrase(_ noun: Int, _ sentence: Range<Int>, _ text: Text) -> Phrase? {
    let token = text.tokens[noun]
    guard !token.isCapitalised, !goesOn(noun, sentence, text) else { return nil }
    if noun > sentence.lowerBound, text.word(noun, isOneOf: "town"),
      text.word(noun - 1, isOneOf: "in", "into", "around", "through", "across")
    {
      return Phrase(tokens: noun..<(noun + 1), form: .bare)
    }
    for first in stride(
      from: noun - 1, through: max(sentence.lowerBound, noun - 1 - adjectives), by: -1)
    {
      let word = text.tokens[first]
      if let form = NominalForm(first, text) {
        return Phrase(tokens: first..<(noun + 1), form: form)
      }
      guard word.isWord || word.kind == .hyphen,
        !word.isCapitalised || word.is(.direction),
        !word.is([.auxiliary, .preposition, .conjunction, .pronoun, .possessive, .cue])
      else { return nil }
    }
    return nil
  }

  /// “the city of Ede” and “the city council” are other things.
  private static func goesOn(_ noun: Int, _ sentence: Range<Int>, _ text: Text) -> Bool {
    let next = noun + 1
    guard next < sentence.upperBound else { return false }
    let token = text.tokens[next]
    if token.kind == .hyphen { return true }
    if text.word(next, isOneOf: "of"), next + 1 < sentence.upperBound {
      return text.tokens[next + 1].isCapitalised
    }
    return token.isWord && !token.isCapitalised && token.is([.organisationHead, .role, .placePart])
      && !token.is(.function)
  }
}

/// How a nominal mention is made.
enum NominalForm {
  case definite, this, indefinite, bare

  init?(_ token: Int, _ text: Text) {
    if text.word(token, isOneOf: "the") {
      self = .definite
    } else if text.word(token, isOneOf: "this", "that") {
      self = .this
    } else if text.word(token, isOneOf: "a", "an") {
      self = .indefinite
    } else {
      return nil
    }
  }
}

/// What a noun can mean.
enum NominalKind {
  case city, town, village, region, district, country
  /// What a report calls a town may be a village of the gazetteer.
  case anyPopulated

  var isPopulated: Bool {
    switch self {
    case .city, .town, .village, .anyPopulated: true
    case .region, .district, .country: false
    }
  }

  init?(_ noun: Int, _ text: Text) {
    if text.word(noun, isOneOf: "city", "metropolis") {
      self = .city
    } else if text.word(noun, isOneOf: "town", "municipality", "port", "settlement", "locality") {
      self = .town
    } else if text.word(noun, isOneOf: "village", "hamlet") {
      self = .village
    } else if text.word(noun, isOneOf: "region", "province", "oblast", "governorate") {
      self = .region
    } else if text.word(noun, isOneOf: "district", "county", "raion") {
      self = .district
    } else if text.word(noun, isOneOf: "country") {
      self = .country
    } else {
      return nil
    }
  }

  func fits(_ feature: Feature) -> Bool {
    switch self {
    case .city: feature == .city || feature == .town
    case .town: feature.isPopulated && feature != .village && feature != .neighbourhood
    case .village: feature == .village || feature == .settlement
    case .anyPopulated: feature.isPopulated
    case .region: feature == .admin1
    case .district: feature == .admin2
    case .country: feature == .country
    }
  }
}
