// GET /localities

import JSON
import Reports

enum LocalityList: RecordList {
  static let kind = ListKind.localities
  static let standardOrder = LocalityOrder.mostReports

  static func page(
    of snapshot: Snapshot, _ conditions: Conditions, _ wanted: LocalityPageRequest
  ) -> Page<LocalityView, LocalityKey> {
    snapshot.localities(conditions, wanted)
  }

  static func count(in snapshot: Snapshot, _ conditions: Conditions) -> Int {
    snapshot.localityCount(conditions)
  }

  static func write(
    _ records: [LocalityView], for request: ListRequest<LocalityField>, _ json: inout JSONWriter
  ) {
    for locality in records {
      LocalityWriter(locality, request.call.snapshot.gazetteer)
        .write(request.fields, as: request.format, &json)
    }
  }
}
