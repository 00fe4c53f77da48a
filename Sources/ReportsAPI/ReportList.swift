// GET /reports

import Dates
import Gazetteer
import HTTP
import JSON
import Reports

enum ReportList {
  static let parameters = ["published", "sortby", "fields", "limit", "cursor"]
  static let limits = 1...1000

  static func answer(_ call: Call, _: [String]) throws(Problem) -> Response {
    let parameters = try Parameters(call.request.query, allowed: parameters)
    var query = ReportQuery()
    query.published = try parameters.period("published", now: call.site.now())
    query.order = try parameters.word("sortby", as: ReportOrder.self) ?? query.order
    query.limit = try parameters.integer("limit", limits) ?? query.limit
    query.after = try after(parameters, query.order)
    let fields = try parameters.words("fields", as: ReportField.self) ?? ReportField.allCases

    let page = call.snapshot.reports.page(query)
    let next = page.next.map { Cursor(order: query.order, key: $0).token }
    let links = ListLinks(call.request, next: next)
    let body = json(page, fields, links, call.snapshot.gazetteer)
    let isRelative = query.published?.isRelative == true
    return call.answer(json: body, links: links, countedFromNow: isRelative)
  }

  private static func after(
    _ parameters: Parameters, _ order: ReportOrder
  ) throws(Problem) -> ReportKey? {
    guard let token = parameters.value("cursor") else { return nil }
    guard let cursor = Cursor(token: token) else {
      throw parameters.malformed("cursor", token, "the token of a “next” link, unchanged")
    }
    guard cursor.order == order else {
      throw parameters.malformed(
        "cursor", token, "a token of the same list; this one is of sortby=\(cursor.order.rawValue)")
    }
    return cursor.key
  }

  private static func json(
    _ page: ReportPage, _ fields: [ReportField], _ links: ListLinks, _ gazetteer: Gazetteer
  ) -> [UInt8] {
    var json = JSONWriter(reserving: 64 + page.reports.count * 320)
    json.object { json in
      json.key("numberMatched")
      json.integer(page.matched)
      json.key("numberReturned")
      json.integer(page.reports.count)
      json.key("reports")
      json.array { json in page.reports.forEach { json.report($0, fields, gazetteer) } }
      json.key("links")
      links.write(&json)
    }
    return json.bytes
  }
}
