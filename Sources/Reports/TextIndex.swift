// Which reports have which words.

/// The words of headlines and texts: for each word the reports that have it, and for each report its
/// words in order, in which phrases are found.
struct TextIndex: Sendable {
  private let words: WordNumbers
  /// By row, see `WordStream`: whoever looks through many reads on from one to the next.
  private let streams: RecordBlock
  /// By a word's number; none for 0, the divider.
  private let reports: Postings
  /// Numbers of words in the order of their bytes.
  private let alphabetical: [UInt32]

  var reportCount: Int { streams.count }
  /// Bytes that it takes.
  var byteCount: Int {
    words.byteCount + streams.byteCount + 8 * streams.count + reports.byteCount
      + 4 * alphabetical.count
  }

  init(_ words: WordNumbers, _ streams: RecordBlock) {
    self.words = words
    self.streams = streams
    alphabetical = words.sorted()
    reports = Postings(keyCount: words.count + 1) { take in
      for row in 0..<UInt32(streams.count) {
        streams.withBytes(row) { stream in
          WordStream.forEach(in: stream) { word in
            if word != WordStream.divider { take(Int(word), row) }
          }
        }
      }
    }
  }

  /// Asks for the reports that have a term, or for those that have it not.
  ///
  /// - Complexity: for a word O(1); for the beginning of words, and for a phrase where nothing else is
  ///   asked, O(reports that have its words).
  func add(_ term: TextQuery.Term, to conjunction: inout Conjunction) {
    switch finder(for: term) {
    case nil: conjunction.add([], isNot: term.isNot)
    case .anyOf(let numbers, _):
      let lists = numbers.map { reports[Int($0)] }
      conjunction.add(.union(lists, rowCount: streams.count), isNot: term.isNot)
    case .phrase(let phrase):
      let lists = phrase.numbers.map { reports[Int($0)] }
      if lists.count == 1 { return conjunction.add(lists[0], isNot: term.isNot) }
      conjunction.add(lists, isNot: term.isNot) { row in
        streams.withBytes(row) { phrase.isIn($0) }
      }
    }
  }

  // MARK: - Parts of a report

  /// What a term is in streams; nil where no report has all of its words.
  func finder(for term: TextQuery.Term) -> TermFinder? {
    if term.isFront {
      let numbers = numbers(beginningWith: term.words[0])
      return numbers.isEmpty
        ? nil : .anyOf(numbers, RowBits(numbers[...], count: words.count + 1))
    }
    let numbers = term.words.compactMap { words.number(of: $0) }
    if numbers.count < term.words.count { return nil }
    return .phrase(WordPhrase(numbers) { reports.count(Int($0)) })
  }

  /// Whether a part of a report's stream has a term.
  func holds(_ finder: TermFinder, row: UInt32, _ part: Range<UInt32>) -> Bool {
    streams.withBytes(row) { stream in
      let words = stream.extracting(Int(part.lowerBound)..<Int(part.upperBound))
      return finder.isIn(words)
    }
  }

  /// Rising.
  private func numbers(beginningWith front: [UInt8]) -> [UInt32] {
    let start = alphabetical.partitioningIndex {
      !words.word($0).lexicographicallyPrecedes(front)
    }
    return alphabetical[start...].prefix { words.word($0).starts(with: front) }.sorted()
  }
}

/// A term as it stands in streams.
enum TermFinder {
  case phrase(WordPhrase)
  /// Any of some words, by rising numbers and as a set of them.
  case anyOf([UInt32], RowBits)

  fileprivate func isIn(_ stream: Span<UInt8>) -> Bool {
    switch self {
    case .phrase(let phrase): return phrase.isIn(stream)
    case .anyOf(_, let numbers): return WordStream.contains(in: stream) { numbers.contains($0) }
    }
  }
}

extension TextIndex {
  /// The first promise that does not hold, in words; nil when all do.
  ///
  /// - Complexity: O(words of all reports × log).
  func brokenInvariant() -> String? {
    for (left, right) in zip(alphabetical, alphabetical.dropFirst())
    where !words.word(left).lexicographicallyPrecedes(words.word(right)) {
      return "words are not in order, or one stands twice"
    }
    for number in alphabetical where words.number(of: Array(words.word(number))) != number {
      return "a word does not find its number"
    }
    // The lists are walked along as rows go by: each must name these rows, in their order.
    var next = [Int](repeating: 0, count: reports.keyCount)
    for row in 0..<UInt32(streams.count) {
      var seen: Set<UInt32> = []
      streams.withBytes(row) { WordStream.forEach(in: $0) { seen.insert($0) } }
      if seen.remove(WordStream.divider) == nil {
        return "a stream does not tell headline from text"
      }
      for word in seen {
        let rows = reports[Int(word)]
        let at = rows.startIndex + next[Int(word)]
        if at >= rows.endIndex || rows[at] != row {
          return "a word does not list its reports in order"
        }
        next[Int(word)] += 1
      }
    }
    let isWhole = next.indices.allSatisfy { next[$0] == reports.count($0) }
    return isWhole ? nil : "a word knows more reports than have it"
  }
}
