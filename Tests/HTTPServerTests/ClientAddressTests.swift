// Who asks, where proxies stand between.

import HTTP
import Platform
import TestSupport
import Testing

@testable import HTTPServer

private func networks(_ texts: [String]) -> TrustedNetworks {
  var trusted = TrustedNetworks()
  for text in texts {
    let isTaken = trusted.insert(text)
    #expect(isTaken, "\(text)")
  }
  return trusted
}

/// The client that a request's fields name, from a proxy at 10.0.0.1 that is trusted.
private func client(_ fields: [String], trusted texts: [String] = ["10.0.0.0/8"]) throws -> String {
  let lines = (["GET / HTTP/1.1", "Host: a"] + fields).map { $0 + "\r\n" }.joined() + "\r\n"
  let bytes = Array(lines.utf8)
  var head = RequestHead()
  #expect(head.parse(bytes.span, limits: Limits()) == .complete(consumed: bytes.count))
  let peer = try #require(PeerAddress("10.0.0.1"))
  return networks(texts).client(head, bytes.span, behind: peer).description
}

@Test(arguments: [
  ([], "10.0.0.1"),
  (["X-Forwarded-For: 192.0.2.1"], "192.0.2.1"),
  (["x-forwarded-for: 2001:db8::1"], "2001:db8::1"),
  (["X-Forwarded-For: [2001:db8::1]:4711"], "2001:db8::1"),
  (["X-Forwarded-For: 192.0.2.1:4711"], "192.0.2.1"),
  (["X-Forwarded-For: ::ffff:192.0.2.1"], "192.0.2.1"),
  (["X-Forwarded-For: 203.0.113.9, 192.0.2.1"], "192.0.2.1"),
  (["X-Forwarded-For: 203.0.113.9, 192.0.2.1, 10.0.0.7"], "192.0.2.1"),
  (["X-Forwarded-For: 203.0.113.9", "X-Forwarded-For: 192.0.2.1"], "192.0.2.1"),
  (["X-Forwarded-For: 192.0.2.1", "X-Forwarded-For: 10.0.0.7"], "192.0.2.1"),
  (["X-Forwarded-For: 10.0.0.9, 10.0.0.8"], "10.0.0.9"),
  (["X-Forwarded-For: 192.0.2.1, unknown"], "10.0.0.1"),
  (["X-Forwarded-For: 192.0.2.1, unknown, 10.0.0.7"], "10.0.0.7"),
  (["X-Forwarded-For: unknown, 192.0.2.1"], "192.0.2.1"),
  (["X-Forwarded-For: 192.0.2.1,,"], "192.0.2.1"), (["X-Forwarded-For:"], "10.0.0.1"),
  (["X-Forwarded-For: ::"], "10.0.0.1"), (["X-Forwarded-For: local"], "10.0.0.1"),
  (["X-Forwarded-For: 192.0.2.1 192.0.2.2"], "10.0.0.1"),
  (["Forwarded: for=192.0.2.1"], "192.0.2.1"),
  (["Forwarded: for=\"[2001:db8::1]:4711\";proto=https"], "2001:db8::1"),
  (["Forwarded: for=203.0.113.9, for=192.0.2.1;by=_a, for=10.0.0.7"], "192.0.2.1"),
  (["Forwarded: for=203.0.113.9", "Forwarded: for=192.0.2.1"], "192.0.2.1"),
  (["Forwarded: for=192.0.2.1, for=_hidden"], "10.0.0.1"),
  (["Forwarded: for=192.0.2.1, by=10.0.0.7"], "10.0.0.1"),
  (["Forwarded: for=\", for=192.0.2.1"], "10.0.0.1"),
  (["Forwarded: for=203.0.113.9, for=\"", "Forwarded: for=192.0.2.1"], "192.0.2.1"),
  (["Forwarded: for=203.0.113.9, for=\"", "Forwarded: for=10.0.0.7"], "10.0.0.7"),
  (["Forwarded: for=\"::1\""], "10.0.0.1"),
])
func `the rightmost address that is not trusted is the client`(
  fields: [String], expected: String
) throws {
  #expect(try client(fields) == expected)
}

@Test(arguments: [
  (["Forwarded: for=192.0.2.1", "X-Forwarded-For: 192.0.2.1"], "192.0.2.1"),
  (["Forwarded: for=192.0.2.1", "X-Forwarded-For: 192.0.2.2"], "10.0.0.1"),
  (["Forwarded: for=_hidden", "X-Forwarded-For: 192.0.2.2"], "10.0.0.1"),
  (["Forwarded: for=\"", "X-Forwarded-For: 192.0.2.2"], "10.0.0.1"),
  (["Forwarded: for=192.0.2.1", "X-Forwarded-For:"], "10.0.0.1"),
])
func `two fields that do not say the same are not believed`(
  fields: [String], expected: String
) throws {
  #expect(try client(fields) == expected)
}

/// What the walk from the right, step by step, comes to.
private func walked(_ notes: [PeerAddress?], _ trusted: TrustedNetworks, from peer: PeerAddress)
  -> PeerAddress
{
  var known = peer
  for note in notes.reversed() {
    guard let note else { return known }
    known = note
    if !trusted.contains(note) { return known }
  }
  return known
}

@Test(arguments: 1...4 as ClosedRange<UInt64>)
func `the client is whom a walk from the right finds`(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let trusted = networks(["10.0.0.0/8"])
  let texts = ["10.0.0.2", "10.0.0.3", "192.0.2.1", "192.0.2.2", "unknown", "2001:db8::1"]
  for _ in 0..<500 {
    let notes = (0..<Int.random(in: 0...6, using: &random)).map { _ in
      texts.randomElement(using: &random) ?? ""
    }
    let lines = notes.map { "X-Forwarded-For: \($0)" }
    let one = ["X-Forwarded-For: " + notes.joined(separator: ", ")]
    let peer = try #require(PeerAddress("10.0.0.1"))
    let expected = walked(notes.map { PeerAddress($0) }, trusted, from: peer).description
    #expect(try client(lines) == expected, "seed \(seed): \(notes)")
    #expect(try client(one) == expected, "seed \(seed): \(notes)")
  }
}

// MARK: - On connections

/// A loop with one connection, turned by hand.
private struct ByHand: ~Copyable {
  var loop: EventLoop
  let client: Client
  let listener: Listener

  init(trusted texts: [String]) throws {
    let listener = try Listener(host: "127.0.0.1", port: 0)
    let client = try Client(port: listener.port)
    let metrics = ServerMetrics(loops: 1)
    var limits = Limits()
    limits.jobThreads = 0
    let setting = LoopSetting(
      listeners: [listener], mailbox: try Mailbox(), jobs: try JobPool(limits),
      admission: Admission(limits), budget: nil, counts: metrics.loops[0], log: nil, limits: limits,
      loops: 1, clock: .system, sharing: SharingPolicy(), trusted: networks(texts))
    var loop = try EventLoop(setting, responder: TestResponder(Counts()))
    while loop.connections.count == 0 { loop.accept(from: listener) }
    self.listener = listener
    self.client = client
    self.loop = loop
  }

  /// Sends a request; whom the connection then takes for the client.
  mutating func ask(_ text: String) throws -> String {
    let connection = try #require(
      loop.connections.places.compactMap { loop.connections[place: $0] }.first)
    let received = loop.counts[.bytesReceived]
    client.send(text)
    while loop.counts[.bytesReceived] < received + text.utf8.count { loop.read(connection) }
    return connection.client.description
  }
}

private let forwarded = "X-Forwarded-For: 192.0.2.1\r\n\r\n"

@Test func `a trusted peer's word holds for one request`() throws {
  var hand = try ByHand(trusted: ["127.0.0.1"])
  let get = "GET /echo HTTP/1.1\r\nHost: a\r\n"
  #expect(try hand.ask(get + forwarded) == "192.0.2.1")
  #expect(try hand.ask(get + "\r\n") == "127.0.0.1")
  #expect(try hand.ask(get + "Forwarded: for=192.0.2.2\r\n\r\n") == "192.0.2.2")
}

@Test func `a request that comes again word for word is its own client's`() throws {
  var hand = try ByHand(trusted: ["127.0.0.1"])
  let cached = "GET /cached HTTP/1.1\r\nHost: a\r\n" + forwarded
  for _ in 0..<3 { #expect(try hand.ask(cached) == "192.0.2.1") }
  let other = "GET /echo HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 192.0.2.2\r\n\r\n"
  #expect(try hand.ask(other) == "192.0.2.2")
  #expect(try hand.ask(cached) == "192.0.2.1")
}

@Test func `a body that comes later is of whoever sent the head`() throws {
  var hand = try ByHand(trusted: ["127.0.0.0/8"])
  let head = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n" + forwarded
  #expect(try hand.ask(head) == "192.0.2.1")
  #expect(try hand.ask("body") == "192.0.2.1")
}

@Test func `a request that is refused is the peer's own`() throws {
  var hand = try ByHand(trusted: ["127.0.0.1"])
  #expect(try hand.ask("GET /echo HTTP/1.1\r\nHost: a\r\n" + forwarded) == "192.0.2.1")
  #expect(try hand.ask("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n" + forwarded) == "127.0.0.1")
}

@Test(arguments: [[], ["unix"], ["192.0.2.0/24"], ["::/0"]])
func `a peer that is not trusted speaks for itself`(trusted: [String]) throws {
  var hand = try ByHand(trusted: trusted)
  #expect(try hand.ask("GET /echo HTTP/1.1\r\nHost: a\r\n" + forwarded) == "127.0.0.1")
}
