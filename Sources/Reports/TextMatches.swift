// Where the terms of a query stand in a text.

/// The words of some spans of a text, and the terms that are found among them.
struct TextMatches {
  /// Bytes of a part that is shown.
  static let shown = 200

  /// A stretch of the text that holds terms.
  struct Window {
    let range: Range<Int>
    let span: Int
    /// Different ones.
    let terms: Int
  }

  private struct Match {
    let range: Range<Int>
    let span: Int
    let term: Int
  }

  /// By span.
  private var words: [[Range<Int>]] = []
  /// In text order.
  private var matches: [Match] = []
  /// How many terms are looked for; they fit the bits of a `UInt32`, see `TextQuery.maximumTerms`.
  private let wanted: Int

  init(_ query: TextQuery, _ text: Span<UInt8>, in spans: [Range<Int>]) {
    let terms = query.wanted
    wanted = terms.count
    if terms.isEmpty { return }
    for (index, span) in spans.enumerated() { add(terms, text, span, index) }
  }

  private mutating func add(
    _ terms: [TextQuery.Term], _ text: Span<UInt8>, _ span: Range<Int>, _ index: Int
  ) {
    var ranges: [Range<Int>] = []
    var runs = TermRuns(terms)
    TextWords.forEach(in: text.extracting(span)) { word, range in
      ranges.append((range.lowerBound + span.lowerBound)..<(range.upperBound + span.lowerBound))
      for (term, length) in runs.ends(with: word) {
        let start = ranges[ranges.count - length].lowerBound
        matches.append(
          Match(range: start..<ranges[ranges.count - 1].upperBound, span: index, term: term))
      }
    }
    words.append(ranges)
    matches.sort { ($0.span, $0.range.lowerBound) < ($1.span, $1.range.lowerBound) }
  }

  /// The stretch with the most different terms, the first of those; it is longer than what is shown
  /// only where a single phrase is.
  var best: Window? {
    var best: Window?
    for (index, first) in matches.enumerated() {
      var (end, terms) = (first.range.upperBound, UInt32(1) << UInt32(first.term))
      for match in matches[(index + 1)...] {
        let isNear = match.range.upperBound - first.range.lowerBound <= Self.shown
        guard match.span == first.span, isNear else { break }
        end = max(end, match.range.upperBound)
        terms |= 1 << UInt32(match.term)
      }
      let count = terms.nonzeroBitCount
      if count > best?.terms ?? 0 {
        best = Window(range: first.range.lowerBound..<end, span: first.span, terms: count)
        if count == wanted { break }
      }
    }
    return best
  }

  /// As many whole words more on both sides as may be shown.
  func widened(_ window: Window) -> Range<Int> {
    let side = max(0, (Self.shown - window.range.count) / 2)
    let (low, high) = (window.range.lowerBound - side, window.range.upperBound + side)
    let ranges = words[window.span]
    let first = ranges.partitioningIndex { $0.lowerBound >= low }
    let behind = ranges.partitioningIndex { $0.upperBound > high }
    guard first < behind else { return window.range }
    let start = min(ranges[first].lowerBound, window.range.lowerBound)
    return start..<max(ranges[behind - 1].upperBound, window.range.upperBound)
  }

  /// Matches inside a range; those that touch are one.
  func highlights(in range: Range<Int>) -> [Range<Int>] {
    var highlights: [Range<Int>] = []
    for match in matches
    where range.lowerBound <= match.range.lowerBound && match.range.upperBound <= range.upperBound {
      if let last = highlights.last, match.range.lowerBound < last.upperBound {
        let end = max(last.upperBound, match.range.upperBound)
        highlights[highlights.count - 1] = last.lowerBound..<end
      } else {
        highlights.append(match.range)
      }
    }
    return highlights
  }
}

/// How much of each term the last words of a text are.
private struct TermRuns {
  private let terms: [TextQuery.Term]
  /// By term: the last words, as many as the term has at most.
  private var last: [[UInt8]] = []
  private let longest: Int

  init(_ terms: [TextQuery.Term]) {
    self.terms = terms
    longest = terms.map(\.words.count).max() ?? 1
  }

  /// The terms that end with the next word, and how many words each has.
  mutating func ends(with word: [UInt8]) -> [(term: Int, length: Int)] {
    if longest > 1 {
      if last.count == longest { last.removeFirst() }
      last.append(word)
    }
    var ends: [(Int, Int)] = []
    for (index, term) in terms.enumerated() where isEnd(of: term, word) {
      ends.append((index, term.words.count))
    }
    return ends
  }

  private func isEnd(of term: TextQuery.Term, _ word: [UInt8]) -> Bool {
    if term.isFront { return word.starts(with: term.words[0]) }
    guard term.words.last == word else { return false }
    return term.words.count == 1 || last.suffix(term.words.count).elementsEqual(term.words)
  }
}
