// Too much of something, through the socket: what is answered, and that others go on.

import HTTP
import Platform
import Synchronization
import TestSupport
import Testing

@testable import HTTPServer

private let echo = "GET /echo HTTP/1.1\r\nHost: a\r\n\r\n"

private func isServed(_ client: Client) throws -> Bool {
  client.send(echo)
  return try client.readAnswer().status == 200
}

/// A client that has sent half a request, and whose half the server has.
private func busyClient(_ server: TestServer) throws -> Client {
  let client = try server.connect()
  client.send(echo + "GET /ech")
  _ = try client.readAnswer()
  return client
}

@Test(
  arguments: [
    (\Limits.connections, "2 connections are open."),
    (\Limits.connectionsPerAddress, "2 connections from your address are open."),
  ] as [(any WritableKeyPath<Limits, Int> & Sendable, String)])
func `over a limit of connections a client is told to come again, and may when one has gone`(
  limit: any WritableKeyPath<Limits, Int> & Sendable, detail: String
) throws {
  let server = try TestServer {
    $0[keyPath: limit] = 2
    $0.retryAfterSeconds = 3
  }
  var busy = try (0..<2).map { _ in try busyClient(server) }
  let shed = try server.connect()
  shed.send(echo + echo)
  let answer = try shed.readAnswer()
  #expect(answer.status == 503)
  #expect(answer["Retry-After"] == "3")
  #expect(answer["Connection"] == "close")
  #expect(answer["Content-Type"] == "application/problem+json")
  #expect(answer.text.contains(detail))
  #expect(try shed.readToEnd() == "")
  busy.removeLast().finishWriting()
  #expect(try isServedSoon(server))
}

/// Whether a new client comes to be served: what a client left is given free only when the server
/// has seen it leave.
private func isServedSoon(_ server: TestServer) throws -> Bool {
  try comes { try isServed(server.connect()) }
}

@Test func `a client that is told to come again reads so whatever it sent before`() throws {
  let server = try TestServer { $0.connections = 1 }
  let busy = try busyClient(server)
  let body = String(repeating: "x", count: 60_000)
  for _ in 0..<50 {
    let shed = try server.connect()
    shed.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\n\(body)")
    #expect(try shed.readAnswer().status == 503)
  }
  busy.send("o HTTP/1.1\r\nHost: a\r\n\r\n")
  #expect(try busy.readAnswer().status == 200)
}

@Test func `the longest idle connection makes room for a new one`() throws {
  let server = try TestServer { $0.connections = 3 }
  let clients = try (0..<3).map { _ in try server.connect() }
  for client in clients { #expect(try isServed(client)) }
  let busy = clients[0]
  busy.send("GET /ec")
  let other = clients[2]
  // Once the clock has gone on, the second client is the longer idle one.
  let end = Instant.now + 0.05
  while Instant.now < end { #expect(try isServed(other)) }
  #expect(try isServed(server.connect()))
  #expect(try clients[1].readToEnd() == "")
  busy.send("ho HTTP/1.1\r\nHost: a\r\n\r\n")
  #expect(try busy.readAnswer().status == 200)
}

@Test(arguments: [1, 3, 0])
func `a connection has so many requests`(limit: Int) throws {
  let server = try TestServer { $0.requestsPerConnection = limit }
  let client = try server.connect()
  client.send(String(repeating: echo, count: 4))
  for number in 1...(limit == 0 ? 4 : limit) {
    #expect(try client.readAnswer()["Connection"] == (number == limit ? "close" : nil))
  }
  if limit > 0 { #expect(try client.readToEnd() == "") }
}

@Test(arguments: [1, 2, 64])
func `pipelined requests are all answered, however few in one turn`(limit: Int) throws {
  let client = try TestServer { $0.turnRequests = limit }.connect()
  let requests = (0..<200).map { number in
    "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n\(100 + number)"
  }
  client.send(requests.joined())
  for number in 0..<200 { #expect(try client.readAnswer().text == "POST \(100 + number)") }
}

@Test func `while one client pipelines another one is answered in between`() throws {
  let server = try TestServer { $0.turnRequests = 8 }
  let greedy = try server.connect()
  greedy.send(String(repeating: "GET /cached HTTP/1.1\r\nHost: a\r\n\r\n", count: 1500))
  #expect(try isServed(server.connect()))
  for _ in 0..<1500 { #expect(try greedy.readAnswer().status == 200) }
}

@Test func `a spent budget is a 429 that says when to ask again, and the connection is kept`()
  throws
{
  let server = try TestServer { ($0.requestsPerSecond, $0.requestBurst) = (1, 3) }
  let client = try server.connect()
  let other = try server.connect()
  // At once, as a slow machine would let the budget grow again in between.
  let post = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi"
  client.send(echo + echo + post + post + echo)
  other.send(echo)
  for _ in 0..<3 { #expect(try client.readAnswer().status == 200) }
  for _ in 0..<2 {
    let answer = try client.readAnswer()
    #expect(answer.status == 429)
    #expect(answer["Retry-After"] == "1")
    #expect(answer["Connection"] == nil)
    #expect(answer["Content-Type"] == "application/problem+json")
    #expect(answer.text.contains("1 requests a second, 3 at once"))
  }
  #expect(try other.readAnswer().status == 429)
}

@Test func `clients that never read hold little memory, and one that reads gets its answer`() throws
{
  let server = try TestServer { $0.memoryBytes = 30_000_000 }
  let request = "GET /vast HTTP/1.1\r\nHost: a\r\n\r\n"
  let lazy = try (0..<8).map { _ in
    let client = try server.connect()
    client.keepSmallBuffer()
    client.send(request)
    return client
  }
  // Else one of them may be given its first bytes later than the one that reads, where that reads slowly.
  #expect(server.hasReceived(lazy.count * request.utf8.count))
  #expect(server.isDown(to: lazy.count / 2))
  let brisk = try server.connect()
  for _ in 0..<3 {
    brisk.send(request)
    #expect(try brisk.readAnswer().body.count == 12_000_000)
  }
  #expect(server.isDown(to: lazy.count / 2))
}

@Test func `bodies under way are bounded together, and a client that sends on is served`() throws {
  let server = try TestServer { $0.memoryBytes = 1_000_000 }
  let start = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 400000\r\n\r\n"
  let half = String(repeating: "x", count: 200_000)
  let stalled = try (0..<8).map { _ in
    let client = try server.connect()
    client.send(start + half)
    return client
  }
  #expect(server.hasReceived(8 * 200_000))
  let brisk = try server.connect()
  brisk.send(start + half + half)
  #expect(try brisk.readAnswer().body.count == 400_005)
  let first = try stalled[0].readAnswer()
  #expect(first.status == 503)
  #expect(first["Retry-After"] == "1")
  #expect(first.text.contains("larger than 1000000 bytes together"))
}

extension TestServer {
  /// Waits until no more connections are open than these.
  fileprivate func isDown(to count: Int) -> Bool {
    comes { (value("dateline_http_connections") ?? .max) <= count }
  }

  /// Waits until so many bytes have come, and until the server's clock has gone on.
  fileprivate func hasReceived(_ bytes: Int) -> Bool {
    let hasCome = comes { (value("dateline_http_received_bytes_total") ?? 0) >= bytes }
    let later = Instant.now + 0.02
    while Instant.now < later {}
    return hasCome
  }

  private func value(_ name: String) -> Int? {
    let lines = Metric.text(metrics.metrics).split(separator: "\n")
    let line = lines.first { $0.hasPrefix(name + " ") }
    return line.flatMap { Int($0.dropFirst(name.count + 1)) }
  }
}
