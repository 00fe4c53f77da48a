// Requests that wait for their loop: in order, not before others for ever, and not too long.

import HTTP
import Platform
import Synchronization
import TestSupport
import Testing

@testable import HTTPServer

@Test func `a queue gives what was put in, in its order`() {
  var random = SeededGenerator(seed: 3)
  var queue = RequestQueue()
  var (next, first) = (0 as UInt64, 0 as UInt64)
  for _ in 0..<20_000 {
    if Bool.random(using: &random) || first == next {
      queue.append(next, now: Instant(nanoseconds: Int64(next)))
      next += 1
    } else {
      let entry = queue.popFirst()
      #expect(entry?.token == first)
      #expect(entry?.since == Instant(nanoseconds: Int64(first)))
      first += 1
    }
    #expect(queue.isEmpty == (first == next))
  }
}

private let spin = "GET /spin HTTP/1.1\r\nHost: a\r\n\r\n"
private let cached = "GET /cached HTTP/1.1\r\nHost: a\r\n\r\n"

/// Connections that the server has taken already.
private func known(_ count: Int, to server: TestServer) throws -> [Client] {
  try (0..<count).map { _ in
    let client = try server.connect()
    client.send("GET /echo HTTP/1.1\r\nHost: a\r\n\r\n")
    _ = try client.readAnswer()
    return client
  }
}

@Test func `an answer that is there goes before those that have to be made`() throws {
  let server = try TestServer { $0.queueSeconds = patience }
  let brisk = try server.connect()
  brisk.send(cached)
  _ = try brisk.readAnswer()
  let slow = try known(40, to: server)
  server.hold(1, on: brisk)
  server.awaitHold(1)
  for client in slow { client.send(spin) }
  server.hold(2, on: slow[39])
  brisk.send(cached)
  server.release(1)
  for _ in 0..<2 { #expect(try brisk.readAnswer().status == 200) }
  server.release(2)
  for client in slow { #expect(try client.readAnswer().status == 200) }
}

@Test func `requests of one connection are answered in their order though they wait`() throws {
  let server = try TestServer()
  let slow = try (0..<4).map { _ in try server.connect() }
  for client in slow { client.send(spin + spin) }
  let client = try server.connect()
  client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi" + cached + spin)
  client.send("HEAD /echo HTTP/1.1\r\nHost: a\r\n\r\nGET /%zz HTTP/1.1\r\nHost: a\r\n\r\n")
  client.finishWriting()
  #expect(try client.readAnswer().text == "POST hi")
  #expect(try client.readAnswer().text.hasPrefix("reply "))
  #expect(try client.readAnswer().status == 200)
  #expect(try client.readAnswer(toHead: true)["Content-Length"] == "5")
  #expect(try client.readAnswer().status == 400)
  for client in slow { for _ in 0..<2 { #expect(try client.readAnswer().status == 200) } }
}

@Test func `who has waited too long is told to come again, and is served when he does`() throws {
  let server = try TestServer { $0.queueSeconds = 0.5 }
  let holder = try server.connect()
  let clients = try known(100, to: server)
  server.hold(1, on: holder)
  server.awaitHold(1)
  for client in clients { client.send(spin) }
  server.release(1)
  let answers = try clients.map { try $0.readAnswer() }
  #expect(answers.contains { $0.status == 200 })
  let last = try #require(answers.last)
  #expect(last.status == 503)
  #expect(last["Retry-After"] == "1")
  #expect(last["Connection"] == nil)
  #expect(last.text.contains("waited 0.5 seconds"))
  clients[99].send(spin)
  #expect(try clients[99].readAnswer().status == 200)
}
