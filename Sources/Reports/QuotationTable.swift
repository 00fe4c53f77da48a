// Who said what in which report, in columns.

import Extraction

/// The quotations of a segment, numbered by report and then by their place in the text. What else is
/// known of one stands in its report's record.
struct QuotationTable: Sendable {
  let speakers: NameIndex
  let roles: NameIndex
  let affiliations: NameIndex
  let cues: NameIndex
  /// Quotations by the number of their kind.
  private let kinds: Postings
  /// Where the content of each begins in the report's text, in bytes; grouped by report.
  private let starts: Grouped<UInt32>
  /// The report of each.
  private let reports: [UInt32]
  /// The words of each: parts of the report's stream in the text index.
  let spans: Grouped<Range<UInt32>>

  /// - Parameter drafts: by report.
  init(_ drafts: Grouped<QuotationDraft>, _ strings: StringTable) {
    let all = drafts.elements
    speakers = NameIndex(all.map(\.speaker), strings)
    roles = NameIndex(all.map(\.role), strings)
    affiliations = NameIndex(all.map(\.affiliation), strings)
    cues = NameIndex(all.map(\.cue), strings)
    kinds = Postings(keyCount: Quotation.Kind.allCases.count) { take in
      for (number, draft) in all.enumerated() { take(draft.kind.number, UInt32(number)) }
    }
    starts = drafts.map(\.start)
    var reports: [UInt32] = []
    reports.reserveCapacity(all.count)
    drafts.forEachByRow { row, _ in reports.append(row) }
    self.reports = reports
    var spans = Grouped<Range<UInt32>>()
    for draft in all { spans.append(draft.spans) }
    self.spans = spans
  }

  var count: Int { reports.count }

  func list(of kind: Quotation.Kind) -> RowList { kinds[kind.number] }

  /// The report of a quotation.
  func report(of number: UInt32) -> UInt32 { reports[Int(number)] }

  /// The quotations of a report.
  func range(_ row: UInt32) -> Range<UInt32> {
    let range = starts.range(row)
    return UInt32(range.lowerBound)..<UInt32(range.upperBound)
  }

  /// Where the content begins in the report's text, in bytes.
  func start(_ number: UInt32) -> Int { Int(starts.elements[Int(number)]) }
}

extension Quotation {
  /// Where the content begins; a report's quotations stand in this order, and no two at one place.
  package var start: Int { (spans.first ?? evidence).lowerBound }
}

extension Quotation.Kind {
  fileprivate var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
