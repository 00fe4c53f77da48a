// Every request is counted once, by the route and the status of its answer.

import HTTP
import Synchronization
import TestSupport
import Testing

@testable import HTTPServer

private func get(_ path: String, _ fields: String = "", method: String = "GET") -> String {
  "\(method) /\(path) HTTP/1.1\r\nHost: a\r\n\(fields)\r\n"
}

/// Requests of one kind and what each is counted as.
struct CountedCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let request: String
  let route: String
  let status: Int
  var closes = false
}

private let cases: [CountedCase] = [
  CountedCase(testDescription: "made", request: get("echo"), route: "echo", status: 200),
  CountedCase(testDescription: "cached", request: get("cached"), route: "cached", status: 200),
  CountedCase(
    testDescription: "HEAD", request: get("cached", method: "HEAD"), route: "cached", status: 200),
  CountedCase(
    testDescription: "not modified", request: get("cached", "If-None-Match: \"v0\"\r\n"),
    route: "cached", status: 304),
  CountedCase(testDescription: "job", request: get("job"), route: "job", status: 200),
  CountedCase(testDescription: "stream", request: get("stream/3"), route: "stream", status: 200),
  CountedCase(
    testDescription: "HEAD of a stream", request: get("stream/3", method: "HEAD"),
    route: "stream", status: 200),
  CountedCase(testDescription: "not found", request: get("none"), route: "other", status: 404),
  CountedCase(
    testDescription: "wrong target", request: get("%zz"), route: "none", status: 400),
  CountedCase(
    testDescription: "a body", request: get("echo", "Content-Length: 2\r\n", method: "POST") + "ab",
    route: "echo", status: 200),
  CountedCase(
    testDescription: "refused", request: get("echo", "Host: b\r\n"), route: "none", status: 400,
    closes: true),
  CountedCase(
    testDescription: "refused body",
    request: get("echo", "Transfer-Encoding: chunked\r\n", method: "POST") + "zz\r\n",
    route: "none", status: 400, closes: true),
]

@Test(arguments: cases)
func `requests of a kind are counted once each`(one: CountedCase) throws {
  let server = try TestServer()
  let isHead = one.request.hasPrefix("HEAD")
  for _ in 0..<3 {
    let client = try server.connect()
    for _ in 0..<(one.closes ? 1 : 4) {
      client.send(one.request)
      #expect(try client.readAnswer(toHead: isHead).status == one.status)
    }
  }
  server.stop()
  let count = one.closes ? 3 : 12
  let label = "{route=\"\(one.route)\",status=\"\(one.status)\"}"
  #expect(server.metric("dateline_http_requests_total\(label)") == "\(count)")
  #expect(server.durations(of: one.route) == count)
  #expect(server.answers == count)
}

@Test func `a random mix is counted as a plain count has it`() throws {
  var random = SeededGenerator(seed: 5)
  let server = try TestServer(loops: 2)
  var expected: [String: Int] = [:]
  for _ in 0..<8 {
    let client = try server.connect()
    for _ in 0..<40 {
      let one = try #require(cases.filter { !$0.closes }.randomElement(using: &random))
      client.send(one.request)
      _ = try client.readAnswer(toHead: one.request.hasPrefix("HEAD"))
      expected["{route=\"\(one.route)\",status=\"\(one.status)\"}", default: 0] += 1
    }
  }
  server.stop()
  for (labels, count) in expected {
    #expect(server.metric("dateline_http_requests_total\(labels)") == "\(count)", "\(labels)")
  }
  #expect(server.answers == 320)
  #expect(TestResponder.routes.map { server.durations(of: $0) }.reduce(0, +) == 320)
}

@Test func `pipelined requests are timed one by one`() throws {
  let server = try TestServer()
  let client = try server.connect()
  client.send(String(repeating: get("cached"), count: 50) + get("job") + get("echo"))
  for _ in 0..<52 { _ = try client.readAnswer() }
  server.stop()
  #expect(server.durations(of: "cached") == 50)
  #expect(server.durations(of: "job") == 1)
  #expect(server.durations(of: "echo") == 1)
}

@Test func `a stream that its client leaves is counted and timed`() throws {
  let server = try TestServer { $0.writeSeconds = 0.2 }
  let client = try server.connect()
  client.keepSmallBuffer()
  client.send(get("stream/2000"))
  #expect(server.isLeft())
  server.stop()
  #expect(server.metric("dateline_http_requests_total{route=\"stream\",status=\"200\"}") == "1")
  #expect(server.durations(of: "stream") == 1)
}

@Test func `jobs that find no place are counted, with those that wait and run`() throws {
  let server = try TestServer { ($0.jobThreads, $0.waitingJobs, $0.drainSeconds) = (1, 1, 0.1) }
  let running = try server.connect()
  running.send(get("slow"))
  while server.counts.running.load(ordering: .relaxed) == 0 {}
  let waiting = try server.connect()
  waiting.send(get("slow"))
  while server.metric("dateline_http_jobs_waiting") != "1" {}
  let refused = try server.connect()
  refused.send(get("job"))
  #expect(try refused.readAnswer().status == 503)
  #expect(server.metric("dateline_http_jobs_running") == "1")
  #expect(server.metric("dateline_http_jobs_refused_total") == "1")
  #expect(server.metric("dateline_http_requests_total{route=\"none\",status=\"503\"}") == "1")
  running.finishWriting()
  waiting.finishWriting()
}

@Test func `the bytes and answers of the cache are told`() throws {
  let server = try TestServer()
  let client = try server.connect()
  client.send(get("cached") + get("cached/b"))
  for _ in 0..<2 { _ = try client.readAnswer() }
  server.stop()
  #expect(server.metric("dateline_http_cache_answers") == "2")
  #expect(Int(server.metric("dateline_http_cache_bytes") ?? "") ?? 0 > 500)
}

@Test func `a slow answer takes long by the histogram`() throws {
  let server = try TestServer()
  let client = try server.connect()
  client.send(get("pause"))
  _ = try client.readAnswer()
  server.stop()
  let name = "dateline_http_request_duration_seconds"
  #expect(server.metric("\(name)_bucket{route=\"other\",le=\"0.01\"}") == "0")
  #expect(server.metric("\(name)_bucket{route=\"other\",le=\"+Inf\"}") == "1")
  let sum = Double(server.metric("\(name)_sum{route=\"other\"}") ?? "") ?? 0
  #expect(0.02...5 ~= sum)
}

extension TestServer {
  /// Answers of all routes and statuses.
  fileprivate var answers: Int {
    Metric.text(metrics.metrics).split(separator: "\n")
      .filter { $0.hasPrefix("dateline_http_requests_total{") }
      .reduce(0) { $0 + (Int($1.split(separator: " ").last ?? "") ?? 0) }
  }

  /// How many requests of a route were timed.
  fileprivate func durations(of route: String) -> Int {
    let count = metric("dateline_http_request_duration_seconds_count{route=\"\(route)\"}")
    return count.flatMap { Int($0) } ?? 0
  }
}
