// Which places a statement on control names, and the words that limit it.

import Gazetteer

extension ControlSites {
  struct Target {
    var places: [Int] = []
    var extent: Range<Int>?
    var start: Int
    /// Behind the last place.
    var end: Int
  }

  /// The places that stand behind a verb, with the words that limit them.
  func target(from start: Int, allowsLimits: Bool) -> Target? {
    guard start < sentence.upperBound else { return nil }
    for index in start..<min(sentence.upperBound, start + Self.reach) {
      if let place = places.index(at: index), isPlace(place) {
        let limits = limits(start..<index)
        if !allowsLimits, limits != nil { return nil }
        let members = list(from: place)
        let end = places.tokens[members[members.count - 1]].upperBound
        return Target(places: members, extent: limits, start: start, end: end)
      }
      guard mayStandBefore(index) else { return nil }
    }
    return nil
  }

  func isPlace(_ index: Int) -> Bool {
    places.mentions[index].kind == .name && places.mentions[index].place != nil
  }

  /// A word of the phrase whose head the place is, or a noun that limits it: “several ridges in”.
  func mayStandBefore(_ index: Int) -> Bool {
    let token = text.tokens[index]
    if token.kind == .stop || token.kind == .hyphen { return true }
    if text.word(index, isOneOf: "of", "in", "over", "its", "their") { return true }
    if token.is(.countryWord) { return true }
    return token.isWord && !token.isCapitalised
      && !token.is([
        .preposition, .conjunction, .auxiliary, .relative, .subordinator, .pronoun, .cue,
        .controlVerb, .possessive,
      ])
  }

  /// The words up to the noun before “of” or “in” that makes a part of the place: “‹the eastern
  /// part› of”, “‹ground in›”; nil for “the village of”.
  func limits(_ range: Range<Int>) -> Range<Int>? {
    let link = range.first { text.word($0, isOneOf: "of", "in", "over") }
    guard let link else {
      return range.contains { text.word($0, isOneOf: "most", "half") } ? range : nil
    }
    if link == range.lowerBound { return limits((link + 1)..<range.upperBound) }
    let head = text.tokens[link - 1].kind == .stop ? link - 2 : link - 1
    guard head >= range.lowerBound,
      !text.tokens[head].is(.placeNoun) || text.tokens[head].is([.extent, .placePart]),
      !text.word(head, isOneOf: "control", "hold")
    else { return limits((link + 1)..<range.upperBound) }
    // “ground in”, but “the eastern part of”
    let isIn = text.word(link, isOneOf: "in", "over")
    return range.lowerBound..<(isIn ? link + 1 : link)
  }

  /// “Pivnichne, Zalizne and Pivdenne”
  func list(from first: Int) -> [Int] {
    var members = [first]
    while let last = members.last, last + 1 < places.tokens.count, isPlace(last + 1),
      places.tokens[last + 1].lowerBound < sentence.upperBound
    {
      let gap = places.tokens[last].upperBound..<places.tokens[last + 1].lowerBound
      guard isListGap(gap), !isContainer(last + 1, of: last) else { break }
      members.append(last + 1)
    }
    return members
  }

  func isListGap(_ gap: Range<Int>) -> Bool {
    (1...2).contains(gap.count)
      && gap.allSatisfy { text.tokens[$0].kind == .comma || text.word($0, isOneOf: "and") }
  }

  /// “Toretsk, Donetsk region” is one place.
  func isContainer(_ outer: Int, of inner: Int) -> Bool {
    guard let one = places.mentions[inner].place, let other = places.mentions[outer].place else {
      return false
    }
    let gazetteer = parties.gazetteer
    return gazetteer.admin1(of: one) == other || gazetteer.country(of: one) == other
  }

  /// The places that a subject names, read backwards from its end.
  func subject(before verb: Int) -> Target {
    var end = verb
    if end > sentence.lowerBound, text.tokens[end - 1].kind == .comma {
      end = apposition(endingAt: end - 1) ?? end - 1
    } else if end > sentence.lowerBound, text.tokens[end - 1].kind == .dash {
      end -= 1
    }
    guard end > sentence.lowerBound, let last = places.index(endingAt: end - 1), isPlace(last)
    else {
      return Target(start: verb, end: verb)
    }
    var members = [last]
    while let first = members.first, first > 0, isPlace(first - 1),
      places.tokens[first - 1].lowerBound >= sentence.lowerBound,
      isListGap(places.tokens[first - 1].upperBound..<places.tokens[first].lowerBound)
    { members.insert(first - 1, at: 0) }
    let start = places.tokens[members[0]].lowerBound
    return extended(Target(places: members, extent: nil, start: start, end: end))
  }

  /// The comma before “a few kilometres from Toretsk,”, which explains what stands before it.
  func apposition(endingAt comma: Int) -> Int? {
    let start = (max(sentence.lowerBound, comma - 15)..<comma).last {
      text.tokens[$0].kind == .comma
    }
    guard let start, places.index(endingAt: start - 1) != nil,
      text.tokens[start + 1].is([.determiner, .relative, .preposition, .adverb])
        || text.tokens[start + 1].kind == .number
    else { return nil }
    return start
  }

  /// With what stands before the places: “‹localities near Toretsk –› Pivnichne”, “‹areas of› the
  /// region”, “the village of Zalizne”.
  func extended(_ target: Target) -> Target {
    var target = target
    guard target.start > sentence.lowerBound else { return target }
    if text.tokens[target.start - 1].kind == .dash {
      var start = target.start - 1
      while start > sentence.lowerBound, text.tokens[start - 1].kind != .comma,
        !text.word(start - 1, isOneOf: "that"), text.runOfToken[start - 1] < 0
      { start -= 1 }
      target.start = start
      return target
    }
    var start = target.start
    while start > sentence.lowerBound, mayStandBefore(start - 1) { start -= 1 }
    target.extent = limits(start..<target.start)
    target.start = start
    return target
  }
}
