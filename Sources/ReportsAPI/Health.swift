// GET /healthz, /readyz and /metrics

import HTTP
package import JSON
package import Reports

enum Health {
  static let pattern = "/healthz"

  /// The process answers; nothing is said of its documents.
  static var alive: Response {
    Response(
      .ok, fields: [Field("Cache-Control", "no-store")],
      body: Array("{\"status\":\"alive\"}\n".utf8), contentType: "application/json")
  }

  static func alive(_ call: Call, _: [String]) throws(Problem) -> Response {
    try call.takeNoParameters()
    return alive
  }

  /// What is loaded, and what was not taken and why.
  static func ready(_ call: Call, _: [String]) throws(Problem) -> Response {
    try call.takeNoParameters()
    var json = JSONWriter()
    json.object { json in
      json.key("status")
      json.string("ready")
      json.intake(call.snapshot)
    }
    return call.answer(json: json)
  }

  static func metrics(_ call: Call, _: [String]) throws(Problem) -> Response {
    try call.takeNoParameters()
    let (snapshot, bytes) = (call.snapshot, call.snapshot.bytes)
    let store = [
      Metric("dateline_reports", .gauge, "Reports served.", [.init(snapshot.reportCount)]),
      Metric(
        "dateline_report_segments", .gauge, "Parts that the store is in, which merges keep few.",
        [.init(snapshot.partSizes.count)]),
      Metric(
        "dateline_report_text_bytes", .gauge, "Bytes of the texts of all reports.",
        [.init(bytes.texts)]),
      Metric(
        "dateline_report_annotation_bytes", .gauge, "Bytes of what was found in these texts.",
        [.init(bytes.annotations)]),
      Metric(
        "dateline_report_string_bytes", .gauge, "Bytes of ids, headlines, names and reasons.",
        [.init(bytes.strings)]),
      Metric(
        "dateline_report_day_bytes", .gauge, "Bytes of the days that texts name.",
        [.init(bytes.days)]),
      Metric(
        "dateline_report_word_bytes", .gauge, "Bytes of the index of words.",
        [.init(bytes.words)]),
      Metric(
        "dateline_documents_skipped", .gauge, "Documents that could not be taken.",
        [.init(snapshot.intake.skipped.count)]),
    ]
    let text = Metric.text(store + call.site.serverMetrics())
    return Response(
      .ok, fields: [Field("Cache-Control", "no-store")], body: Array(text.utf8),
      contentType: Metric.mediaType)
  }
}

extension JSONWriter {
  /// The members that tell what became of the documents.
  package mutating func intake(_ snapshot: Snapshot) {
    key("reports")
    integer(snapshot.reportCount)
    key("skipped")
    array { json in
      for skipped in snapshot.intake.skipped {
        json.object { json in
          json.key("document")
          json.string(skipped.place)
          json.key("reason")
          json.string(skipped.reason)
        }
      }
    }
    key("other_files")
    integer(snapshot.intake.otherFiles)
  }
}
