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
    Run(all(.reports, conditions, order)) { self.report(number: $0) }
  }

  /// All quotations that do.
  package func allQuotations(_ conditions: Conditions, _ order: ReportOrder) -> QuotationRun {
    Run(all(.quotations, conditions, order)) { self.quotation(number: $0) }
  }

  private func all(
    _ listed: Listed, _ conditions: Conditions, _ order: ReportOrder
  ) -> RowList {
    let lists = lists(of: listed, conditions)
    var request = TimePageRequest(order)
    request.limit = lists.reduce(0) { $0 + $1.count }
    return cut(lists, listed, request).numbers
  }
}
