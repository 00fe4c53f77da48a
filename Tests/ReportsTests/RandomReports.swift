// Random reports from a seed, so that a failure can be seen again.

import Dates
import Extraction
import Gazetteer
import TestSupport

@testable import Reports

/// Reports that name some of a few places, or none where there are no places.
struct RandomReports {
  private var random: SeededGenerator
  private let places: [Place]

  init(seed: UInt64, places: [Place] = []) {
    random = SeededGenerator(seed: seed)
    self.places = places
  }

  mutating func next(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

  /// Few different days, so that many are equal, and some reports without any.
  mutating func entries(_ count: Int) -> [ReportEntry] {
    (0..<count).map { number in
      var entry = ReportEntry(id: "r\(next(below: 10))-\(number)")
      entry.text = Array("\(number) \(words(4 + next(below: 12))) ж".utf8)
      entry.headline = next(below: 4) == 0 ? nil : "headline \(number)"
      entry.source = next(below: 3) == 0 ? nil : "Wire \(next(below: 5))"
      entry.published = published()
      if next(below: 6) == 0 { entry.remarks = ["remark \(next(below: 2))", "another"] }
      if !places.isEmpty { entry.annotations = annotations(entry.text.count) }
      return entry
    }
  }

  /// The same reports without some, and with others; some have another date now.
  mutating func changed(_ entries: [ReportEntry]) -> [ReportEntry] {
    var changed = entries.filter { _ in next(below: 3) > 0 }
    for index in changed.indices where next(below: 5) == 0 {
      changed[index].published = published()
    }
    return changed
      + self.entries(entries.count / 4).map { entry in
        var entry = entry
        entry.id += "-new"
        return entry
      }
  }

  static let words = ["bridge", "bridges", "the", "river", "Мiст", "is", "gone"]

  private mutating func words(_ count: Int) -> String {
    (0..<count).map { _ in Self.words[next(below: Self.words.count)] }.joined(separator: " ")
  }

  private mutating func published() -> Moment? {
    if next(below: 8) == 0 { return nil }
    let second = Int64(next(below: 12) - 2) * 86_400 + Int64(next(below: 2)) * 3_599
    return Moment(start: second, precision: next(below: 2) == 0 ? .day : .second)
  }

  /// A report speaks of few places, and so of some of them in several ways.
  private mutating func annotations(_ length: Int) -> Annotations {
    let few = (0..<6).map { _ in places[min(next(below: places.count), next(below: places.count))] }
    var facts = RandomAnnotations(
      seed: random.next(), length: length, places: few, texts: Self.names)
    return facts.annotations()
  }

  /// Some share words, some fold alike, some fold to nothing.
  static let names = [
    "", "—", "Ana Petrova", "ANA  PETROVA", "Petrova", "Petrov", "Ana-Maria Petrova", "Čapek",
    "capek", "say", "say that", "U.S. Army", "us", "Ш",
  ]
}
