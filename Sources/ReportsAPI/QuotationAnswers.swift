// GET /quotations/{id}

import HTTP
import JSON
import Reports

enum QuotationAnswers {
  static let parameters = ["fields", "f"]

  static func record(_ call: Call, _ values: [String]) throws(Problem) -> Response {
    guard let quotation = find(call, values[0]) else {
      throw Problem(.notFound, "There is no quotation “\(values[0])”.")
    }
    let parameters = try Parameters(call.request.query, allowed: parameters)
    let fields = try parameters.fields(among: QuotationField.ofRecord)
    let format = try Format(parameters, call)
    var json = JSONWriter()
    quotation.write(fields, as: format, &json)
    return call.answer(json: json, format: format)
  }

  private static func find(_ call: Call, _ text: String) -> QuotationWriter? {
    guard let id = QuotationID(text), let report = call.snapshot.report(id.report) else {
      return nil
    }
    let writer = ReportWriter(report.entry, call.snapshot.gazetteer)
    let index = report.quotationStarts.firstIndex { writer.points[$0] == id.start }
    return index.map { QuotationWriter(writer, $0) }
  }
}
