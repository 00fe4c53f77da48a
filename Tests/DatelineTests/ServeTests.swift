// dateline serve, as a user meets it.

import Foundation
import TestSupport
import Testing

private let article = "Headline: A bridge\nPublished: 2024-10-07\n\nThe bridge is gone.\n"

@Test func `a folder of documents becomes reports`() throws {
  let folder = try Folder()
  try folder.write("bridge.txt", article)
  try folder.write("empty.txt", "\n \n")
  try folder.write("photo.jpg", "x")
  let server = try RunningServer([folder.path])
  #expect(server.ready["reports"] as? Int == 1)
  #expect(server.ready["other_files"] as? Int == 1)
  let skipped = try #require(server.ready["skipped"] as? [[String: String]])
  #expect(skipped == [["document": "empty.txt", "reason": "the document has no text"]])
  let report = try server.json("/reports/bridge")
  #expect(report["headline"] as? String == "A bridge")
  #expect(try server.get("/reports/bridge/text").text == "The bridge is gone.\n")
}

@Test func `the sample documents load without a remark`() throws {
  let server = try RunningServer([packageRoot + "/config/documents"])
  #expect(server.ready["reports"] as? Int ?? 0 >= 18)
  #expect((server.ready["skipped"] as? [Any])?.isEmpty == true)
  #expect((server.ready["remarks"] as? [Any])?.isEmpty == true)
  let reports = try #require(try server.json("/reports")["reports"] as? [[String: Any]])
  #expect(reports.allSatisfy { $0["published"] is String && $0["headline"] is String })
}

@Test func `the page of the package is found without being named`() throws {
  let server = try RunningServer([packageRoot + "/config/documents"])
  let page = try server.get("/", fields: "Accept: text/html\r\n")
  #expect(page["Content-Type"] == "text/html; charset=utf-8")
  for name in ["/style.css", "/page.js", "/icon.svg"] {
    #expect(page.text.contains("\"\(name)\""))
    #expect(try server.get(name).status == 200)
  }
}

@Test func `the contract and the codebook come with the program, and are of its version`() throws {
  let server = try RunningServer([packageRoot + "/config/documents"])
  let landing = try server.get("/", fields: "Accept: application/json\r\n").text
  let info = try #require(try server.json("/openapi.json")["info"] as? [String: Any])
  let version = try #require(info["version"] as? String)
  #expect(landing.contains("\"version\":\"\(version)\""))
  #expect(try server.json("/codebook")["fields"] is [Any])
}

@Test(arguments: [SIGTERM, SIGINT])
func `a signal drains and ends with 0`(signal: Int32) throws {
  let folder = try Folder()
  try folder.write("a.txt", article)
  let server = try RunningServer([folder.path])
  let client = try Client(port: server.port)
  client.send("GET /reports HTTP/1.1\r\nHost: a\r\n\r\n")
  #expect(try client.readAnswer().status == 200)
  server.program.send(signal)
  #expect(try client.readToEnd() == "")
  let ended = server.program.end()
  #expect(ended.status == 0)
  #expect(ended.errors == "")
}

@Test func `it serves though nobody listens to what it says`() throws {
  let folder = try Folder()
  try folder.write("a.txt", article)
  let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
  let program = tests.deletingLastPathComponent().appendingPathComponent("dateline").path
  let shell = Process()
  shell.executableURL = URL(fileURLWithPath: "/bin/sh")
  shell.arguments = [
    "-c",
    "exec '\(program)' serve --documents '\(folder.path)' --port 0 "
      + "--ready-file '\(folder.path)/ready' >&- 2>&-",
  ]
  try shell.run()
  defer {
    if shell.isRunning { kill(shell.processIdentifier, SIGKILL) }
    shell.waitUntilExit()
  }
  var ready: Data?
  #expect(
    comes {
      ready = FileManager.default.contents(atPath: folder.path + "/ready")
      return ready?.last == UInt8(ascii: "\n")
    })
  let line = try JSONSerialization.jsonObject(with: try #require(ready)) as? [String: Any]
  let address = try #require((line?["address"] as? String).flatMap { URL(string: $0) })
  let client = try Client(port: try #require(address.port.flatMap { UInt16(exactly: $0) }))
  client.send("GET /reports/a HTTP/1.1\r\nHost: a\r\n\r\n")
  #expect(try client.readAnswer().status == 200)
  kill(shell.processIdentifier, SIGTERM)
  shell.waitUntilExit()
  #expect(shell.terminationStatus == 0)
}

@Test func `the ready file holds the ready line`() throws {
  let folder = try Folder()
  try folder.write("a.txt", article)
  let server = try RunningServer(["a.txt"], ["--ready-file", "ready.json"], in: folder)
  let data = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/ready.json"))
  let line = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  #expect(line["address"] as? String == "http://127.0.0.1:\(server.port)")
  #expect(line["reports"] as? Int == 1)
}

@Test func `two runs with a fixed clock answer byte for byte alike`() throws {
  let folder = try Folder()
  try folder.write("a.txt", article)
  try folder.write("b.json", #"{"id": "b", "text": "Text.", "published": "2024-10-06"}"#)
  let targets = [
    "/reports", "/reports?published=P7D/..", "/reports/b", "/reports/a/text", "/readyz", "/none",
    "/", "/healthz",
  ]
  let runs = try (0..<2).map { _ in
    let server = try RunningServer([folder.path], ["--clock", "2024-10-08T12:00:00Z"])
    return try targets.map { target in
      let client = try Client(port: server.port)
      client.send("GET \(target) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
      return try client.readToEnd()
    }
  }
  #expect(runs[0] == runs[1])
  #expect(runs[0][0].contains("Date: Tue, 08 Oct 2024 12:00:00 GMT\r\n"))
  #expect(runs[0][1].contains("\"numberMatched\":2"))
}

@Test func `the socket answers while documents are still being loaded`() throws {
  let folder = try Folder()
  try folder.write("many.ndjson", manyReports(60_000))
  let port = try freePort()
  let program = try Program(
    ["serve", "--documents", ".", "--port", "\(port)", "--limit", "heartbeat_seconds=1"], in: folder
  )
  let early = try firstAnswers(port)
  #expect(early.health == 200)
  #expect(early.reports.status == 503)
  #expect(early.reports["Retry-After"] == "1")
  #expect(early.reports["Content-Type"] == "application/problem+json")
  let told = try firstEvents(port)
  #expect(told.first == "retry: 1000\n")
  #expect(told.dropFirst().dropLast().allSatisfy { $0 == ":\n\n" })
  #expect(try program.readyLine()["reports"] as? Int == 60_000)
}

/// What a stream that is opened early tells, up to where it begins.
private func firstEvents(_ port: UInt16) throws -> [String] {
  let client = try Client(port: port)
  client.send("GET /changes/stream HTTP/1.1\r\nHost: a\r\n\r\n")
  #expect(try client.readHead().status == 200)
  var told: [String] = []
  while told.last?.hasPrefix("id: ") != true, told.last != "" {
    told.append(String(decoding: try client.readChunk(), as: UTF8.self))
  }
  return told
}

/// Asks as soon as the socket is open.
private func firstAnswers(_ port: UInt16) throws -> (health: Int, reports: Answer) {
  let end = Date() + patience
  while Date() < end {
    guard let client = try? Client(port: port) else { continue }
    client.send("GET /reports HTTP/1.1\r\nHost: a\r\n\r\nGET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
    let reports = try client.readAnswer()
    return (try client.readAnswer().status, reports)
  }
  throw ClientError.cannotConnect
}

@Test func `2,000 reports are paged through completely, each once`() throws {
  let folder = try Folder()
  try folder.write("many.ndjson", manyReports(2000))
  let server = try RunningServer([folder.path])
  for list in ["/reports?limit=7", "/reports?limit=1000&sortby=published"] {
    let ids = try server.allIDs(list)
    #expect(ids.count == 2000)
    #expect(Set(ids).count == 2000)
  }
}

/// Lines of articles over 90 days.
private func manyReports(_ count: Int) -> String {
  (0..<count).map { number in
    let day = String(format: "2024-%02d-%02d", number % 3 + 1, number % 28 + 1)
    return #"{"id": "n\#(number)", "published": "\#(day)", "text": "Report \#(number)."}"#
  }.joined(separator: "\n")
}

/// A port at which nobody listens, and that no other test is given: the system hands out those from
/// 32,768 on.
func freePort() throws -> UInt16 {
  try #require(
    (0..<100).lazy.map { _ in UInt16.random(in: 20_000..<32_000) }
      .first { (try? Client(port: $0)) == nil })
}
