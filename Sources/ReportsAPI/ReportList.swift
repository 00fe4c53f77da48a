// GET /reports

import JSON
import Reports

enum ReportList: ExportedList {
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

  static func run(
    of snapshot: Snapshot, _ conditions: Conditions, _ order: ReportOrder
  ) -> ReportRun { snapshot.allReports(conditions, order) }

  static func writer(
    for request: ListRequest<ReportField>
  ) -> (ReportView, inout JSONWriter) -> Void {
    { report, json in
      let writer = ReportWriter(
        report, request.fields, as: request.format, request.call.snapshot.gazetteer,
        words: request.asked.conditions.text)
      writer.write(request.fields, as: request.format, &json)
    }
  }
}
