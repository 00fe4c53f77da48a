// GET /changes/stream: changes as server-sent events (WHATWG HTML, section 9.2).

import HTTP
import Reports

enum ChangeStream {
  static let parameters = ChangeQuery.parameters

  static func answer(_ call: Call, _: [String]) throws(Problem) -> Response {
    let parameters = try Parameters(
      call.request.query, allowed: parameters, negated: ConditionName.negatedParameters)
    let query = try ChangeQuery(parameters, call)
    var position = try start(call, query)
    let feed = ChangeFeed(site: call.site, query: query, name: call.request.target)
    var opening = Array("retry: 1000\nid: \(position)\n\n".utf8)
    var response = Response(
      .ok, fields: [Field("Cache-Control", "no-store")], contentType: "text/event-stream")
    response.heartbeat = Array(":\n\n".utf8)
    response.body = .producer { part in
      part.append(contentsOf: opening)
      opening = []
      guard let events = feed.events(after: position) else { return .last }
      part.append(contentsOf: events.bytes)
      position = events.last
      return events.hasMore ? .more : .waits
    }
    return response
  }

  /// `Last-Event-ID`, with which a browser comes back, goes before `since`.
  private static func start(_ call: Call, _ query: ChangeQuery) throws(Problem) -> Int64 {
    var since = query.since
    if let text = call.request.lastEventID, !text.isEmpty {
      guard let number = ChangeQuery.number(text) else {
        throw Problem(
          .badRequest,
          "“\(text.prefix(80))” is no value for “Last-Event-ID”: it takes the id of an "
            + "event of this stream.")
      }
      since = number
    }
    let number = since ?? call.snapshot.changeNumber
    guard call.site.changes.knows(number) else { throw ChangeQuery.gone }
    return number
  }
}
