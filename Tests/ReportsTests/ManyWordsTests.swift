// More words than one or two bytes count, and than a table begins with.

import Testing

@testable import Reports

@Test func `forty thousand words are told apart`() throws {
  let words = (0..<40_000).map { "w\($0)" }
  let entries = (0..<40).map { number in
    let part = words[(number * 1000)..<(number * 1000 + 1000)]
    return ReportEntry(id: "r\(number)", text: Array(part.joined(separator: " ").utf8))
  }
  let snapshot = makeSnapshot(entries)
  #expect(snapshot.brokenInvariant() == nil)
  for number in stride(from: 0, to: 39_998, by: 371) {
    for query in ["w\(number)", "\"w\(number / 1000 * 1000) w\(number / 1000 * 1000 + 1)\""] {
      var conditions = Conditions()
      conditions.text = try TextQuery(query)
      let found = snapshot.reports(conditions, all).records.map(\.id)
      #expect(found == ["r\(number / 1000)"], "\(query)")
    }
  }
}
