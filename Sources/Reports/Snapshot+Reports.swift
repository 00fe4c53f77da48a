// Lists of reports and of quotations.

/// Some records of the answer to a query.
package struct Page<Record: Sendable, Key: Sendable>: Sendable {
  package let records: [Record]
  /// Records that match, on all pages together.
  package let matched: Int
  /// Where the next page begins; nil on the last.
  package let next: Key?
}

extension Snapshot {
  /// The reports that meet some conditions.
  ///
  /// - Complexity: that of its shortest list, times the logarithm of the others, and the page.
  package func reports(
    _ conditions: Conditions, _ request: TimePageRequest
  ) -> Page<ReportView, ReportKey> {
    let rows = Search(snapshot: self, conditions: conditions).reports()
    return page(of: rows, request, key: reports.key(of:)) { ReportView(segment: reports, row: $0) }
  }

  /// The quotations that meet some conditions, by report and then by their place in the text.
  package func quotations(
    _ conditions: Conditions, _ request: TimePageRequest
  ) -> Page<QuotationView, ReportKey> {
    let numbers = Search(snapshot: self, conditions: conditions).quotations()
    return page(of: numbers, request, key: reports.key(ofQuotation:), view: reports.quotation)
  }

  /// How many reports meet some conditions.
  package func reportCount(_ conditions: Conditions) -> Int {
    Search(snapshot: self, conditions: conditions).reports().count
  }

  /// How many quotations do.
  package func quotationCount(_ conditions: Conditions) -> Int {
    Search(snapshot: self, conditions: conditions).quotations().count
  }

  private func page<View>(
    of rows: RowList, _ request: TimePageRequest, key: @escaping (UInt32) -> ReportKey,
    view: (UInt32) -> View
  ) -> Page<View, ReportKey> {
    let (found, isLast) = TimePage(rows: rows, request: request, key: key).cut()
    return Page(
      records: found.map(view), matched: rows.count, next: isLast ? nil : found.last.map(key))
  }
}

/// A quotation as it is read, with the report that holds it.
package struct QuotationView: Sendable {
  package let report: ReportView
  /// Its index among the quotations of the report.
  package let index: Int
}

extension Segment {
  func key(of row: Row) -> ReportKey { ReportKey(of: row, in: self) }

  func key(ofQuotation number: UInt32) -> ReportKey {
    ReportKey(of: quotations.report(of: number), in: self, start: quotations.start(number))
  }

  func quotation(_ number: UInt32) -> QuotationView {
    let row = quotations.report(of: number)
    return QuotationView(
      report: ReportView(segment: self, row: row),
      index: Int(number - quotations.range(row).lowerBound))
  }
}

extension ReportView {
  /// Where the content of each of its quotations begins, in bytes of the text.
  package var quotationStarts: [Int] {
    segment.quotations.range(row).map { segment.quotations.start($0) }
  }
}
