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
  /// - Complexity: in each part that of its shortest list, times the logarithm of the others, and the
  ///   page.
  package func reports(
    _ conditions: Conditions, _ request: TimePageRequest
  ) -> Page<ReportView, ReportKey> {
    page(of: .reports, conditions, request) { report(number: $0) }
  }

  /// The quotations that meet some conditions, by report and then by their place in the text.
  package func quotations(
    _ conditions: Conditions, _ request: TimePageRequest
  ) -> Page<QuotationView, ReportKey> {
    page(of: .quotations, conditions, request) { quotation(number: $0) }
  }

  /// How many reports meet some conditions.
  package func reportCount(_ conditions: Conditions) -> Int {
    lists(of: .reports, conditions).reduce(0) { $0 + $1.count }
  }

  /// How many quotations do.
  package func quotationCount(_ conditions: Conditions) -> Int {
    lists(of: .quotations, conditions).reduce(0) { $0 + $1.count }
  }

  /// Rows, or numbers of quotations, in each part.
  func lists(of listed: Listed, _ conditions: Conditions) -> [RowList] {
    parts.map { part in
      let search = Search(part: part, conditions: conditions)
      return listed == .reports ? search.reports() : search.quotations()
    }
  }

  private func page<View>(
    of listed: Listed, _ conditions: Conditions, _ request: TimePageRequest,
    view: (UInt32) -> View
  ) -> Page<View, ReportKey> {
    let lists = lists(of: listed, conditions)
    let (found, isLast) = cut(lists, listed, request)
    return Page(
      records: found.map(view), matched: lists.reduce(0) { $0 + $1.count },
      next: isLast ? nil : found.last.map { numbering.key(listed, $0) })
  }

  /// A page of all lists together: every part gives as much as all of it could be.
  func cut(
    _ lists: [RowList], _ listed: Listed, _ request: TimePageRequest
  ) -> (numbers: RowList, isLast: Bool) {
    let starts = numbering.starts(listed)
    var (pages, isLast) = ([RowList](), true)
    for (index, list) in lists.enumerated() where !list.isEmpty {
      let (segment, start) = (parts[index].segment, starts[index])
      let key = listed == .reports ? segment.key(of:) : segment.key(ofQuotation:)
      let page = TimePage(rows: list, request: request, key: key).cut()
      pages.append((start == 0 ? page.rows : page.rows.map { $0 + start })[...])
      isLast = isLast && page.isLast
    }
    let merged = numbering.merged(pages, listed, request.order)
    return (merged.prefix(request.limit), isLast && merged.count <= request.limit)
  }

  func report(number: UInt32) -> ReportView {
    let (segment, row) = numbering.report(number)
    return ReportView(segment: segment, row: row)
  }

  func quotation(number: UInt32) -> QuotationView {
    let (segment, number) = numbering.quotation(number)
    return segment.quotation(number)
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
