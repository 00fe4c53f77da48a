// GET /reports/{id} and /reports/{id}/text

import HTTP
import JSON
import Reports

enum ReportAnswers {
  static let recordParameters = ["fields", "f"]

  static func record(_ call: Call, _ values: [String]) throws(Problem) -> Response {
    let report = try find(call, values)
    let parameters = try Parameters(call.request.query, allowed: recordParameters)
    let fields = try parameters.fields(among: ReportField.ofRecord)
    let format = try Format(parameters, call)
    var json = JSONWriter()
    ReportWriter(report, fields, as: format, call.snapshot.gazetteer)
      .write(fields, as: format, &json)
    return call.answer(json: json, format: format)
  }

  /// The text as the offsets of all ranges count it.
  static func text(_ call: Call, _ values: [String]) throws(Problem) -> Response {
    let report = try find(call, values)
    try call.takeNoParameters()
    var bytes: [UInt8] = []
    report.text { bytes.append($0) }
    return call.answer(bytes, contentType: "text/plain; charset=utf-8")
  }

  private static func find(_ call: Call, _ values: [String]) throws(Problem) -> ReportView {
    if let report = call.snapshot.report(values[0]) { return report }
    throw Problem(.notFound, "There is no report “\(values[0])”.")
  }
}
