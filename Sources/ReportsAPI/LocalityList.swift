// GET /localities

import HTTP
import JSON
import Reports

enum LocalityList {
  static let parameters = ListRequest<LocalityField>.parameters

  static func answer(_ call: Call, _: [String]) throws(Problem) -> Response {
    let request = try ListRequest<LocalityField>(call)
    var wanted = LocalityPageRequest(try request.order(.mostReports))
    wanted.limit = request.limit
    wanted.after = try request.parameters.after(.localities, wanted.order.rawValue)
    let page = call.snapshot.localities(request.asked.conditions, wanted)

    let answer = ListAnswer(
      kind: .localities, request: request, matched: page.matched,
      next: page.next.map {
        Cursor(list: .localities, order: wanted.order.rawValue, key: $0).token
      },
      explanation: request.explanation(page.matched) { conditions in
        call.snapshot.localities(conditions, LocalityPageRequest(.mostReports)).matched
      })
    return answer.response(returned: page.records.count) { json in
      for locality in page.records {
        LocalityWriter(locality, call.snapshot.gazetteer)
          .write(request.fields, as: request.format, &json)
      }
    }
  }
}
