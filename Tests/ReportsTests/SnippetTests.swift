// The part of a text that a snippet shows, against all parts that it could show.

import TestSupport
import Testing

@testable import Reports

/// Words of a few letters, so that terms come close together and far apart.
private func text(_ random: inout SeededGenerator, words: Int) -> String {
  (0..<words).map { _ in
    ["a", "b", "c", "ab", "dddddddddddd", "eeeeeeeeeeeeeeeeeee"].randomElement(using: &random) ?? ""
  }.joined(separator: " ")
}

/// Where each term stands in a text of words with one space between them.
private func places(of term: TextQuery.Term, in text: String) -> [Range<Int>] {
  let words = text.split(separator: " ", omittingEmptySubsequences: false).map { Array($0.utf8) }
  var (starts, start) = ([Int](), 0)
  for word in words {
    starts.append(start)
    start += word.count + 1
  }
  return words.indices.compactMap { index in
    let run = words[index...].prefix(term.words.count)
    let isThere =
      term.isFront ? words[index].starts(with: term.words[0]) : run.elementsEqual(term.words)
    guard isThere, let last = run.indices.last else { return nil }
    return starts[index]..<(starts[last] + words[last].count)
  }
}

@Test(arguments: 1...60 as ClosedRange<UInt64>)
func `a snippet holds as many terms as any part of its length`(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let text = text(&random, words: Int.random(in: 1...120, using: &random))
  let query = try TextQuery(
    ["a b c", "\"a b\" c", "a* dd*", "\"b a\" \"c a\" ab"].randomElement(using: &random) ?? "")
  let found = query.wanted.map { places(of: $0, in: text) }
  /// How many different terms begin at or behind a place and end within the length that is shown.
  func terms(from start: Int) -> Int {
    found.count {
      $0.contains { $0.lowerBound >= start && $0.upperBound <= start + TextMatches.shown }
    }
  }
  let most = found.joined().map { terms(from: $0.lowerBound) }.max()
  let snippet = Snippet(query, headline: nil, text: Array(text.utf8))
  #expect((snippet == nil) == (most == nil))
  guard let snippet else { return }
  let inside = found.map { $0.filter { snippet.range.clamped(to: $0) == $0 } }
  #expect(inside.count { !$0.isEmpty } == most, "seed \(seed)")
  for match in inside.joined() {
    #expect(snippet.highlights.contains { $0.clamped(to: match) == match }, "seed \(seed)")
  }
}

@Test func `the headline is shown only where it has more of the terms`() throws {
  let query = try TextQuery("bridge river")
  func field(_ headline: String, _ text: String) -> Snippet.Field? {
    Snippet(query, headline: headline, text: Array(text.utf8))?.field
  }
  #expect(field("Bridge down", "The river took the bridge") == .text)
  #expect(field("Bridge over river", "The bridge") == .headline)
  #expect(field("Bridge", "The river") == .text)
  #expect(field("Bridge", "Nothing") == .headline)
}

@Test(arguments: [
  (String(repeating: "ä", count: 3000), "äää*"),
  ("foo " + String(repeating: "— ", count: 4000) + "bar", "\"foo bar\""),
  (String(repeating: "x", count: 199) + "é", "x*"),
])
func `a snippet is no longer than it says, whatever it holds`(text: String, query: String) throws {
  let bytes = Array(text.utf8)
  let snippet = try #require(Snippet(try TextQuery(query), headline: nil, text: bytes))
  #expect(snippet.range.count <= TextMatches.shown)
  #expect(String(validating: bytes[snippet.range], as: UTF8.self) != nil)
  #expect(snippet.highlights == [snippet.range])
}
