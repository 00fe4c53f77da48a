// Times, figures and nominal places of the shared article, against the facts listed for it.

import Foundation
import Gazetteer
import TestSupport
import Testing

@testable import Extraction

private enum Shared {
  /// Beside the package's own folder.
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared")

  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

  /// Where it has to be there, its absence is a failure.
  static var isRequired: Bool {
    ProcessInfo.processInfo.environment["DATELINE_REQUIRE_SHARED"] == "1"
  }
}

/// Offsets in code points, as the list of facts has them.
private struct Span: Decodable, Hashable, CustomStringConvertible {
  let start: Int
  let end: Int
  let text: String?
  var description: String { "\(start)-\(end) \(text ?? "")" }
}

private struct Facts: Decodable {
  struct Mention: Decodable {
    let start: Int
    let end: Int
    let kind: String
  }

  struct Locality: Decodable {
    let id: String
    let mentions: [Mention]
  }

  struct Date: Decodable {
    let start: Int
    let end: Int
    let text: String
    let timePrecision: String
    let required: Bool?
  }

  struct Figure: Decodable {
    let kind: String
    let locality: String
    let value: Int
    let low: Int?
    let qualifier: String
    let asOf: Span?
    let evidence: Span
  }

  struct Open: Decodable {
    let start: Int
    let end: Int
    let kind: String
  }

  let localities: [Locality]
  let dates: [Date]
  let figures: [Figure]
  let nominalMentionsOfToretsk: [Span]
  let unresolved: [Open]
}

/// The article with what the stages find in it.
private struct Article {
  let facts: Facts
  let bytes: [UInt8]
  let text: Text
  let gazetteer: Gazetteer
  let places: [PlaceMention]
  /// Byte offset of every code point.
  private let offsets: [Int]

  init() throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    facts = try decoder.decode(
      Facts.self,
      from: Data(contentsOf: Shared.folder.appendingPathComponent("eval/seed_gold.json")))
    let file = Shared.folder.appendingPathComponent("seeds/000_6291d9374a122252.txt")
    let bytes = Array(try Data(contentsOf: file))
    self.bytes = bytes
    text = Text(bytes)
    gazetteer = try shippedGazetteer()
    offsets = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
    var places: [PlaceMention] = []
    for locality in facts.localities {
      for mention in locality.mentions where mention.kind == "name" {
        places.append(
          PlaceMention(
            range: offsets[mention.start]..<offsets[mention.end], kind: .name,
            place: gazetteer.place(id: locality.id)))
      }
    }
    self.places = places.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  func words(_ start: Int, _ end: Int) -> Range<Int> { offsets[start]..<offsets[end] }
  func string(_ range: Range<Int>?) -> String? { range.map { text.string($0) } }

  var nominal: [(range: Range<Int>, place: Place)] {
    NominalPlaces.find(in: text, places: places, gazetteer: gazetteer)
  }
}

@Test(.enabled(if: Shared.isPresent || Shared.isRequired, "there is no shared folder here"))
func `the times of the shared article are found`() throws {
  let article = try Article()
  let found = DateMentions.find(in: article.text, published: nil)
  for date in article.facts.dates where date.required != false {
    let range = article.words(date.start, date.end)
    let mention = try #require(found.dates.first { $0.range == range }, "\(date.text)")
    #expect(mention.precision.rawValue == date.timePrecision, "\(date.text)")
  }
  let listed = Set(article.facts.dates.map { article.words($0.start, $0.end) })
  #expect(found.dates.filter { !listed.contains($0.range) }.map { article.string($0.range) } == [])
  for open in article.facts.unresolved where open.kind == "date" {
    let range = article.words(open.start, open.end)
    #expect(found.unresolved.contains { $0.range == range && $0.reason == "published unknown" })
  }
}

@Test(.enabled(if: Shared.isPresent || Shared.isRequired, "there is no shared folder here"))
func `the figures of the shared article are found, and no others`() throws {
  let article = try Article()
  let figures = Figures.find(
    in: article.text, places: article.places, nominal: article.nominal,
    dates: DateMentions.find(in: article.text, published: nil).dates, quotations: [],
    gazetteer: article.gazetteer)
  try #require(figures.count == article.facts.figures.count)
  for (figure, fact) in zip(figures, article.facts.figures) {
    #expect(figure.evidence == article.words(fact.evidence.start, fact.evidence.end))
    #expect(figure.kind.rawValue == fact.kind)
    #expect(figure.value == fact.value)
    #expect(figure.low == fact.low)
    #expect(figure.high == nil)
    #expect(article.string(figure.qualifier) == fact.qualifier)
    #expect(article.string(figure.asOf) == fact.asOf?.text)
    #expect(figure.place.map { article.gazetteer.id(of: $0) } == fact.locality)
  }
}

@Test(.enabled(if: Shared.isPresent || Shared.isRequired, "there is no shared folder here"))
func `the nominal mentions of the shared article's town are found`() throws {
  let article = try Article()
  let town = try #require(article.gazetteer.place(id: "gn:709354"))
  let found = article.nominal.filter { $0.place == town }.map { $0.range }
  let facts = article.facts.nominalMentionsOfToretsk.map { article.words($0.start, $0.end) }
  #expect(found.map { article.string($0) } == facts.map { article.string($0) })
  #expect(found == facts)
}
