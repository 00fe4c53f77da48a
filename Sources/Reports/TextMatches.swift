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
  /// How many terms are looked for.
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
      runs.end(with: word) { term, length in
        let start = ranges[ranges.count - length].lowerBound
        matches.append(
          Match(range: start..<ranges[ranges.count - 1].upperBound, span: index, term: term))
      }
    }
    words.append(ranges)
    matches.sort { ($0.span, $0.range.lowerBound) < ($1.span, $1.range.lowerBound) }
  }

  /// The stretch with the most different terms, the first of those.
  ///
  /// - Complexity: O(matches): one end of the stretch follows the other.
  var best: Window? {
    var best: Window?
    var counts = [Int](repeating: 0, count: wanted)
    var (terms, behind) = (0, 0)
    for (index, first) in matches.enumerated() {
      while behind < matches.count, behind == index || isNear(matches[behind], first) {
        counts[matches[behind].term] += 1
        if counts[matches[behind].term] == 1 { terms += 1 }
        behind += 1
      }
      if terms > best?.terms ?? 0 {
        let end = matches[index..<behind].map(\.range.upperBound).max() ?? 0
        best = Window(range: first.range.lowerBound..<end, span: first.span, terms: terms)
      }
      counts[first.term] -= 1
      if counts[first.term] == 0 { terms -= 1 }
    }
    return best
  }

  private func isNear(_ match: Match, _ first: Match) -> Bool {
    match.span == first.span
      && match.range.upperBound - first.range.lowerBound <= Self.shown
  }

  /// As many whole words more on both sides as may be shown; less of a match that is longer by itself.
  func widened(_ window: Window, in text: Span<UInt8>) -> Range<Int> {
    if window.range.count > Self.shown { return Self.cut(window.range, in: text) }
    let side = (Self.shown - window.range.count) / 2
    let (low, high) = (window.range.lowerBound - side, window.range.upperBound + side)
    let ranges = words[window.span]
    let first = ranges.partitioningIndex { $0.lowerBound >= low }
    let behind = ranges.partitioningIndex { $0.upperBound > high }
    guard first < behind else { return window.range }
    let start = min(ranges[first].lowerBound, window.range.lowerBound)
    return start..<max(ranges[behind - 1].upperBound, window.range.upperBound)
  }

  /// The beginning of a range, up to the end of a character.
  private static func cut(_ range: Range<Int>, in text: Span<UInt8>) -> Range<Int> {
    var end = range.lowerBound + shown
    while text[end] & 0xC0 == 0x80 { end -= 1 }
    return range.lowerBound..<end
  }

  /// Matches, as far as they stand in a range; those that overlap are one.
  func highlights(in range: Range<Int>) -> [Range<Int>] {
    var highlights: [Range<Int>] = []
    for match in matches {
      let part = match.range.clamped(to: range)
      if part.isEmpty { continue }
      if let last = highlights.last, part.lowerBound < last.upperBound {
        let end = max(last.upperBound, part.upperBound)
        highlights[highlights.count - 1] = last.lowerBound..<end
      } else {
        highlights.append(part)
      }
    }
    return highlights
  }
}

/// How much of each term the last words of a text are: for each term a bit for each of its words that
/// they may end with (R. Baeza-Yates, G. Gonnet, “A New Approach to Text Searching”, 1992).
private struct TermRuns {
  private let terms: [TextQuery.Term]
  private var states: [UInt64]

  /// Of a longer phrase the beginning is looked for.
  private static let longest = 64

  init(_ terms: [TextQuery.Term]) {
    self.terms = terms
    states = terms.map { _ in 0 }
  }

  /// Hands out the terms that end with the next word, and how many words each has.
  mutating func end(with word: [UInt8], _ body: (_ term: Int, _ length: Int) -> Void) {
    for (index, term) in terms.enumerated() {
      if term.isFront {
        if word.starts(with: term.words[0]) { body(index, 1) }
        continue
      }
      let count = min(term.words.count, Self.longest)
      var mask: UInt64 = 0
      for position in 0..<count where term.words[position] == word { mask |= 1 << UInt64(position) }
      states[index] = (states[index] << 1 | 1) & mask
      if states[index] >> UInt64(count - 1) & 1 == 1 { body(index, count) }
    }
  }
}
