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

  static func writer(
    for request: ListRequest<LocalityField>
  ) -> (LocalityView, inout JSONWriter) -> Void {
    { locality, json in
      LocalityWriter(locality, request.call.snapshot.gazetteer)
        .write(request.fields, as: request.format, &json)
    }
  }
}
