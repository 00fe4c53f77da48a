// An article, its gold, and what is found in it.

import Dates
import Extraction
import Foundation
import Gazetteer
import TestSupport

struct GoldArticle: Sendable {
  let name: String
  let text: [Unicode.Scalar]
  let gold: Gold
  let gazetteer: Gazetteer
  let found: Annotations
  /// The code point that begins at or before each byte; one more for the end.
  private let codePoints: [Int]
  /// The byte at which each code point begins; one more for the end.
  private let bytes: [Int]

  init(_ name: String, text path: String, gold: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    self.name = name
    self.gold = try decoder.decode(Gold.self, from: Data(contentsOf: URL(fileURLWithPath: gold)))
    let text = Array(String(decoding: data, as: UTF8.self).unicodeScalars)
    codePoints =
      text.indices.flatMap { index in Array(repeating: index, count: UTF8.width(text[index])) }
      + [text.count]
    self.text = text
    bytes = text.reduce(into: [0]) { $0.append(($0.last ?? 0) + UTF8.width($1)) }
    gazetteer = try shippedGazetteer()
    var context = Context()
    context.published = self.gold.published.flatMap { CivilDate(iso: $0) }
    found = Extraction.annotate(Array(data), context, gazetteer: gazetteer)
  }

  /// Bytes to code points.
  func at(_ range: Range<Int>) -> Range<Int> {
    codePoints[range.lowerBound]..<codePoints[range.upperBound]
  }

  /// Code points to bytes.
  func inBytes(_ range: Range<Int>) -> Range<Int> {
    bytes[range.lowerBound]..<bytes[range.upperBound]
  }

  /// The words of a range of code points.
  func words(_ range: Range<Int>) -> String {
    var words = String.UnicodeScalarView()
    words.append(contentsOf: text[range])
    return String(words)
  }

  /// `120–127 “the words”`, as messages tell it.
  func show(_ range: Range<Int>) -> String {
    let words = words(range)
    let short = words.count > 70 ? "\(words.prefix(45)) … \(words.suffix(20))" : words
    return "\(range.lowerBound)–\(range.upperBound) “\(short)”"
  }

  func show(_ range: Range<Int>?) -> String { range.map { show($0) } ?? "nothing" }

  func id(_ place: Place?) -> String { place.map { gazetteer.id(of: $0) } ?? "no place" }

  /// `gn:616786 Chambarak`.
  func show(_ id: String?) -> String {
    guard let id else { return "no place" }
    return gazetteer.place(id: id).map { "\(id) \(gazetteer.name(of: $0))" } ?? id
  }
}

extension GoldArticle {
  /// Ours, and the shared one where it is, or where it has to be.
  static let names = (isSharedPresent || isSharedRequired ? ["shared"] : []) + ours

  static let ours = ["twin", "second", "third"]

  static let isSharedPresent = FileManager.default.fileExists(atPath: shared + "/eval")

  static let isSharedRequired =
    ProcessInfo.processInfo.environment["DATELINE_REQUIRE_SHARED"] == "1"

  /// Each article is read once for all tests.
  static func named(_ name: String) throws -> GoldArticle {
    guard let result = all[name] else { throw UnknownArticle(name: name) }
    return try result.get()
  }

  private static let all = Dictionary(
    uniqueKeysWithValues: names.map { name in (name, Result { try read(name) }) })

  private static func read(_ name: String) throws -> GoldArticle {
    if name == "shared" {
      return try GoldArticle(
        name, text: shared + "/seeds/000_6291d9374a122252.txt",
        gold: shared + "/eval/seed_gold.json")
    }
    let path = folder.appendingPathComponent("Articles/\(name)").path
    return try GoldArticle(name, text: path + ".txt", gold: path + ".json")
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  /// Beside the package's own folder.
  private static let shared = folder.deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared").path
}

struct UnknownArticle: Error {
  let name: String
}

extension CivilDate {
  /// `2024-12-05`.
  init?(iso: String) {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }

  var iso: String { "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }
}
