// GET /quotations

import Gazetteer
import HTTP
import JSON
import Reports

enum QuotationList {
  static let parameters = ListRequest<QuotationField>.parameters

  static func answer(_ call: Call, _: [String]) throws(Problem) -> Response {
    let request = try ListRequest<QuotationField>(call)
    var wanted = TimePageRequest(try request.order(.newestFirst))
    wanted.limit = request.limit
    wanted.after = try request.parameters.after(.quotations, wanted.order.rawValue)
    let page = call.snapshot.quotations(request.asked.conditions, wanted)

    let answer = ListAnswer(
      kind: .quotations, request: request, matched: page.matched,
      next: page.next.map {
        Cursor(list: .quotations, order: wanted.order.rawValue, key: $0).token
      },
      explanation: request.explanation(page.matched) { conditions in
        call.snapshot.quotations(conditions, TimePageRequest(.newestFirst)).matched
      })
    return answer.response(returned: page.records.count) { json in
      var reports = ReportWriters(call.snapshot.gazetteer)
      for quotation in page.records {
        QuotationWriter(
          reports.writer(of: quotation.report), quotation.index,
          words: request.asked.conditions.text
        ).write(request.fields, as: request.format, &json)
      }
    }
  }
}

/// The writer of the report that was last asked for: the quotations of one report stand together.
struct ReportWriters {
  private let gazetteer: Gazetteer
  private var last: ReportWriter?

  init(_ gazetteer: Gazetteer) { self.gazetteer = gazetteer }

  mutating func writer(of report: ReportView) -> ReportWriter {
    if let last, last.report.id == report.id { return last }
    let writer = ReportWriter(report.entry, gazetteer)
    last = writer
    return writer
  }
}
