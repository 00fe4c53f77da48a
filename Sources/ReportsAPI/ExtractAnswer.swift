// POST /extract

import Documents
import HTTP
import JSON
import Reports

/// Answers what would be extracted from the text or document sent; nothing is stored.
enum ExtractAnswer {
  static let parameters = ["fields", "explain"]

  /// Reading a longer body would hold up the other connections of its loop.
  static let inlineBytes = 64 * 1024

  static func reply(_ call: Call, _: [String]) throws(Problem) -> Reply {
    if !call.request.isFramed {
      throw Problem(
        .lengthRequired, "The request has neither Content-Length nor Transfer-Encoding: no body.")
    }
    try takePlain(call.request.contentEncoding)
    let parameters = try Parameters(call.request.query, allowed: parameters)
    let fields = try parameters.fields(among: ReportField.ofRecord)
    let isExplained = try parameters.isExplained()
    let form = try SentForm(contentType: call.request.contentType)
    return try .inline(unless: call.request.body.count > inlineBytes) { () throws(Problem) in
      try answer(call, form, fields, isExplained)
    }
  }

  /// - Throws: 415 for a body that is compressed, RFC 9110 section 15.5.16.
  private static func takePlain(_ coding: String?) throws(Problem) {
    guard let coding, coding.lowercased() != "identity" else { return }
    var problem = Problem(
      .unsupportedMediaType, "The body is to be sent as it is, not as “\(coding.prefix(80))”.",
      allowed: ["identity"])
    problem.fields = [Field("Accept-Encoding", "identity")]
    throw problem
  }

  private static func answer(
    _ call: Call, _ form: SentForm, _ fields: [ReportField], _ isExplained: Bool
  ) throws(Problem) -> Response {
    let gazetteer = call.snapshot.gazetteer
    let entry = call.site.read(try form.document(call.request.body), gazetteer)
    var json = JSONWriter(reserving: entry.text.count * 4)
    ReportWriter(entry, gazetteer, isExplained: isExplained)
      .write(fields, as: .json, &json)
    json.endLine()
    return Response(
      .ok, fields: [Field("Cache-Control", "no-store")], body: json.bytes,
      contentType: "application/json")
  }
}
