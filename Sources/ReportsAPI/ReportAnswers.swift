// GET /reports/{id} and /reports/{id}/text

import Gazetteer
import HTTP
import JSON
import Reports

enum ReportAnswers {
  static let recordParameters = ["fields", "explain", "f"]

  static func record(_ call: Call, _ values: [String]) throws(Problem) -> Reply {
    let report = try find(call, values)
    let parameters = try Parameters(call.request.query, allowed: recordParameters)
    let fields = try parameters.fields(among: ReportField.ofRecord)
    let format = try Format(parameters, call)
    let isRead = try parameters.isExplained() && fields.contains(.localities)
    let isLong = isRead && report.text { $0.count } > ExtractAnswer.inlineBytes
    return try .inline(unless: isLong) {
      var json = JSONWriter()
      writer(report, fields, format, call.snapshot.gazetteer, isRead: isRead)
        .write(fields, as: format, &json)
      return call.answer(json: json, format: format)
    }
  }

  /// - Parameter isRead: whether the text is read anew, for what its names could mean as well.
  private static func writer(
    _ report: ReportView, _ fields: [ReportField], _ format: Format, _ gazetteer: Gazetteer,
    isRead: Bool
  ) -> ReportWriter {
    if !isRead { return ReportWriter(report, fields, as: format, gazetteer) }
    var entry = report.entry
    entry.read(with: gazetteer)
    return ReportWriter(entry, gazetteer, isExplained: true)
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
