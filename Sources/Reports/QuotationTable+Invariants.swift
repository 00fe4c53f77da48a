// What holds of the quotations of every segment, checked by tests.

import Extraction

extension QuotationTable {
  /// The first promise that does not hold, in words; nil when all do.
  ///
  /// - Parameter found: the quotations of each report, as its record has them.
  func brokenInvariant(_ found: [[Quotation]], _ strings: StringTable) -> String? {
    let all = found.joined()
    if count != all.count || spans.rowCount != count { return "there are more or fewer of them" }
    for (row, quotations) in found.enumerated() {
      let numbers = range(UInt32(row))
      if numbers.contains(where: { report(of: $0) != row }) { return "one has another report" }
      if numbers.map(start) != quotations.map(\.start) { return "one begins somewhere else" }
      if zip(quotations, quotations.dropFirst()).contains(where: { $0.start >= $1.start }) {
        return "they do not stand in the order of the text"
      }
    }
    for kind in Quotation.Kind.allCases {
      let numbers = all.enumerated().filter { $0.element.kind == kind }.map { UInt32($0.offset) }
      if Array(list(of: kind)) != numbers { return "a kind has others" }
    }
    return speakers.brokenInvariant(all.map(\.speaker?.name), strings).map { "speakers: \($0)" }
      ?? roles.brokenInvariant(all.map(\.speaker?.role), strings).map { "roles: \($0)" }
      ?? affiliations.brokenInvariant(all.map(\.speaker?.affiliation), strings)
      .map { "affiliations: \($0)" }
      ?? cues.brokenInvariant(all.map(\.cue?.lemma), strings).map { "cues: \($0)" }
  }
}

extension NameIndex {
  /// - Parameter column: the name of each quotation.
  fileprivate func brokenInvariant(_ column: [String?], _ strings: StringTable) -> String? {
    var wanted: [[UInt8]: [UInt32]] = [:]
    for (number, name) in column.enumerated() {
      if let name { wanted[Array(name.utf8), default: []].append(UInt32(number)) }
    }
    if count != wanted.count { return "a name stands twice, or is nobody's" }
    for number in 0..<count
    where wanted[Array(name(number, strings).utf8)] != Array(self[number]) {
      return "a name does not have its quotations"
    }
    return nil
  }
}
