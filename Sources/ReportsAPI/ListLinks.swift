// The links of a list, in its body and in its `Link` field.

import HTTP
import JSON

/// The list itself and its next page, as absolute paths.
struct ListLinks {
  let links: [(rel: String, href: String)]

  /// - Parameter next: the cursor of the next page; nil on the last.
  init(_ request: Request, next: String?) {
    let path = "/" + request.path.map { PercentEncoding.encode($0) }.joined(separator: "/")
    let others = request.query.filter { $0.name != "cursor" }
    let pages =
      [("self", request.query)]
      + (next.map { [("next", others + [QueryItem("cursor", $0)])] } ?? [])
    links = pages.map { rel, items in (rel, Self.href(path, items)) }
  }

  private static func href(_ path: String, _ items: [QueryItem]) -> String {
    let pairs = items.map {
      "\(PercentEncoding.encode($0.name))=\(PercentEncoding.encode($0.value, query: true))"
    }
    return pairs.isEmpty ? path : "\(path)?\(pairs.joined(separator: "&"))"
  }

  func write(_ json: inout JSONWriter) {
    json.array { json in
      for link in links {
        json.object { json in
          json.key("rel")
          json.string(link.rel)
          json.key("href")
          json.string(link.href)
        }
      }
    }
  }

  /// The `Link` field, RFC 8288, with full URLs.
  func field(base: String) -> Field {
    Field("Link", links.map { "<\(base)\($0.href)>; rel=\"\($0.rel)\"" }.joined(separator: ", "))
  }
}
