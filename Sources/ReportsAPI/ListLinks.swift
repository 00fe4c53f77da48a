// The links of a list, in its body and in its `Link` field.

import HTTP
import JSON

/// The list itself and its next page, as absolute paths.
struct ListLinks {
  let links: [(rel: String, href: String)]

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

  /// The `Link` field, RFC 8288, with full URLs: all links, the next page alone, or none, whichever
  /// is short enough; the body has all of them.
  func field(base: String) -> Field? {
    let next = links.filter { $0.rel != "self" }
    let values = [links, next].map { links in
      links.map { "<\(base)\($0.href)>; rel=\"\($0.rel)\"" }.joined(separator: ", ")
    }
    return values.first { !$0.isEmpty && $0.utf8.count <= Self.maximumFieldBytes }
      .map { Field("Link", $0) }
  }

  /// Proxies take 4 KiB for all fields of an answer together.
  static let maximumFieldBytes = 2_000
}

extension ListLinks {
  /// - Parameter next: the cursor of the next page; nil on the last.
  init(_ request: Request, next: String?) {
    let path = "/" + request.path.map { PercentEncoding.encode($0) }.joined(separator: "/")
    let others = request.query.filter { $0.name != "cursor" }
    let pages =
      [("self", request.query)]
      + (next.map { [("next", others + [QueryItem("cursor", $0)])] } ?? [])
    links = pages.map { rel, items in (rel, Self.href(path, items)) }
  }

  /// - Parameter since: the token from which to go on; nil where there is nothing more for now.
  init(_ request: Request, since: String?) {
    let path = "/" + request.path.joined(separator: "/")
    let others = request.query.filter { $0.name != "since" }
    let next = since.map { [("next", others + [QueryItem("since", $0)])] } ?? []
    links = ([("self", request.query)] + next).map { rel, items in (rel, Self.href(path, items)) }
  }

  private static func href(_ path: String, _ items: [QueryItem]) -> String {
    let pairs = items.map {
      "\(PercentEncoding.encode($0.name))=\(PercentEncoding.encode($0.value, query: true))"
    }
    return pairs.isEmpty ? path : "\(path)?\(pairs.joined(separator: "&"))"
  }
}
