// GET /reports

import HTTP
import JSON
import Reports

enum ReportList {
  static let parameters = ListRequest<ReportField>.parameters

  static func answer(_ call: Call, _: [String]) throws(Problem) -> Response {
    let request = try ListRequest<ReportField>(call)
    var wanted = TimePageRequest(try request.order(.newestFirst))
    wanted.limit = request.limit
    wanted.after = try request.parameters.after(.reports, wanted.order.rawValue)
    let page = call.snapshot.reports(request.asked.conditions, wanted)

    let answer = ListAnswer(
      kind: .reports, request: request, matched: page.matched,
      next: page.next.map {
        Cursor(list: .reports, order: wanted.order.rawValue, key: $0).token
      },
      explanation: request.explanation(page.matched) { conditions in
        call.snapshot.reports(conditions, TimePageRequest(.newestFirst)).matched
      })
    return answer.response(returned: page.records.count) { json in
      for report in page.records {
        let writer = ReportWriter(
          report, request.fields, as: request.format, call.snapshot.gazetteer,
          words: request.asked.conditions.text)
        writer.write(request.fields, as: request.format, &json)
      }
    }
  }
}
