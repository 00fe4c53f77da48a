// GET /changes

import HTTP
import JSON
import Reports

enum ChangeList {
  static let parameters = ChangeQuery.parameters + ["limit"]
  static let limits = 1...1000
  static let standardLimit = 100

  static func reply(_ call: Call, _: [String]) throws(Problem) -> Reply {
    let parameters = try Parameters(
      call.request.query, allowed: parameters, negated: ConditionName.negatedParameters)
    let query = try ChangeQuery(parameters, call)
    let limit = try parameters.integer("limit", limits) ?? standardLimit
    let isLong = limit > Reply.inlineRecords || !query.asked.parts.isEmpty
    return try .inline(unless: isLong) { () throws(Problem) in try answer(call, query, limit) }
  }

  private static func answer(
    _ call: Call, _ query: ChangeQuery, _ limit: Int
  ) throws(Problem) -> Response {
    let snapshot = call.snapshot
    let since = query.since ?? snapshot.changeNumber
    let changes = call.site.changes.changes(
      after: since, through: snapshot.changeNumber, limit: limit)
    guard let changes else { throw ChangeQuery.gone("since") }
    return ChangePage(
      call: call, query: query, since: since, next: since + Int64(changes.count)
    ).response(changes)
  }
}

/// Some changes behind a number.
private struct ChangePage {
  let call: Call
  let query: ChangeQuery
  let since: Int64
  /// The number of the last of them, which is the token to go on from.
  let next: Int64

  func response(_ changes: [Change]) -> Response {
    let hasMore = next < call.snapshot.changeNumber
    let links = ListLinks(call.request, since: hasMore ? "\(next)" : nil)
    var told = JSONWriter()
    var count = 0
    let writer = ChangeWriter(call.snapshot, query)
    for (number, change) in zip((since + 1)..., changes) {
      if writer.write(change, number, &told) { count += 1 }
    }
    let records = told.bytes
    var json = JSONWriter(reserving: told.count + 512)
    json.object { json in
      json.key("numberReturned")
      json.integer(count)
      json.key("changes")
      json.array { $0.values(records) }
      json.key("next")
      json.string("\(next)")
      json.key("hasMore")
      json.boolean(hasMore)
      json.key("links")
      links.write(&json)
    }
    return call.answer(json: json, links: links, isOfTheMoment: true)
  }
}
