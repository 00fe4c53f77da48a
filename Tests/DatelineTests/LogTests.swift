// The lines of the log: one a request, whatever a client sends, and parsed back to the same.

import Foundation
import TestSupport
import Testing

@testable import dateline

/// Text as hostile as a client can make it.
private func garbage(_ random: inout SeededGenerator) -> String {
  let pieces = [
    "\"", "\\", "\n", "\r\n", "\u{0}", "\u{1B}[2J", "\u{7F}", "\u{85}", "\u{9B}", "\u{2028}",
    "\u{202E}", "é", "日本", "😀", "\u{FFFD}", "},{", "\":", "/reports", "%0A", " ", "a",
  ]
  let count = Int.random(in: 0...12, using: &random)
  return (0..<count).compactMap { _ in pieces.randomElement(using: &random) }.joined()
}

private func object(_ line: some StringProtocol) throws -> [String: Any] {
  let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
  return try #require(value as? [String: Any])
}

@Test func `any text comes to one line of printable ASCII and is read back as it was`() throws {
  var random = SeededGenerator(seed: 23)
  for _ in 0..<2000 {
    let (text, key) = (garbage(&random), garbage(&random))
    let number = Int.random(in: -1_000_000_000_000...1_000_000_000_000, using: &random)
    var line = LogText()
    line.add("number", number)
    line.add("key " + key, text)
    let bytes = line.ended()
    #expect(bytes.dropLast().allSatisfy { 0x20..<0x7F ~= $0 } && bytes.last == 0x0A)
    let members = try object(String(decoding: bytes, as: UTF8.self))
    let read = try #require(members["key " + key] as? String)
    #expect(Array(read.unicodeScalars) == Array(text.unicodeScalars))
    #expect(members["number"] as? Int == number)
  }
}

@Test(arguments: [
  (0, "1970-01-01T00:00:00.000Z"), (1_728_302_400_007, "2024-10-07T12:00:00.007Z"),
  (-1, "1969-12-31T23:59:59.999Z"),
])
func `times have milliseconds`(milliseconds: Int64, text: String) {
  var time = LogTime()
  for _ in 0..<2 { #expect(time.text(of: milliseconds) == text) }
}

@Test(arguments: [
  ("off", nil), ("all", 1), ("1/1", 1), ("1/100", 100), ("1/1000000", 1_000_000),
])
func `what is logged is chosen in a word`(text: String, sampling: Int?) throws {
  #expect(try settings(text).accessLog == sampling)
}

@Test(arguments: ["on", "1/0", "1/1000001", "2/3", "1/-1", "1/", "ALL"])
func `any other word is refused`(text: String) {
  #expect(throws: Failure.self) { try settings(text) }
}

private func settings(_ text: String) throws(Failure) -> ServeSettings {
  var source = SettingValues(nameOf: \.flag)
  source.values = [.documents: ["a"], .accessLog: [text]]
  return try ServeSettings([source])
}

@Test func `the program logs a line a request, in order, and its start and stop`() throws {
  var random = SeededGenerator(seed: 8)
  let server = try RunningServer(
    [packageRoot + "/config/documents"],
    ["--access-log", "all", "--clock", "2024-10-07T12:00:00Z", "--loops", "1"])
  var targets = ["/reports?limit=1", "/reports?limit=1", "/reports/none", "/style.css", "/nothing"]
  for _ in 0..<60 {
    let sent = garbage(&random).replacing("\r\n", with: "").replacing("\n", with: "")
    targets.append("/" + sent.replacing(" ", with: ""))
  }
  for target in targets { _ = try server.get(target, fields: "User-Agent: \"é\\\r\n") }
  server.program.send(SIGTERM)
  let lines = try server.program.end().errorLines.map { try object($0) }
  #expect(lines.first?["message"] as? String == "started")
  // A loop hands its last requests over after their clients have seen the answers, on a busy machine
  // after it was told to stop.
  let stopping = try #require(lines.firstIndex { $0["message"] as? String == "stopping" })
  #expect(lines[(stopping + 1)...].allSatisfy { $0["message"] as? String == "request" })
  let requests = lines.filter { $0["message"] as? String == "request" }
  #expect(requests.map { $0["target"] as? String } == targets)
  let routes = ["/reports", "/reports", "/reports/{id}", "file", "other"]
  #expect(requests.prefix(5).map { $0["route"] as? String } == routes)
  #expect(requests.prefix(5).map { $0["status"] as? Int } == [200, 200, 404, 200, 404])
  #expect(requests.allSatisfy { $0["time"] as? String == "2024-10-07T12:00:00.000Z" })
  #expect(requests.allSatisfy { $0["client"] as? String == "127.0.0.1" })
}

@Test func `without a word nothing is logged`() throws {
  let server = try RunningServer([packageRoot + "/config/documents"])
  _ = try server.get("/reports")
  _ = try server.get("/nothing")
  server.program.send(SIGTERM)
  #expect(server.program.end().errors == "")
}

@Test func `a program whose standard error nobody reads serves on and ends`() throws {
  let server = try RunningServer(
    [packageRoot + "/config/documents"], ["--access-log", "all", "--loops", "1"])
  let client = try Client(port: server.port)
  // A pipe holds 64 kB, about 300 lines.
  for _ in 0..<40 {
    client.send(String(repeating: "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n", count: 50))
    for _ in 0..<50 { #expect(try client.readAnswer().status == 200) }
  }
  let metrics = try server.get("/metrics").text
  #expect(
    metrics.contains("dateline_http_requests_total{route=\"/healthz\",status=\"200\"} 2000\n"))
  server.program.send(SIGTERM)
  #expect(server.program.end().status == 0)
}
