// Loops that serve more than one listener, and connections that come over a path.

import Foundation
import HTTP
import HTTPServer
import Platform
import TestSupport
import Testing

private let echo = "GET /echo HTTP/1.1\r\nHost: a\r\n\r\n"

private func makeServer(
  _ listeners: [Listener], loops: Int = 1, _ change: (inout Limits) -> Void = { _ in }
) throws -> (server: Server, metrics: ServerMetrics) {
  var limits = Limits()
  change(&limits)
  let metrics = ServerMetrics(loops: loops)
  let counts = Counts()
  let server = try Server(listeners: listeners, metrics: metrics, limits: limits) {
    TestResponder(counts)
  }
  return (server, metrics)
}

@Test(arguments: [1, 3])
func `every loop serves every listener, and a stop ends all of them`(loops: Int) throws {
  let folder = try Folder()
  let path = folder.path + "/s.sock"
  let tcp = try (0..<2).map { _ in try Listener(host: "127.0.0.1", port: 0) }
  let (server, _) = try makeServer(tcp + [try Listener(path: path)], loops: loops)
  let connects: [() throws -> Client] =
    tcp.map { listener in { try Client(port: listener.port) } } + [{ try Client(path: path) }]
  var clients: [Client] = []
  for _ in 0..<10 { for connect in connects { clients.append(try connect()) } }
  for client in clients {
    client.send(echo)
    #expect(try client.readAnswer().text == "GET ")
  }
  server.stop()
  server.waitUntilStopped()
  for client in clients { #expect(try client.readToEnd() == "") }
  for connect in connects { #expect(throws: ClientError.self) { try connect() } }
  #expect(!FileManager.default.fileExists(atPath: path))
}

@Test func `requests that wait at any listener when the server stops are answered`() throws {
  let folder = try Folder()
  let path = folder.path + "/s.sock"
  let tcp = try Listener(host: "127.0.0.1", port: 0)
  let (server, _) = try makeServer([tcp, try Listener(path: path)])
  let clients = try (0..<20).map { number in
    number % 2 == 0 ? try Client(port: tcp.port) : try Client(path: path)
  }
  for client in clients { client.send(echo) }
  server.stop()
  for client in clients { #expect(try client.readAnswer().text == "GET ") }
  server.waitUntilStopped()
}

@Test func `over a path, too, who reads slowly is not left and who does not read is`() throws {
  let folder = try Folder()
  let path = folder.path + "/s.sock"
  let (server, metrics) = try makeServer([try Listener(path: path)]) { $0.writeSeconds = 3 }
  let slow = try Client(path: path)
  let still = try Client(path: path)
  for client in [slow, still] { client.send("GET /big HTTP/1.1\r\nHost: a\r\n\r\n") }
  // A part of the answer now and then, and all of it in more time than there is for a part.
  for _ in 0..<10 {
    try slow.readSome(300_000)
    Threads.pause(seconds: 0.4)
  }
  #expect(try slow.readAnswer().body.count == 4_000_000)
  #expect(comes { Metric.text(metrics.metrics).contains("dateline_http_connections 1\n") })
  server.stop()
  server.waitUntilStopped()
}
