// Names by their words.

import Gazetteer

/// Speakers, roles, affiliations or cues: the distinct names of a segment's quotations, and the
/// quotations that have each.
struct NameIndex: Sendable {
  /// Distinct names in the order in which they first come.
  private let names: [Symbol]
  /// The quotations of each name.
  private let quotations: Postings
  /// What each name folds to, with a space before and behind every word.
  private let folded: [UInt8]
  private let ends: [Int]

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
    (folded, ends) = Self.fold(names, strings)
    self.names = names
  }

  private static func fold(_ names: [Symbol], _ strings: StringTable) -> ([UInt8], [Int]) {
    var folded: [UInt8] = []
    var ends: [Int] = []
    for name in names {
      folded.append(UInt8(ascii: " "))
      Folding.append(strings.bytes[strings.range(name)].span, to: &folded)
      folded.append(UInt8(ascii: " "))
      ends.append(folded.count)
    }
    return (folded, ends)
  }

  /// The numbers of all names that have every word of a text among theirs, whole and folded; none
  /// for a text without words. An article at its head is left out, as names are stored without.
  ///
  /// - Complexity: O(bytes of all names); names recur, so they are few beside quotations.
  func numbers(withWordsOf text: String) -> [Int] {
    var folded = Folding.folded(text).split(separator: " ")
    if folded.count > 1, folded[0] == "the" { folded.removeFirst() }
    let words = folded.map { Array(" \($0) ".utf8) }
    guard let longest = words.max(by: { $0.count < $1.count }) else { return [] }
    return numbers(holding: longest).filter { number in
      words.allSatisfy { self.folded[range(number)].holds($0) }
    }
  }

  private func numbers(holding word: [UInt8]) -> [Int] {
    ends.indices.filter { folded[range($0)].holds(word) }
  }

  private func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  func name(_ number: Int, _ strings: StringTable) -> String { strings.text(names[number]) ?? "" }

  subscript(number: Int) -> RowList { quotations[number] }
}

extension ArraySlice<UInt8> {
  /// Whether some bytes stand anywhere in these.
  fileprivate func holds(_ wanted: [UInt8]) -> Bool {
    guard count >= wanted.count else { return false }
    for start in startIndex...(endIndex - wanted.count) {
      var length = 0
      while length < wanted.count, self[start + length] == wanted[length] { length += 1 }
      if length == wanted.count { return true }
    }
    return false
  }
}
