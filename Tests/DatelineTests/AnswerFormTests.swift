// Every route in every form: plain, compressed, unchanged, for HEAD, for pages of other origins.

import Foundation
import TestSupport
import Testing

/// `@unchecked`: nothing of it changes, and every request has a client of its own.
extension RunningServer: @unchecked Sendable {
  func ask(_ target: String, _ fields: [String] = [], method: String = "GET") throws -> Answer {
    let client = try Client(port: port)
    let lines = (fields + ["Connection: close"]).map { "\($0)\r\n" }.joined()
    client.send("\(method) \(target) HTTP/1.1\r\nHost: localhost\r\n\(lines)\r\n")
    return try client.readAnswer(toHead: method == "HEAD")
  }
}

/// One server over the sample documents for all cases, which ends with them; the clock stands.
private let server: Result<RunningServer, any Error> = Result {
  atexit { server.endProgram() }
  return try RunningServer(
    [packageRoot + "/config/documents"],
    ["--clock", "2025-03-12T12:00:00Z", "--gazetteer", packageRoot + "/.build/gazetteer.image"])
}

extension Result where Success == RunningServer {
  fileprivate func endProgram() { (try? get())?.program.send(SIGKILL) }
}

/// Paths that GET answers, and what they negotiate.
private let routes: [(target: String, vary: String?)] = [
  ("/", "Accept, Accept-Encoding"), ("/reports", "Accept, Accept-Encoding"),
  ("/reports?f=json&limit=3", "Accept-Encoding"), ("/reports.geojson", "Accept-Encoding"),
  ("/reports?limit=1&fields=id", "Accept"), ("/reports?limit=1000", "Accept, Accept-Encoding"),
  ("/reports?published=P7D/..", "Accept, Accept-Encoding"),
  ("/reports/mali-tessit-2024-03-26", "Accept, Accept-Encoding"),
  ("/reports/mali-tessit-2024-03-26/text", "Accept-Encoding"),
  ("/localities", "Accept, Accept-Encoding"),
  ("/localities/gn:10343856", "Accept, Accept-Encoding"),
  ("/quotations", "Accept, Accept-Encoding"),
  ("/quotations/mali-tessit-2024-03-26.q0?fields=id", "Accept"),
  ("/openapi.json", "Accept-Encoding"), ("/codebook", "Accept-Encoding"),
  ("/style.css", "Accept-Encoding"), ("/icon.svg", nil), ("/readyz", nil),
]

/// Those that answer anew each time.
private let fresh: [(target: String, vary: String?)] = [
  ("/healthz", nil), ("/metrics", "Accept-Encoding"), ("/nowhere", nil), ("/reports?limt=1", nil),
]

private let gzip = "Accept-Encoding: gzip"

@Suite(.serialized)
struct AnswerFormTests {
  @Test(arguments: routes)
  func `a 304 says what the 200 says, and each form has its tag`(
    _ route: (target: String, vary: String?)
  ) throws {
    let server = try server.get()
    let plain = try server.ask(route.target)
    let small = try server.ask(route.target, [gzip])
    let isCompressed = route.vary?.contains("Encoding") == true
    #expect(plain.status == 200)
    #expect(try small.plain() == plain.body)
    #expect((small["Content-Encoding"] == "gzip") == isCompressed)
    #expect((small["ETag"] != plain["ETag"]) == isCompressed)
    for (answer, fields) in [(plain, []), (small, [gzip])] {
      #expect(answer["Vary"] == route.vary)
      let tag = try #require(answer["ETag"])
      let unchanged = try server.ask(route.target, fields + ["If-None-Match: \(tag)"])
      #expect(unchanged.status == 304)
      for name in ["ETag", "Vary", "Cache-Control", "Last-Modified"] {
        #expect(unchanged[name] == answer[name], "\(name)")
      }
      #expect(unchanged["Content-Type"] == nil && unchanged["Content-Length"] == nil)
      // What counts from now changes without a change of the documents.
      let counts = route.target.contains("P7D")
      #expect((answer["Last-Modified"] == nil) == counts)
      let since = "If-Modified-Since: \(answer["Last-Modified"] ?? "Wed, 12 Mar 2025 12:00:00 GMT")"
      #expect(try server.ask(route.target, fields + [since]).status == (counts ? 200 : 304))
      #expect(try server.ask(route.target, fields + ["If-Match: \"x\""]).status == 412)
      #expect(try server.ask(route.target, fields + ["If-Match: \(tag)"]).status == 200)
    }
  }

  @Test(arguments: routes + fresh)
  func `HEAD says what GET says, and every answer is guarded and shared`(
    _ route: (target: String, vary: String?)
  ) throws {
    let server = try server.get()
    for fields in [[], [gzip], ["Origin: https://a.example"]] {
      let get = try server.ask(route.target, fields)
      let head = try server.ask(route.target, fields, method: "HEAD")
      #expect(head.status == get.status)
      let changing = route.target == "/metrics" ? ["content-length"] : []
      let isKept = { (line: String) in !changing.contains { line.hasPrefix($0) } }
      #expect(head.lines.filter(isKept) == get.lines.filter(isKept))
      #expect(get["Vary"] == route.vary)
      #expect(get["X-Content-Type-Options"] == "nosniff")
      #expect(get["Referrer-Policy"] == "no-referrer")
      #expect(get["Content-Security-Policy"]?.contains("frame-ancestors 'none'") == true)
      #expect(get["Cross-Origin-Resource-Policy"] == "cross-origin")
      #expect(get["Access-Control-Allow-Origin"] == "*")
      #expect(get["Cache-Control"]?.hasPrefix("no-") == true)
    }
  }

  @Test(arguments: ["/openapi.json", "/codebook", "/style.css", "/index.html", "/"])
  func `files can be had in parts`(_ target: String) throws {
    let server = try server.get()
    let whole = try server.ask(target)
    #expect(whole["Accept-Ranges"] == "bytes")
    let tag = try #require(whole["ETag"])
    let first = try server.ask(target, ["Range: bytes=0-99", gzip])
    let rest = try server.ask(target, ["Range: bytes=100-", "If-Range: \(tag)"])
    #expect(first.status == 206 && rest.status == 206)
    #expect(first.body + rest.body == whole.body)
    #expect(first["Content-Range"] == "bytes 0-99/\(whole.body.count)")
    #expect(try server.ask("/reports", ["Range: bytes=0-99"]).status == 200)
  }

  @Test func `what is extracted is compressed too, and must come with a length`() throws {
    let server = try server.get()
    let text = String(repeating: "The mayor of Gao said that two people were killed. ", count: 30)
    let client = try Client(port: server.port)
    let head = "POST /extract HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\n"
    client.send(head + "\(gzip)\r\nContent-Length: \(text.utf8.count)\r\n\r\n\(text)")
    let answer = try client.readAnswer()
    #expect(answer["Content-Encoding"] == "gzip" && answer["Vary"] == "Accept-Encoding")
    #expect(try answer.plain().starts(with: Array("{\"id\":".utf8)))
    client.send(head + "\r\n")
    #expect(try client.readAnswer().status == 411)
    // A method that the path does not take goes first.
    client.send("PUT /extract HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try client.readAnswer().status == 405)
    client.send("DELETE /reports HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc")
    #expect(try client.readAnswer().status == 405)
    client.send(head + "If-Match: \"x\"\r\nContent-Length: 4\r\n\r\nText")
    #expect(try client.readAnswer().status == 412)
  }

  @Test func `origins and names come from the settings`() throws {
    let folder = try Folder()
    try folder.write("a.txt", "Text.")
    let guarded = try RunningServer(
      ["a.txt"], ["--cors-origins", "https://a.example"], in: folder,
      environment: ["DATELINE_HOSTS": "localhost"])
    let answer = try guarded.ask("/reports", ["Origin: https://a.example"])
    #expect(answer["Access-Control-Allow-Origin"] == "https://a.example")
    #expect(answer["Vary"] == "Accept, Origin")
    let client = try Client(port: guarded.port)
    client.send("GET /reports HTTP/1.1\r\nHost: rebound.example\r\n\r\n")
    #expect(try client.readAnswer().status == 421)
    let preflight = [
      "Origin: https://a.example", "Access-Control-Request-Method: POST",
      "Access-Control-Request-Headers: content-type",
    ]
    let allowed = try guarded.ask("/extract", preflight, method: "OPTIONS")
    #expect(allowed.status == 204)
    #expect(allowed["Access-Control-Allow-Methods"] == "POST, OPTIONS")
    #expect(allowed["Access-Control-Allow-Headers"] == "content-type")
  }
}
