// Connections by TLS whose clients do what few clients do.

import HTTP
import Platform
import TestSupport
import Testing

@testable import HTTPServer
@testable import TLS

/// A client's end of a connection by TLS, of which each word is sent when the test says so.
private final class TLSClient {
  private let client: Client
  private let session: TLSSession
  private let buffer = TLSBuffer()
  private(set) var plain: [UInt8] = []

  init(_ server: TestServer, _ context: TLSContext) throws {
    client = try server.connect()
    session = try #require(TLSSession(context, accepts: false))
    take([])
    while !session.isEstablished { try read() }
  }

  private func take(_ bytes: [UInt8]) {
    _ = session.receive(bytes.span, into: &plain, buffer)
    flush()
  }

  private func flush() {
    var bytes: [UInt8] = []
    buffer.move(into: &bytes)
    client.send(bytes)
  }

  /// Sends text, and that nothing more comes, in one segment.
  func sendLast(_ text: String) {
    session.send(Array(text.utf8).span, buffer)
    session.close(buffer)
    flush()
  }

  func send(_ text: String) {
    session.send(Array(text.utf8).span, buffer)
    flush()
  }

  func read() throws { take(try client.readSomething()) }

  var answers: Int {
    String(decoding: plain, as: UTF8.self).matches(of: /HTTP\/1\.1 200/).count
  }
}

private func identity() throws -> TLSContext {
  let made = try Certificate()
  return try TLSContext(certificate: made.certificate, key: made.key)
}

@Test func `who says that nothing more comes is answered all that it has asked`() throws {
  let context = try identity()
  let server = try TestServer(identity: TLSIdentity(context))
  let client = try TLSClient(server, context)
  client.sendLast(String(repeating: "GET /echo HTTP/1.1\r\nHost: a\r\n\r\n", count: 100))
  while client.answers < 100 { try client.read() }
  #expect(client.answers == 100)
}

@Test func `when there are too many the idle one goes, not the one in its handshake`() throws {
  let context = try identity()
  let server = try TestServer(identity: TLSIdentity(context)) { $0.connections = 2 }
  let idle = try TLSClient(server, context)
  idle.send("GET /echo HTTP/1.1\r\nHost: a\r\n\r\n")
  while idle.answers < 1 { try idle.read() }
  let shaking = try server.connect()
  Threads.pause(seconds: 1.2)
  _ = try TLSClient(server, context)
  let error = #expect(throws: ClientError.self) { while true { try idle.read() } }
  if case .closed = error {} else { Issue.record("the idle one is open: \(error as Any)") }
  withExtendedLifetime(shaking) {}
}

@Test func `a handshake of which only a part comes holds memory that is counted`() throws {
  let server = try TestServer(identity: TLSIdentity(try identity())) { $0.memoryBytes = 4_000_000 }
  // A record, and in it the beginning of a ClientHello that is to be as long as OpenSSL takes it.
  let hello: [UInt8] = [22, 3, 1, 0x40, 0, 1, 2, 0, 0] + Array(repeating: 0, count: 100)
  let clients = try (0..<100).map { _ in
    let client = try server.connect()
    client.send(hello)
    return client
  }
  // All but as many as four million bytes are for.
  for client in clients.prefix(70) { #expect(try client.readToEnd() == "") }
  let shed = "dateline_http_connections_shed_total{reason=\"memory\"}"
  #expect(try #require(Int(server.metric(shed) ?? "")) >= 70)
}

@Test func `a handshake that is begun and not ended has failed`() throws {
  let server = try TestServer(identity: TLSIdentity(try identity())) {
    $0.handshakeSeconds = 3
  }
  let begun = try server.connect()
  begun.send([22, 3, 1, 0, 100, 1])
  let silent = try server.connect()
  #expect(try begun.readToEnd() == "")
  #expect(try silent.readToEnd() == "")
  #expect(server.metric("dateline_tls_handshakes_total{outcome=\"failed\"}") == "1")
}

@Test
func `a handshake that ends after the server was told to stop is not waited for as an idle one`() {
  var state = ConnectionState(limits: Limits(), now: .now, isSecure: true)
  let stop = Instant.now
  state.stop(now: stop)
  state.shookHands(now: stop)
  #expect(state.tick(now: stop) == nil)
  #expect(state.tick(now: stop + 1.1) == .close)
}
