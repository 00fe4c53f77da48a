// Dates and what is left open against the gold: each difference is one sentence.

import Dates
import Extraction

extension GoldArticle {
  func dateProblems(_ found: Annotations) -> [String] {
    let missing = gold.dates.filter { $0.required ?? true }.flatMap { wanted -> [String] in
      let words = "\(wanted.timePrecision) \(show(wanted.range))"
      guard let date = found.dates.first(where: { at($0.range) == wanted.range }) else {
        return ["missing date: \(words)"]
      }
      return differences(of: date, wanted).map { "\(words): \($0)" }
    }
    return missing + extraDates(found).map { "too much, date: \(show($0))" }
  }

  /// Those that the gold does not have, and those that are there twice.
  private func extraDates(_ found: Annotations) -> [Range<Int>] {
    var known = Set(gold.dates.map(\.range))
    return found.dates.map { at($0.range) }.filter { known.remove($0) == nil }
  }

  private func differences(of date: DateMention, _ gold: GoldDate) -> [String] {
    let precision = date.precision.rawValue
    let days = span(date.first?.iso, date.last?.iso)
    return (isPrecision(precision, of: gold) ? [] : ["precision \(precision)"])
      + (days == self.days(of: gold) ? [] : ["\(days), not \(self.days(of: gold))"])
  }

  /// The days that the gold tells; a year alone is all of it.
  private func days(of gold: GoldDate) -> String {
    if gold.date == nil, let year = gold.resolved { return span("\(year)-01-01", "\(year)-12-31") }
    return span(gold.date, gold.dateEnd)
  }

  private func span(_ first: String?, _ last: String?) -> String {
    first == nil && last == nil ? "unresolved" : "\(first ?? "..")/\(last ?? "..")"
  }

  func unresolvedProblems(_ found: Annotations) -> [String] {
    gold.unresolved.filter { wanted in
      !found.unresolved.contains {
        $0.kind.rawValue == wanted.kind && at($0.range).overlaps(wanted.range)
          && !$0.reason.isEmpty
      }
    }.map { "missing among unresolved: \($0.kind) \(show($0.range))" }
  }
}
