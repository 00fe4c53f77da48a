// Bodies that wait for something to say.

import HTTP
import Synchronization
import TestSupport
import Testing

@testable import HTTPServer

private func follow(_ server: TestServer, version: Int = 1) throws -> Client {
  let client = try server.connect()
  client.send("GET /feed HTTP/1.\(version)\r\nHost: a\r\n\r\n")
  #expect(try client.readHead().status == 200)
  return client
}

extension Client {
  fileprivate var nextText: String {
    get throws { String(decoding: try readChunk(), as: UTF8.self) }
  }
}

@Test(arguments: [1, 2])
func `whoever waits is told what comes, all of them, in order`(loops: Int) throws {
  let server = try TestServer(loops: loops)
  let clients = try (0..<20).map { _ in try follow(server) }
  for version in 1...5 {
    server.publish()
    for client in clients { #expect(try client.nextText == "version \(version)\n") }
  }
}

@Test func `more streams than are resumed in one turn are all told`() throws {
  let server = try TestServer { ($0.connections, $0.heartbeatSeconds) = (2_000, patience) }
  let clients = try (0..<700).map { _ in try follow(server) }
  server.publish()
  for client in clients { #expect(try client.nextText == "version 1\n") }
}

@Test func `a silent stream gives signs of life`() throws {
  let server = try TestServer { $0.heartbeatSeconds = 0.3 }
  let client = try follow(server)
  for _ in 0..<3 { #expect(try client.nextText == ":\n") }
  server.publish()
  var text = ":\n"
  while text == ":\n" { text = try client.nextText }
  #expect(text == "version 1\n")
}

@Test func `a server that stops ends its streams as their framing wants`() throws {
  let server = try TestServer()
  let client = try follow(server)
  server.publish()
  #expect(try client.nextText == "version 1\n")
  server.beginStop()
  #expect(try client.nextText == "")
  #expect(try client.readToEnd() == "")
}

@Test func `to HTTP 1.0 a stream is ended by the connection's end`() throws {
  let server = try TestServer()
  let client = try follow(server, version: 0)
  server.publish()
  try client.readSome(10)
  server.beginStop()
  #expect(try client.readToEnd() == "version 1\n")
}

@Test func `a stream whose client leaves is gone at once`() throws {
  let server = try TestServer()
  do { _ = try (0..<10).map { _ in try follow(server) } }
  #expect(server.isLeft())
}

@Test func `answers do not wait until each of many costly bodies has had its turn`() throws {
  let server = try TestServer()
  let bodies = try (0..<60).map { _ in try server.connect() }
  for body in bodies { body.send("GET /costly HTTP/1.1\r\nHost: a\r\n\r\n") }
  for body in bodies { #expect(try body.readHead().status == 200) }
  let holder = try server.connect()
  server.hold(1, on: holder)
  server.awaitHold(1)
  let askers = try (0..<20).map { _ in try server.connect() }
  let before = server.counts.parts.load(ordering: .relaxed)
  for asker in askers { asker.send("GET /parts HTTP/1.1\r\nHost: a\r\n\r\n") }
  server.release(1)
  let made = try askers.map { try #require(Int($0.readAnswer().text)) - before }.max() ?? .max
  // A turn makes them for eight milliseconds, and the askers come in some turns; in a round of all
  // bodies for each of them it would be more than a thousand.
  #expect(made < 200)
  // Nor does one body get all turns: each of them goes on.
  for body in bodies { for _ in 0..<3 { #expect(try body.readChunk() == [UInt8(ascii: "a")]) } }
}
