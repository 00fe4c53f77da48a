// What the words around a name say that it is: “the village of …”, “… region”.

import Gazetteer

enum PlaceHints {
  static func find(
    _ tokens: Range<Int>, _ sentence: Range<Int>, _ text: Text
  ) -> FeatureHint? {
    if sharedNoun(behind: tokens.upperBound, sentence, text) != nil
      || isUnits(tokens.upperBound - 1, text)
    {
      return .unit
    }
    if let noun = noun(before: tokens.lowerBound, text) { return hint(noun, text) }
    let last = tokens.upperBound - 1
    if tokens.count > 1, text.tokens[last].is(.placeNoun) { return hint(last, text) }
    guard tokens.upperBound < text.tokens.count else { return nil }
    let next = text.tokens[tokens.upperBound]
    guard next.isWord, next.is(.placeNoun), !text.word(tokens.upperBound, isOneOf: "state") else {
      return nil
    }
    return hint(tokens.upperBound, text)
  }

  private static func hint(_ noun: Int, _ text: Text) -> FeatureHint? {
    if text.tokens[noun].is(.placeRegion) { return .unit }
    return text.word(noun, in: .settlement) ? .populated : nil
  }

  /// The noun of “the border region of ‹X›”; a stray stop between them does not part them.
  private static func noun(before start: Int, _ text: Text) -> Int? {
    guard start > 1, text.word(start - 1, isOneOf: "of") else {
      // “the village ‹X›”
      return start > 0 && text.tokens[start - 1].is(.placeNoun) && isPlain(start - 1, text)
        ? start - 1 : nil
    }
    let noun = text.tokens[start - 2].kind == .stop ? start - 3 : start - 2
    return noun >= 0 && text.tokens[noun].is(.placeNoun) && isPlain(noun, text) ? noun : nil
  }

  private static func isPlain(_ index: Int, _ text: Text) -> Bool {
    text.tokens[index].isWord && !text.tokens[index].isCapitalised
  }

  /// The noun that the names of a list share, with a space before it: “Clay, Becker and Wilkin counties”.
  /// The last of them has it too, where it stands behind others.
  static func sharedNoun(
    behind end: Int, _ sentence: Range<Int>, _ text: Text
  ) -> StaticString? {
    var index = end
    while index < min(sentence.upperBound, end + 12) {
      let token = text.tokens[index]
      if token.isWord, !token.isCapitalised, !text.word(index, isOneOf: "and", "or") { break }
      guard token.isWord || token.kind == .comma else { return nil }
      index += 1
    }
    guard index < sentence.upperBound, isUnits(index, text) else { return nil }
    return plurals.first { text.word(index, isOneOf: [$0.plural]) }?.singular
  }

  /// “Clay and ‹Wilkin counties›”: the last name of a list has the noun in its mention.
  static func endOfShared(
    behind end: Int, _ sentence: Range<Int>, _ text: Text
  ) -> Int {
    end < sentence.upperBound && isUnits(end, text) ? end + 1 : end
  }

  private static func isUnits(_ index: Int, _ text: Text) -> Bool {
    !text.tokens[index].isCapitalised && text.word(index, in: .units)
  }

  private static let plurals: [(plural: StaticString, singular: StaticString)] = [
    ("counties", " County"), ("provinces", " Province"), ("regions", " Region"),
    ("oblasts", " Oblast"), ("districts", " District"), ("parishes", " Parish"),
    ("townships", " Township"), ("governorates", " Governorate"), ("states", " State"),
    ("raions", " Raion"),
  ]

  /// True where only a place can follow.
  static func isAnnounced(_ start: Int, _ sentence: Range<Int>, _ text: Text) -> Bool {
    guard start - 2 >= sentence.lowerBound, text.word(start - 1, isOneOf: "of") else {
      return false
    }
    return text.word(start - 2, in: .settlement)
      || text.word(start - 2, isOneOf: "province", "district", "outskirts")
  }

  /// Where no unit bears the name, the unit of the first place that gave it its name: “Kursk” is a
  /// city of Kursk Oblast.
  static func lifted(
    _ options: [PlaceOption], _ folded: [UInt8], _ gazetteer: Gazetteer
  ) -> [PlaceOption] {
    if options.contains(where: { $0.feature == .admin1 }) { return options }
    for option in options where option.feature.isPopulated {
      guard let unit = option.admin1, unit != option.place, bears(unit, folded, gazetteer) else {
        continue
      }
      let candidate = Candidate(place: unit, isPrimary: true)
      return PlaceOptions.make([candidate], gazetteer) + options
    }
    return options
  }

  private static func bears(_ unit: Place, _ folded: [UInt8], _ gazetteer: Gazetteer) -> Bool {
    var name: [UInt8] = []
    Folding.append(Array(gazetteer.name(of: unit).utf8).span, to: &name)
    return name.starts(with: folded)
  }
}
