// Which mentions stand in a stretch of the text.

import Gazetteer

extension Places {
  /// Indexes of the mentions whose first token lies in a range of tokens.
  ///
  /// - Complexity: O(log mentions).
  func indexes(in range: Range<Int>) -> Range<Int> {
    let first = lowerBound(range.lowerBound)
    return first..<max(first, lowerBound(range.upperBound))
  }

  /// The mention that begins at a token.
  func index(at token: Int) -> Int? {
    let index = lowerBound(token)
    return index < tokens.count && tokens[index].lowerBound == token ? index : nil
  }

  /// The mention that ends with a token.
  func index(endingAt token: Int) -> Int? {
    let index = lowerBound(token + 1) - 1
    return index >= 0 && tokens[index].upperBound == token + 1 ? index : nil
  }

  /// The country that an adjective names which is all of these tokens.
  func country(of tokens: Range<Int>, _ gazetteer: Gazetteer) -> Place? {
    guard let index = index(at: tokens.lowerBound), self.tokens[index] == tokens,
      mentions[index].kind == .demonym
    else { return nil }
    return mentions[index].place.flatMap { gazetteer.country(of: $0) }
  }

  /// Localities that ranges of bytes name, or mean by “the city”; each once, in their order.
  func named(in ranges: [Range<Int>]) -> [Place] {
    var places: [Place] = []
    for range in ranges {
      let names = mentions[Self.inside(range, mentions) { $0.range }].filter { $0.kind == .name }
        .compactMap { mention in mention.place.map { (mention.range.lowerBound, $0) } }
      let nouns = nominal[Self.inside(range, nominal) { $0.range }].map {
        ($0.range.lowerBound, $0.place)
      }
      for (_, place) in (names + nouns).sorted(by: { $0.0 < $1.0 }) where !places.contains(place) {
        places.append(place)
      }
    }
    return places
  }

  /// The elements, sorted by their ranges, that lie wholly in a range.
  private static func inside<Element>(
    _ range: Range<Int>, _ elements: [Element], _ place: (Element) -> Range<Int>
  ) -> Range<Int> {
    var low = 0
    var high = elements.count
    while low < high {
      let middle = (low + high) / 2
      if place(elements[middle]).lowerBound < range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var end = low
    while end < elements.count, place(elements[end]).upperBound <= range.upperBound { end += 1 }
    return low..<end
  }

  private func lowerBound(_ token: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
