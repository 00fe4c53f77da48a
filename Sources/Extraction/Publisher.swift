// Where a publisher is at home, as far as its own name tells.

import Gazetteer

/// “The Kyiv Independent” is likelier to mean what lies near Kyiv.
enum Publisher {
  /// The most words of a name that one place has.
  private static let longest = 3
  /// A smaller town in a publisher's name is more often a word: “Star”, “Union”.
  private static let leastPopulation = 5_000

  /// The places that stand in a publisher's name, each as a name of its own.
  static func names(in source: String?, _ gazetteer: Gazetteer) -> [PlaceName] {
    let words = source.map { $0.prefix(200).split { !$0.isLetter && $0 != "'" && $0 != "-" } } ?? []
    var names: [PlaceName] = []
    var folded: [UInt8] = []
    var start = 0
    while start < words.count {
      let count = min(longest, words.count - start)
      let found = (1...count).reversed().first { length in
        let name = name(words[start..<(start + length)], gazetteer, &folded)
        if let name { names.append(name) }
        return name != nil
      }
      start += found ?? 1
    }
    return names
  }

  private static func name(
    _ words: ArraySlice<Substring>, _ gazetteer: Gazetteer, _ folded: inout [UInt8]
  ) -> PlaceName? {
    guard let first = words.first, first.first?.isUppercase == true else { return nil }
    let written = Array(words.joined(separator: " ").utf8)
    let candidates = gazetteer.candidates(written.span, folded: &folded)
    if words.count == 1, isWord(folded) { return nil }
    let options = PlaceOptions.make(candidates, gazetteer).filter {
      $0.feature.isPopulated && $0.population >= leastPopulation || $0.feature == .admin1
        || $0.feature == .country
    }
    return options.isEmpty ? nil : PlaceName(options: options)
  }

  /// “Times”, “Independent”: what newspapers are called.
  private static func isWord(_ folded: [UInt8]) -> Bool {
    let lexicon = Lexicon.english
    return lexicon.lexemes[Int(lexicon.number(of: folded[...]))].classes.has([
      .ordinary, .organisationHead, .function, .direction, .role, .determiner,
    ])
  }
}
