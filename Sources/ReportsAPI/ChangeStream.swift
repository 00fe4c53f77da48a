// GET /changes/stream: changes as server-sent events (WHATWG HTML, section 9.2).

import HTTP
import Reports

enum ChangeStream {
  static let pattern = "/changes/stream"
  static let parameters = ChangeQuery.parameters

  static func answer(_ call: Call, _: [String]) throws(Problem) -> Response {
    var follower = try ChangeFollower(call)
    return response { follower.tell(&$0) }
  }

  /// A stream that begins once the documents are loaded: a browser comes back to one that ended, and
  /// never to one that was refused. What is wrong with the request ends it then, and is told on return.
  static func answer(beforeReady request: Request, _ site: Site) throws(Problem) -> Response {
    _ = try read(request)
    var follower: ChangeFollower?
    return response { part in
      if follower == nil {
        guard let snapshot = site.store.snapshot else { return .waits }
        let call = Call(request: request, snapshot: snapshot, site: site)
        do throws(Problem) { follower = try ChangeFollower(call) } catch { return .last }
      }
      return follower?.tell(&part) ?? .last
    }
  }

  static func read(_ request: Request) throws(Problem) -> Parameters {
    try Parameters(request.query, allowed: parameters, negated: ConditionName.negatedParameters)
  }

  private static func response(_ tell: @escaping BodyProducer) -> Response {
    // nginx holds answers back until it has some kilobytes, unless it is told not to.
    let fields = [Field("Cache-Control", "no-store"), Field("X-Accel-Buffering", "no")]
    var response = Response(.ok, fields: fields, contentType: "text/event-stream")
    response.heartbeat = Array(":\n\n".utf8)
    var opening = Array("retry: 1000\n".utf8)
    response.body = .producer { part in
      part.append(contentsOf: opening)
      opening = []
      return tell(&part)
    }
    return response
  }
}
