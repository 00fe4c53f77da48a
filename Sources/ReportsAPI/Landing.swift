// GET /: a page for people, links for programs.

import HTTP
import JSON
import Reports

enum Landing {
  /// The page's file.
  static let page = "index.html"
  private static let contract = "openapi.json"

  /// The query is the page's own: links to it carry what its script, or whoever linked, wants.
  static func answer(_ call: Call, _: [String]) throws(Problem) -> Response {
    let file = call.site.publicFiles[page]
    let offered = (file == nil ? [] : ["text/html"]) + ["application/json"]
    guard let type = Accept.choose(from: offered, accept: call.request.accept) else {
      throw Problem(
        .notAcceptable, "Here are \(offered.joined(separator: " and ")).", allowed: offered)
    }
    var response =
      if let file, type == "text/html" { file.response(call) } else {
        call.answer(json: links(call))
      }
    response.vary.insert(.accept)
    return response
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
        for route in Routes.router.routes where route.pattern != "/" { write(route, &json) }
        if call.site.publicFiles[contract] != nil { writeContract(&json) }
      }
    }
    return json
  }

  private static func write(_ route: Route<Handler>, _ json: inout JSONWriter) {
    json.object { json in
      json.key("rel")
      json.string("item")
      json.key(route.pattern.contains("{") ? "template" : "href")
      json.string(route.pattern)
      if !route.answers(.get) { writeMethod(route, &json) }
    }
  }

  /// The description that machines read, RFC 8631 section 4.2.
  private static func writeContract(_ json: inout JSONWriter) {
    json.object { json in
      json.key("rel")
      json.string("service-desc")
      json.key("href")
      json.string("/\(contract)")
    }
  }

  /// How to follow a link that GET does not.
  private static func writeMethod(_ route: Route<Handler>, _ json: inout JSONWriter) {
    json.key("method")
    json.string(route.methods.first?.rawValue ?? "")
  }
}
