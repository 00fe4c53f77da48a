// GET /quotations

import JSON
import Reports

enum QuotationList: RecordList {
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

  /// The quotations of one report stand together, and it is read once.
  static func write(
    _ records: [QuotationView], for request: ListRequest<QuotationField>, _ json: inout JSONWriter
  ) {
    var last: (report: ReportView, writer: ReportWriter)?
    for quotation in records {
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
