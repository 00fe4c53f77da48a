// GET /: a page for people, links for programs.

import HTTP
import JSON
import Reports

enum Landing {
  private static let vary = Field("Vary", "Accept")

  /// The query is the page's own: links to it carry what its script, or whoever linked, wants.
  static func answer(_ call: Call, _: [String]) throws(Problem) -> Response {
    let page = call.site.publicFiles["index.html"]
    let offered = (page == nil ? [] : ["text/html"]) + ["application/json"]
    guard let type = Accept.choose(from: offered, accept: call.request.accept) else {
      throw Problem(
        .notAcceptable, "Here are \(offered.joined(separator: " and ")).", allowed: offered)
    }
    var response = type == "text/html" ? page?.response(call) : nil
    response = response ?? call.answer(json: links(call))
    response?.fields.append(vary)
    return response ?? Health.alive
  }

  private static func links(_ call: Call) -> JSONWriter {
    var json = JSONWriter()
    json.object { json in
      json.key("title")
      json.string("Dateline")
      json.key("version")
      json.string(call.site.version)
      json.key("links")
      json.array { json in
        for route in Routes.router.routes where route.pattern != "/" {
          json.object { json in
            json.key("rel")
            json.string("item")
            json.key(route.pattern.contains("{") ? "template" : "href")
            json.string(route.pattern)
            if !route.answers(.get) { writeMethod(route, &json) }
          }
        }
      }
    }
    return json
  }

  /// How to follow a link that GET does not.
  private static func writeMethod(_ route: Route<Handler>, _ json: inout JSONWriter) {
    json.key("method")
    json.string(route.methods.first?.rawValue ?? "")
  }
}
