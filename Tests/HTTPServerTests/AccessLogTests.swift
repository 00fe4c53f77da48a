// What the log is given of requests, and that it holds nobody up.

import HTTP
import Platform
import TestSupport
import Testing

@testable import HTTPServer

/// Keeps what the log writes; it can be held, as a pipe is that nobody reads.
private final class Sink: Sendable {
  private struct State {
    var records: [LogRecord] = []
    var isHeld = false
  }

  private let state = Lock(State())

  func take(_ records: [LogRecord]) {
    state.wait { $0.isHeld ? nil : () }
    state.withLock { $0.records += records }
  }

  func hold(_ isHeld: Bool) { state.tell { $0.isHeld = isHeld } }

  var records: [LogRecord] { state.withLock(\.records) }

  var entries: [AccessEntry] {
    records.compactMap { if case .request(let entry) = $0 { entry } else { nil } }
  }

  var events: [ServerEvent] {
    records.compactMap { if case .event(let event, _) = $0 { event } else { nil } }
  }
}

private func logged(
  sampling: Int? = 1, capacity: Int = 8192
) throws -> (server: TestServer, log: ServerLog, sink: Sink) {
  let sink = Sink()
  let log = try ServerLog(
    sampling: sampling, clock: .fixed(784_111_777), capacity: capacity
  ) { sink.take($0) }
  return (try TestServer(log: log), log, sink)
}

private func end(_ server: TestServer, _ log: ServerLog) {
  server.stop()
  log.finish()
}

@Test(arguments: [
  ("GET /echo?a=1#b HTTP/1.1\r\nHost: a\r\nUser-Agent: curl/7\r\n\r\n", "GET", "/echo?a=1#b", 200),
  ("GET /cached HTTP/1.1\r\nHost: a\r\nuser-agent:  x \r\n\r\n", "GET", "/cached", 200),
  ("GET http://a/cached HTTP/1.1\r\nHost: a\r\n\r\n", "GET", "http://a/cached", 200),
  ("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx", "POST", "/echo", 200),
  ("GET /stream/2 HTTP/1.1\r\nHost: a\r\n\r\n", "GET", "/stream/2", 200),
  ("GET /job HTTP/1.1\r\nHost: a\r\n\r\n", "GET", "/job", 200),
  ("\r\nFETCH /none HTTP/1.1\r\nHost: a\r\n\r\n", "FETCH", "/none", 404),
  ("GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n", "GET", "/%zz", 400),
  ("GET /x HTTP/9.9\r\nHost: a\r\n\r\n", "GET", "/x", 505),
  ("G\"T\u{1}/x\\ é HTTP/1.1\r\n\r\n", "G\"T\u{1}/x\\", "é", 400),
])
func `a request is noted as it came`(
  request: String, method: String, target: String, status: Int
) throws {
  let (server, log, sink) = try logged()
  let client = try server.connect()
  client.send(request)
  let answer = try client.readHead()
  end(server, log)
  let rest = try client.readToEnd()
  let entry = try #require(sink.entries.first)
  #expect(sink.entries.count == 1)
  #expect(entry.trace.method == method)
  #expect(entry.trace.target == target)
  #expect(entry.status == status)
  #expect(answer.status == status)
  #expect(entry.client == PeerAddress("127.0.0.1"))
  #expect(entry.time == 784_111_777_000)
  #expect(entry.weight == 1)
  #expect(entry.bytes >= rest.utf8.count - 40, "chunks have sizes beside their bytes")
  #expect(
    entry.bytes > 60 && entry.microseconds >= 0 && entry.microseconds < Int64(patience * 1_000_000))
  #expect(sink.events == [.started, .stopping])
}

@Test func `agents are noted from their field, cached or not`() throws {
  let (server, log, sink) = try logged()
  let client = try server.connect()
  for agent in ["one/1", "two/2"] {
    client.send("GET /cached HTTP/1.1\r\nHost: a\r\nUSER-AGENT: \(agent)\r\n\r\n")
    _ = try client.readAnswer()
  }
  end(server, log)
  #expect(sink.entries.map(\.trace.userAgent) == ["one/1", "two/2"])
}

@Test(arguments: [1024, 1025])
func `long targets are cut`(length: Int) throws {
  let (server, log, sink) = try logged()
  let client = try server.connect()
  let target = "/" + String(repeating: "a", count: length - 1)
  client.send("GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n")
  _ = try client.readAnswer()
  end(server, log)
  let noted = length == 1024 ? target : target.dropLast() + "…"
  #expect(sink.entries.map(\.trace.target) == [noted])
}

@Test func `a head that does not come whole is noted with what came`() throws {
  let sink = Sink()
  let log = try ServerLog(sampling: 1) { sink.take($0) }
  let server = try TestServer(log: log) { $0.headSeconds = 0.2 }
  let client = try server.connect()
  client.send("GET /never HTTP/1.1\r\nHost: a\r\n")
  #expect(try client.readHead().status == 408)
  end(server, log)
  #expect(sink.entries.map(\.trace.target) == ["/never"])
}

@Test func `where nothing is noted, only events are`() throws {
  let (server, log, sink) = try logged(sampling: nil)
  let client = try server.connect()
  client.send("GET /echo HTTP/1.1\r\nHost: a\r\n\r\nGET /none HTTP/1.1\r\nHost: a\r\n\r\n")
  for _ in 0..<2 { _ = try client.readAnswer() }
  end(server, log)
  #expect(sink.entries.isEmpty)
  #expect(sink.events == [.started, .stopping])
}

@Test func `one of ten is noted, and every error`() throws {
  let (server, log, sink) = try logged(sampling: 10)
  let client = try server.connect()
  let good = String(repeating: "GET /cached HTTP/1.1\r\nHost: a\r\n\r\n", count: 100)
  for _ in 0..<20 {
    client.send(good + "GET /none HTTP/1.1\r\nHost: a\r\n\r\n")
    for _ in 0..<101 { _ = try client.readAnswer() }
  }
  end(server, log)
  let errors = sink.entries.filter { $0.status == 404 }
  let others = sink.entries.filter { $0.status == 200 }
  #expect(errors.count == 20)
  #expect(errors.allSatisfy { $0.weight == 1 })
  #expect(others.allSatisfy { $0.weight == 10 })
  // Gaps are uniform from 1 to 19: 200 of them are 2,000 long with a deviation of 77.
  #expect(160...240 ~= others.count)
}

@Test func `a log that nobody reads holds no request up; what does not fit is counted`() throws {
  let (server, log, sink) = try logged(capacity: 10)
  sink.hold(true)
  let client = try server.connect()
  for _ in 0..<200 {
    client.send("GET /cached HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try client.readAnswer().status == 200)
  }
  server.stop()
  let dropped = log.dropped
  #expect(dropped >= 200 - 20 - 2)
  #expect(server.metric("dateline_http_log_dropped_total") == "\(dropped)")
  sink.hold(false)
  log.finish()
  let told = sink.events.reduce(0) { if case .dropped(let count) = $1 { $0 + count } else { $0 } }
  // Started and stopping take places too.
  #expect(
    sink.entries.count + sink.events.filter { $0 == .started || $0 == .stopping }.count
      + dropped == 202)
  #expect(told == dropped)
}

@Test func `finishing does not wait for ever for a log that nobody reads`() throws {
  let (server, log, sink) = try logged()
  sink.hold(true)
  let client = try server.connect()
  client.send("GET /echo HTTP/1.1\r\nHost: a\r\n\r\n")
  _ = try client.readAnswer()
  server.stop()
  let start = Instant.precise
  log.finish()
  #expect(0.9...patience ~= Instant.precise.seconds(since: start))
  sink.hold(false)
}

@Test func `connections that are shed are told of once in a while`() throws {
  let sink = Sink()
  let log = try ServerLog(sampling: nil) { sink.take($0) }
  let server = try TestServer(log: log) { $0.connections = 1 }
  let held = try server.connect()
  held.send("GET /echo HTTP/1.1\r\nHost: a\r\n\r\nGET /echo")
  _ = try held.readAnswer()
  for _ in 0..<5 { #expect(try server.connect().readToEnd().hasPrefix("HTTP/1.1 503 ")) }
  end(server, log)
  // A loop hands its records over when a turn ends, which may be behind whoever stops it.
  #expect(sink.events.first == .started)
  #expect(sink.events.filter { $0 != .stopping } == [.started, .shedding(.connections)])
}
