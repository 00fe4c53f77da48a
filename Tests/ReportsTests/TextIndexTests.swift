// The index of words against texts that are looked through from end to end.

import Extraction
import TestSupport
import Testing

@testable import Reports

/// A report's words, headline and text apart, in the plainest way.
private struct PlainText {
  let parts: [[[UInt8]]]

  init(_ entry: ReportEntry) {
    parts = [entry.headline ?? "", String(decoding: entry.text, as: UTF8.self)].map {
      TextWords.words(of: $0)
    }
  }

  init(parts: [[[UInt8]]]) { self.parts = parts }

  init(_ text: String) { parts = [TextWords.words(of: text)] }

  func has(_ term: TextQuery.Term) -> Bool {
    TextQuery(terms: [term.asWanted]).isMet(by: parts)
  }

  func meets(_ query: TextQuery) -> Bool { query.isMet(by: parts) }
}

/// Few words, some of them the beginnings of others, and one of two bytes a letter.
private let vocabulary =
  ["bomb", "bombs", "bomber", "the", "The", "in", "on", "Kyiv", "kyi", "вода", "3", "é"]

private struct RandomTexts {
  var random: SeededGenerator

  mutating func word() -> String {
    // Many other words, so that numbers of two bytes come as well.
    Int.random(in: 0..<3, using: &random) == 0
      ? "w\(Int.random(in: 0..<400, using: &random))"
      : vocabulary.randomElement(using: &random) ?? ""
  }

  mutating func text(_ longest: Int) -> String {
    let count = Int.random(in: 0...longest, using: &random)
    return (0..<count).map { _ in
      word() + ([" ", ", ", "-", "’", ".\n"].randomElement(using: &random) ?? "")
    }
    .joined()
  }

  mutating func entries(_ count: Int) -> [ReportEntry] {
    (0..<count).map { number in
      var entry = ReportEntry(id: "r\(number)", text: Array(text(30).utf8))
      entry.headline = Bool.random(using: &random) ? text(5) : nil
      return entry
    }
  }

  mutating func term() -> String {
    let sign = Int.random(in: 0..<4, using: &random) == 0 ? "-" : ""
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return sign + "\"\(word()) \(word())\""
    case 1: return sign + String(word().prefix(3)) + "*"
    case 2: return sign + "\"\(word()) \(word()) \(word())\""
    default: return sign + word()
    }
  }

  mutating func query() -> String {
    (0...Int.random(in: 0..<3, using: &random)).map { _ in term() }.joined(separator: " ")
  }
}

@Test(arguments: 1...30 as ClosedRange<UInt64>)
func `words, phrases and fronts are found where a scan finds them`(seed: UInt64) throws {
  var texts = RandomTexts(random: SeededGenerator(seed: seed))
  let entries = texts.entries(80)
  let snapshot = makeSnapshot(entries)
  #expect(snapshot.brokenInvariant() == nil)
  for _ in 0..<60 {
    let written = texts.query()
    let query = try TextQuery(written)
    var conditions = Conditions()
    conditions.text = query
    let found = snapshot.reports(conditions, all).records.map(\.id).sorted()
    let scanned = entries.filter { PlainText($0).meets(query) }.map(\.id).sorted()
    #expect(found == scanned, "\(written)")
  }
}

@Test(arguments: 1...30 as ClosedRange<UInt64>)
func `what a snippet marks is what was looked for`(seed: UInt64) throws {
  var texts = RandomTexts(random: SeededGenerator(seed: seed))
  for entry in texts.entries(60) {
    let query = try TextQuery(texts.query())
    let wanted = query.terms.filter { !$0.isNot }
    let snippet = Snippet(query, headline: entry.headline, text: entry.text)
    let isFound = wanted.contains { PlainText(entry).has($0) }
    #expect((snippet != nil) == isFound)
    guard let snippet else { continue }
    let field = snippet.field == .text ? entry.text : Array((entry.headline ?? "").utf8)
    #expect(snippet.range.count <= TextMatches.shown)
    #expect(!snippet.highlights.isEmpty)
    for highlight in snippet.highlights {
      let words = PlainText(String(decoding: field[highlight], as: UTF8.self))
      #expect(wanted.contains { words.has($0) })
      #expect(snippet.range.clamped(to: highlight) == highlight)
    }
  }
}

@Test(arguments: 1...30 as ClosedRange<UInt64>)
func `words of quotations are looked for in their spans alone`(seed: UInt64) throws {
  var texts = RandomTexts(random: SeededGenerator(seed: seed))
  var entries = texts.entries(60)
  for index in entries.indices {
    entries[index].annotations.quotations = texts.quotations(entries[index].text)
  }
  let snapshot = makeSnapshot(entries)
  for _ in 0..<60 {
    let written = texts.query()
    let query = try TextQuery(written)
    var conditions = Conditions()
    conditions.text = query
    let found = snapshot.quotations(conditions, all).records.map { "\($0.report.id).\($0.index)" }
    let scanned = entries.flatMap { entry in
      entry.annotations.quotations.indices.filter { entry.spans($0).meets(query) }
        .map { "\(entry.id).\($0)" }
    }
    #expect(found.sorted() == scanned.sorted(), "\(written)")
    for quotation in snapshot.quotations(conditions, all).records {
      let spans = quotation.report.annotations.quotations[quotation.index].spans
      let snippet = Snippet(query, text: quotation.report.entry.text, in: spans)
      #expect((snippet == nil) == query.wanted.isEmpty)
      for highlight in snippet?.highlights ?? [] {
        #expect(spans.contains { $0.clamped(to: highlight) == highlight })
      }
    }
  }
}

extension ReportEntry {
  /// The words of a quotation, span by span.
  fileprivate func spans(_ index: Int) -> PlainText {
    PlainText(
      parts: annotations.quotations[index].spans.map {
        TextWords.words(of: String(decoding: text[$0], as: UTF8.self))
      })
  }
}

extension RandomTexts {
  /// Quotations of one or two spans, between spaces, in text order.
  mutating func quotations(_ text: [UInt8]) -> [Quotation] {
    let spaces = text.indices.filter { text[$0] == 0x20 }
    let edges = spaces.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
    let spans = stride(from: 0, to: edges.count - 1, by: 2).map { edges[$0]..<edges[$0 + 1] }
    return stride(from: 0, to: spans.count, by: 2).map { index in
      Quotation(
        kind: .direct, spans: Array(spans[index...].prefix(2)), fragments: [], cue: nil,
        speaker: nil, evidence: spans[index])
    }
  }
}
