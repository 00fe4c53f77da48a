// GET /quotations

import JSON
import Reports

enum QuotationList: ExportedList {
  static let kind = ListKind.quotations
  static let standardOrder = ReportOrder.newestFirst

  static func page(
    of snapshot: Snapshot, _ conditions: Conditions, _ wanted: TimePageRequest
  ) -> Page<QuotationView, ReportKey> {
    snapshot.quotations(conditions, wanted)
  }

  static func count(in snapshot: Snapshot, _ conditions: Conditions) -> Int {
    snapshot.quotationCount(conditions)
  }

  static func run(
    of snapshot: Snapshot, _ conditions: Conditions, _ order: ReportOrder
  ) -> QuotationRun { snapshot.allQuotations(conditions, order) }

  /// The quotations of one report stand together, and it is read once.
  static func writer(
    for request: ListRequest<QuotationField>
  ) -> (QuotationView, inout JSONWriter) -> Void {
    var last: (report: ReportView, writer: ReportWriter)?
    return { quotation, json in
      let report = quotation.report
      let writer =
        last.flatMap { $0.report == report ? $0.writer : nil }
        ?? ReportWriter(report.entry, request.call.snapshot.gazetteer)
      last = (report, writer)
      QuotationWriter(writer, quotation.index, words: request.asked.conditions.text)
        .write(request.fields, as: request.format, &json)
    }
  }
}
