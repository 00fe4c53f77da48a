// Every route, method and error has its place.

import HTTP
import Testing

@testable import ReportsAPI

@Test(arguments: [
  "/", "/reports", "/reports/bridge", "/reports/bridge/text", "/localities", "/quotations",
  "/healthz", "/readyz", "/metrics", "/codebook", "/index.html",
])
func `a path answers GET and HEAD, tells OPTIONS, and refuses the rest`(path: String) throws {
  let library = Library()
  #expect(try library.ask(path).status == .ok)
  #expect(try library.ask(path, method: "HEAD").status == .ok)
  let options = try library.ask(path, method: "OPTIONS")
  #expect(options.status == .noContent)
  #expect(options["Allow"] == "GET, HEAD, OPTIONS")
  for method in ["POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"] {
    let response = try library.ask(path, method: method)
    #expect(response.status == .methodNotAllowed, "\(method)")
    #expect(response["Allow"] == "GET, HEAD, OPTIONS")
    #expect(try response.json()["allowed"] as? [String] == ["GET", "HEAD", "OPTIONS"])
  }
  #expect(try library.ask(path, method: "BREW").status == .notImplemented)
}

@Test func `a path that takes documents answers POST alone`() throws {
  let library = Library()
  #expect(try library.ask("/extract", method: "OPTIONS")["Allow"] == "POST, OPTIONS")
  for method in ["GET", "HEAD", "PUT", "DELETE"] {
    let response = try library.ask("/extract", method: method)
    #expect(response.status == .methodNotAllowed, "\(method)")
    #expect(response["Allow"] == "POST, OPTIONS")
  }
}

@Test(
  arguments: [
    ("/report", "/reports"), ("/raports", "/reports"), ("/localitys", "/localities"),
    ("/qoutations", "/quotations"), ("/metric", "/metrics"),
    ("/nothing/like/it", nil), ("/reports/none", nil), ("/reports//text", nil),
    ("/..%2Fetc%2Fpasswd", nil), ("/index.html/x", nil),
    ("/report?limt=1", "/reports"),
  ] as [(String, String?)])
func `an unknown path is a 404, before parameters are looked at`(
  target: String, nearest: String?
) throws {
  let response = try Library().ask(target)
  #expect(response.status == .notFound)
  #expect(response["Content-Type"] == "application/problem+json")
  #expect(try response.json()["nearest"] as? String == nearest)
}

@Test func `OPTIONS of the server tells what it does, and is no path`() throws {
  let library = Library()
  #expect(try library.ask("*", method: "OPTIONS")["Allow"] == "GET, POST, HEAD, OPTIONS")
  #expect(try library.ask("*", method: "CONNECT").status.rawValue >= 400)
  for target in ["/*", "/%2A"] { #expect(try library.ask(target).status == .notFound) }
}

@Test func `a slash at the end is no other place`() throws {
  #expect(try Library().ask("/reports/").status == .ok)
}

@Test func `before the documents are loaded healthz answers, and most else is told to come again`()
  throws
{
  let library = Library(loaded: false)
  #expect(try library.ask("/healthz").status == .ok)
  #expect(try library.ask("/healthz", method: "DELETE").status == .methodNotAllowed)
  #expect(try library.ask("/healthz?x=1").status == .badRequest)
  for path in ["/", "/reports", "/readyz", "/metrics", "/nowhere", "/index.html"] {
    let response = try library.ask(path)
    #expect(response.status == .serviceUnavailable)
    #expect(response["Retry-After"] == "1")
    #expect(response["Content-Type"] == "application/problem+json")
  }
}

@Test func `readiness tells what was loaded and what was not`() throws {
  #expect(
    try Library().ask("/readyz").text() == """
      {"status":"ready","reports":3,"skipped":[{"document":"empty.txt","reason":\
      "the document has no text"}],"other_files":0}

      """)
}

@Test func `metrics are in the text format`() throws {
  let library = Library()
  let response = try library.ask("/metrics")
  #expect(response["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8")
  #expect(try response.text().contains("\ndateline_reports 3\n"))
  #expect(!response.isCacheable)
}

@Test(arguments: [
  ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8"),
  ("application/json", "application/json"), ("*/*", "text/html; charset=utf-8"),
  ("text/*;q=0.1, application/json", "application/json"),
])
func `the root is a page for people and links for programs`(
  accept: String, type: String
) throws {
  let response = try Library().ask("/?utm=x", accept: accept)
  #expect(response["Content-Type"] == type)
  #expect(response["Vary"] == "Accept")
}

@Test func `the page takes any query under both its paths, other files take none`() throws {
  let style = PublicFile(name: "style.css", bytes: [])
  let library = Library { $0.publicFiles["style.css"] = style }
  for path in ["/", "/index.html"] {
    let response = try library.ask("\(path)?q=x&in=reports&utm=y", accept: "text/html")
    #expect(response.status == .ok)
    #expect(try response.text() == "<p>")
  }
  #expect(try library.ask("/style.css").status == .ok)
  let refused = try library.ask("/style.css?q=x")
  #expect(refused.status == .badRequest)
  #expect(try refused.json().string("parameter") == "q")
}

@Test func `the root offers what it has and nothing else`() throws {
  #expect(try Library().ask("/", accept: "image/png").status == .notAcceptable)
  let bare = Library { $0.publicFiles = [:] }
  #expect(try bare.ask("/", accept: "*/*")["Content-Type"] == "application/json")
  #expect(try bare.ask("/", accept: "text/html").status == .notAcceptable)
}

@Test func `the links of the root are all the routes`() throws {
  let landing = try Library().ask("/", accept: "application/json").json()
  let links = try #require(landing["links"] as? [[String: String]])
  let named = Set(links.compactMap { $0["href"] ?? $0["template"] })
  #expect(named == Set(Routes.router.routes.map(\.pattern)).subtracting(["/"]))
  let posted = links.filter { $0["method"] != nil }
  #expect(posted == [["rel": "item", "href": "/extract", "method": "POST"]])
  #expect(Set(links.map { $0["rel"] }) == ["item"])
}

@Test func `the root links to its description for machines where there is one`() throws {
  let file = PublicFile(name: "openapi.json", bytes: Array("{}".utf8))
  let library = Library { $0.publicFiles["openapi.json"] = file }
  let links =
    try library.ask("/", accept: "application/json").json()["links"] as? [[String: String]]
  let described = links?.filter { $0["rel"] == "service-desc" }
  #expect(described == [["rel": "service-desc", "href": "/openapi.json"]])
  #expect(links?.contains(["rel": "item", "href": "/codebook"]) == true)
  #expect(try library.ask("/openapi.json").text() == "{}")
}
