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

  /// Localities named in a range of bytes, each once, in their order.
  func named(in ranges: [Range<Int>]) -> [Place] {
    var places: [Place] = []
    for range in ranges {
      var low = 0
      var high = mentions.count
      while low < high {
        let middle = (low + high) / 2
        if mentions[middle].range.lowerBound < range.lowerBound {
          low = middle + 1
        } else {
          high = middle
        }
      }
      while low < mentions.count, mentions[low].range.upperBound <= range.upperBound {
        if mentions[low].kind == .name, let place = mentions[low].place, !places.contains(place) {
          places.append(place)
        }
        low += 1
      }
    }
    return places
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
