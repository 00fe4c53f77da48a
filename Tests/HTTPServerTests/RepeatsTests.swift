// A request that comes again word for word gets what it would get if it were read again.

import HTTP
import Synchronization
import TestSupport
import Testing

@testable import HTTPServer

/// A request, and how its answer begins.
private struct Asked {
  let text: String
  let status: Int
  /// What the body ends with; nil for none.
  let end: String?

  static let all = [
    Asked(text: get("a"), status: 200, end: " to a"),
    Asked(text: get("ab"), status: 200, end: " to ab"),
    Asked(text: get("a", "X: 1\r\n"), status: 200, end: " to a"),
    Asked(text: get("a", "If-None-Match: \"v0\"\r\n"), status: 304, end: nil),
    Asked(text: get("a", "If-None-Match: \"v1\"\r\n"), status: 200, end: " to a"),
    Asked(text: "\r\n" + get("c"), status: 200, end: " to c"),
    Asked(text: get("a", "Content-Length: 4\r\n") + "GET ", status: 200, end: " to a"),
    Asked(
      text: "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: \(get("a").utf8.count)\r\n\r\n"
        + get("a"),
      status: 200, end: "POST " + get("a")),
    Asked(text: "GET /echo HTTP/1.1\r\nHost: a\r\n\r\n", status: 200, end: "GET "),
  ]

  static func get(_ host: String, _ field: String = "") -> String {
    "GET /cached HTTP/1.1\r\nHost: \(host)\r\n\(field)\r\n"
  }

  func holds(for answer: Answer) -> Bool {
    answer.status == status && (end.map { answer.text.hasSuffix($0) } ?? answer.body.isEmpty)
  }
}

@Test(arguments: 1...20)
func `known requests among others, cut anywhere, get their own answers`(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let server = try TestServer()
  let client = try server.connect()
  let asked = (0..<60).flatMap { _ in
    Array(
      repeating: Asked.all.randomElement(using: &random)!,
      count: Int.random(in: 1...4, using: &random))
  }
  var left = Array(asked.map(\.text).joined().utf8)[...]
  while !left.isEmpty {
    let count = Int.random(in: 1...400, using: &random)
    client.send(Array(left.prefix(count)))
    left = left.dropFirst(count)
  }
  for (number, one) in asked.enumerated() {
    let answer = try client.readAnswer()
    #expect(one.holds(for: answer), "seed \(seed), answer \(number) to \(one.text): \(answer.text)")
  }
}

@Test func `a request that was known is answered anew when answers no longer hold`() throws {
  let server = try TestServer()
  let client = try server.connect()
  func ask() throws -> String {
    client.send(Asked.get("a"))
    return try client.readAnswer().text
  }
  let first = try (0..<4).map { _ in try ask() }
  #expect(Set(first) == ["reply 1 to a"])
  server.counts.version.store(1, ordering: .relaxed)
  #expect(try ask() == "reply 2 to a")
}

@Test func `known requests are counted like others`() throws {
  let server = try TestServer()
  let client = try server.connect()
  for _ in 0..<5 {
    client.send(Asked.get("a"))
    _ = try client.readAnswer()
  }
  #expect(server.counts.replies.load(ordering: .relaxed) == 1)
  #expect(Metric.text(server.metrics.metrics).contains("dateline_http_cache_hits_total 4\n"))
}

@Test func `a HEAD that is known has no body, and a last request ends the connection`() throws {
  let client = try TestServer().connect()
  for _ in 0..<4 {
    client.send("HEAD /cached HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try client.readAnswer(toHead: true).body.isEmpty)
  }
  client.send(String(repeating: Asked.get("a", "Connection: close\r\n"), count: 4))
  let answer = try client.readToEnd()
  #expect(answer.ranges(of: "HTTP/1.1 200 OK").count == 1)
}

@Test(arguments: 1...5)
func `requests that are known count to the last one of a connection`(last: Int) throws {
  let client = try TestServer { $0.requestsPerConnection = last }.connect()
  client.send(String(repeating: Asked.get("a"), count: 9))
  let answers = try client.readToEnd()
  #expect(answers.ranges(of: "HTTP/1.1 200 OK").count == last)
  #expect(answers.ranges(of: "Connection: close").count == 1)
}
