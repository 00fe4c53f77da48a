// GET /reports

import JSON
import Reports

enum ReportList: RecordList {
  static let kind = ListKind.reports
  static let standardOrder = ReportOrder.newestFirst

  static func page(
    of snapshot: Snapshot, _ conditions: Conditions, _ wanted: TimePageRequest
  ) -> Page<ReportView, ReportKey> {
    snapshot.reports(conditions, wanted)
  }

  static func count(in snapshot: Snapshot, _ conditions: Conditions) -> Int {
    snapshot.reportCount(conditions)
  }

  static func write(
    _ records: [ReportView], for request: ListRequest<ReportField>, _ json: inout JSONWriter
  ) {
    for report in records {
      let writer = ReportWriter(
        report, request.fields, as: request.format, request.call.snapshot.gazetteer,
        words: request.asked.conditions.text)
      writer.write(request.fields, as: request.format, &json)
    }
  }
}
