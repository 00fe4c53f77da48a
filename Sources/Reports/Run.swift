// All records that match, one after another: what an export walks.

/// Rows of a list from its first to its last, four bytes each.
package struct Run<Record: Sendable>: Sendable {
  /// How many there are in all.
  package let count: Int
  private var rows: RowList
  private let view: @Sendable (UInt32) -> Record

  init(_ rows: RowList, view: @escaping @Sendable (UInt32) -> Record) {
    count = rows.count
    self.rows = rows
    self.view = view
  }

  /// The next record; nil after the last.
  package mutating func next() -> Record? { rows.popFirst().map(view) }
}

package typealias ReportRun = Run<ReportView>
package typealias QuotationRun = Run<QuotationView>

extension Snapshot {
  /// All reports that meet some conditions.
  package func allReports(_ conditions: Conditions, _ order: ReportOrder) -> ReportRun {
    let rows = Search(snapshot: self, conditions: conditions).reports()
    let (segment, sorted) = (reports, whole(rows, order, reports.key(of:)))
    return Run(sorted) { ReportView(segment: segment, row: $0) }
  }

  /// All quotations that do.
  package func allQuotations(_ conditions: Conditions, _ order: ReportOrder) -> QuotationRun {
    let numbers = Search(snapshot: self, conditions: conditions).quotations()
    let (segment, sorted) = (reports, whole(numbers, order, reports.key(ofQuotation:)))
    return Run(sorted) { segment.quotation($0) }
  }

  private func whole(
    _ rows: RowList, _ order: ReportOrder, _ key: @escaping (UInt32) -> ReportKey
  ) -> RowList {
    var request = TimePageRequest(order)
    request.limit = rows.count
    return TimePage(rows: rows, request: request, key: key).cut().rows[...]
  }
}
