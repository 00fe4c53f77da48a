// Names by their words.

import Gazetteer

/// Speakers, roles, affiliations or cues: the distinct names of a segment's quotations, and the
/// quotations that have each.
struct NameIndex: Sendable {
  /// Distinct names in the order in which they first come.
  private let names: [Symbol]
  /// The quotations of each name.
  private let quotations: Postings
  /// Every word of the names, folded, and the names that have it.
  private let words: WordNumbers
  private let namesByWord: Postings

  var count: Int { names.count }

  /// - Parameter column: the name of each quotation, or none.
  init(_ column: [Symbol], _ strings: StringTable) {
    var names: [Symbol] = []
    var numbers: [Symbol: Int] = [:]
    for symbol in column where symbol != .none && numbers[symbol] == nil {
      numbers[symbol] = names.count
      names.append(symbol)
    }
    quotations = Postings(keyCount: names.count) { take in
      for (row, symbol) in column.enumerated() where symbol != .none {
        take(numbers[symbol] ?? 0, UInt32(row))
      }
    }
    (words, namesByWord) = Self.words(of: names, strings)
    self.names = names
  }

  private static func words(
    of names: [Symbol], _ strings: StringTable
  ) -> (WordNumbers, Postings) {
    var words = WordNumbers()
    let numbers = names.map { name in
      split(strings.bytes[strings.range(name)].span).map { words.add($0) }
    }
    let postings = Postings(keyCount: words.count + 1) { take in
      for (name, numbers) in numbers.enumerated() {
        for word in numbers { take(Int(word), UInt32(name)) }
      }
    }
    return (words, postings)
  }

  /// A name's words, folded.
  private static func split(_ name: Span<UInt8>) -> [[UInt8]] {
    var folded: [UInt8] = []
    Folding.append(name, to: &folded)
    return folded.split(separator: UInt8(ascii: " ")).map { Array($0) }
  }

  /// The numbers of all names that have every word of a text among theirs, whole and folded; none
  /// for a text without words. An article at its head is left out, as names are stored without.
  ///
  /// - Complexity: O(names that have its rarest word × log names).
  func numbers(withWordsOf text: String) -> [Int] {
    var wanted = Self.split(Array(text.utf8).span)
    if wanted.count > 1, wanted[0] == Array("the".utf8) { wanted.removeFirst() }
    let lists = wanted.map { word in words.number(of: word).map { namesByWord[Int($0)] } ?? [] }
    return RowList.intersection(lists).map { Int($0) }
  }

  func name(_ number: Int, _ strings: StringTable) -> String { strings.text(names[number]) ?? "" }

  subscript(number: Int) -> RowList { quotations[number] }
}
