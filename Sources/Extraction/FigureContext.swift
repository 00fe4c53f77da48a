// Where, as of when and by whom a figure is told.

import Gazetteer

/// What other stages found, asked in the order of the text.
struct FigureContext {
  private let text: Text
  private let dates: [DateMention]
  private let quotations: [Quotation]
  private var sites: FigureSites
  private var nextDate = 0
  private var nextQuotation = 0

  init(
    _ text: Text, _ places: [PlaceMention], _ nominal: [(range: Range<Int>, place: Place)],
    _ dates: [DateMention], _ quotations: [Quotation], _ gazetteer: Gazetteer
  ) {
    self.text = text
    self.dates = dates
    self.quotations = quotations
    sites = FigureSites(places, nominal, gazetteer)
  }

  mutating func isInDate(_ position: Int) -> Bool {
    while nextDate < dates.count, dates[nextDate].range.upperBound <= position { nextDate += 1 }
    return nextDate < dates.count && dates[nextDate].range.contains(position)
  }

  /// Adds what stands around the figure.
  mutating func complete(_ figure: inout Figure, _ tokens: Range<Int>, _ sentence: Sentence) {
    figure.asOf = time(of: tokens, sentence.tokens, isPopulation: figure.kind == .population)
    figure.saidBy = speaker(at: figure.evidence.lowerBound)
    let block = text.blocks[sentence.block].range
    figure.place = sites.place(
      of: figure, in: text.range(sentence.tokens), block: block, text)
  }

  // MARK: - When

  /// The time of the clause, or the one that the sentence opens with.
  private func time(
    of tokens: Range<Int>, _ sentence: Range<Int>, isPopulation: Bool
  ) -> Range<Int>? {
    let clause = clause(around: tokens, sentence)
    let bytes = text.range(clause)
    let near = dates(in: bytes)
    let evidence = text.range(tokens)
    let best = near.min { distance($0, evidence) < distance($1, evidence) }
    if let best { return best }
    if isPopulation, let word = adverb(clause, around: tokens) { return word }
    let start = Int(text.tokens[sentence.lowerBound].start)
    return dates(in: start..<bytes.lowerBound).first { $0.lowerBound == start }
  }

  private func clause(around tokens: Range<Int>, _ sentence: Range<Int>) -> Range<Int> {
    var start = tokens.lowerBound
    while start > sentence.lowerBound, !isBoundary(start - 1) { start -= 1 }
    var end = tokens.upperBound
    while end < sentence.upperBound, !isBoundary(end) { end += 1 }
    return start..<max(end, start)
  }

  private func isBoundary(_ index: Int) -> Bool {
    switch text.tokens[index].kind {
    case .comma, .semicolon, .colon, .dash, .stop: true
    default: false
    }
  }

  /// Those of the list that lie in a range; it looks around the next one only.
  private func dates(in range: Range<Int>) -> [Range<Int>] {
    var first = min(nextDate, dates.count)
    while first > 0, dates[first - 1].range.upperBound > range.lowerBound { first -= 1 }
    return dates[first...].lazy.map { $0.range }
      .prefix { $0.lowerBound < range.upperBound }
      .filter { $0.lowerBound >= range.lowerBound }
  }

  private func distance(_ range: Range<Int>, _ evidence: Range<Int>) -> Int {
    range.lowerBound >= evidence.upperBound
      ? range.lowerBound - evidence.upperBound : evidence.lowerBound - range.upperBound
  }

  /// “once”, “now” before a population, “not long ago” behind it.
  private func adverb(_ clause: Range<Int>, around tokens: Range<Int>) -> Range<Int>? {
    let before = (clause.lowerBound..<max(clause.lowerBound, tokens.lowerBound)).last {
      text.word(
        $0, isOneOf: "once", "now", "currently", "today", "formerly", "previously", "prewar")
    }
    if let before { return text.tokens[before].range }
    let end = tokens.upperBound
    guard end + 3 <= clause.upperBound, text.word(end, isOneOf: "not"),
      text.word(end + 1, isOneOf: "long"), text.word(end + 2, isOneOf: "ago")
    else { return nil }
    return text.range(end..<(end + 3))
  }

  // MARK: - By whom

  /// How many quotations may overlap at one place.
  private static let overlap = 8

  private mutating func speaker(at position: Int) -> String? {
    while nextQuotation < quotations.count,
      quotations[nextQuotation].evidence.upperBound <= position
    { nextQuotation += 1 }
    for quotation in quotations.dropFirst(nextQuotation).prefix(Self.overlap)
    where quotation.spans.contains(where: { $0.contains(position) }) {
      return quotation.speaker?.name
    }
    return nil
  }
}
