// Conversations with a connection's state: events in, actions out, no socket and no sleep.

import HTTP
import Platform
import Testing

@testable import HTTPServer

/// A state with a clock that the test moves, and the buffers that its owner would have.
private struct Conversation {
  var state: ConnectionState
  var head = RequestHead()
  var body: [UInt8] = []
  var now = Instant(nanoseconds: 0)
  let limits: Limits

  init(_ limits: Limits = Limits()) {
    self.limits = limits
    state = ConnectionState(limits: limits, now: Instant(nanoseconds: 0))
  }

  /// Bytes arrive; what is to be done, and how many of them were used.
  mutating func hears(_ text: String) -> (ConnectionState.Action, Int) {
    let bytes = Array(text.utf8)
    return state.receive(bytes.span, head: &head, body: &body, now: now)
  }

  mutating func waits(_ seconds: Double) -> ConnectionState.Action? {
    now = now + seconds
    return state.tick(now: now)
  }
}

private let get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"

@Test func `a whole request is answered and the connection waits for the next`() {
  var talk = Conversation()
  #expect(talk.hears(get) == (.answer, get.utf8.count))
  #expect(talk.state.answered(now: talk.now) == .read)
  #expect(talk.state.phase == .idle)
  #expect(talk.hears(get) == (.answer, get.utf8.count))
}

@Test func `while one request is being answered the next is not looked at`() {
  var talk = Conversation()
  _ = talk.hears(get)
  #expect(talk.hears(get) == (.read, 0))
}

@Test func `half a head waits for the rest and uses nothing`() {
  var talk = Conversation()
  #expect(talk.hears("GET / HT") == (.read, 0))
  #expect(talk.state.phase == .head)
}

@Test func `a body is collected before the answer`() {
  var talk = Conversation()
  let head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n"
  #expect(talk.hears(head + "he") == (.beginBody(sendsContinue: false), head.utf8.count))
  #expect(talk.hears("he") == (.read, 2))
  #expect(talk.hears("lloGET") == (.answer, 3))
  #expect(talk.body == Array("hello".utf8))
}

@Test(arguments: [("", true), ("5\r\nhello\r\n0\r\n\r\n", false)])
func `100 is sent only to a client that waits with its body`(rest: String, sends: Bool) {
  var talk = Conversation()
  let head =
    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n"
  #expect(talk.hears(head + rest) == (.beginBody(sendsContinue: sends), head.utf8.count))
}

@Test func `a breach is refused, all that came with it is dropped, and the connection ends`() {
  var talk = Conversation()
  let text = "GET / HTTP/1.1\r\n\r\n" + get
  #expect(talk.hears(text) == (.refuse(.missingHost), text.utf8.count))
  #expect(talk.state.answered(now: talk.now) == .linger)
  #expect(talk.hears(get) == (.read, get.utf8.count))
  #expect(talk.state.phase == .lingering)
}

@Test(arguments: [
  "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "GET / HTTP/1.0\r\n\r\n",
])
func `a request that ends the connection ends it after its answer`(request: String) {
  var talk = Conversation()
  _ = talk.hears(request)
  #expect(!talk.state.keepsAlive)
  #expect(talk.state.answered(now: talk.now) == .linger)
}

@Test func `a body that only the connection's end can end closes it`() {
  var talk = Conversation()
  _ = talk.hears(get)
  #expect(talk.state.answered(closing: true, now: talk.now) == .linger)
}

// MARK: - Deadlines

@Test func `each phase has its deadline and none comes early`() {
  var limits = Limits()
  (limits.idleSeconds, limits.headSeconds, limits.bodySeconds) = (10, 5, 7)
  var idle = Conversation(limits)
  #expect(idle.waits(9.9) == nil)
  #expect(idle.waits(0.2) == .close)

  var head = Conversation(limits)
  _ = head.hears("GET")
  #expect(head.waits(4.9) == nil)
  _ = head.hears("GET /")
  #expect(head.waits(0.2) == .refuse(.headTimeout))

  var body = Conversation(limits)
  _ = body.hears("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n")
  _ = body.hears("h")
  #expect(body.waits(6.9) == nil)
  #expect(body.waits(0.2) == .refuse(.bodyTimeout))
}

@Test func `our own work has no deadline, a peer that does not read has one`() {
  var limits = Limits()
  (limits.writeSeconds, limits.writeBytes) = (3, 100)
  var talk = Conversation(limits)
  _ = talk.hears(get)
  #expect(talk.waits(1000) == nil)
  talk.state.waitsToWrite(true, now: talk.now)
  #expect(talk.waits(2.9) == nil)
  talk.state.wrote(100, now: talk.now)
  talk.state.waitsToWrite(true, now: talk.now)
  #expect(talk.waits(2.9) == nil)
  talk.state.waitsToWrite(true, now: talk.now)
  #expect(talk.waits(0.2) == .abort)
  talk.state.waitsToWrite(false, now: talk.now)
  #expect(talk.waits(1000) == nil)
}

@Test(arguments: [(99, .abort), (100, nil)] as [(Int, ConnectionState.Action?)])
func `a peer that reads has to take enough in its time`(
  bytes: Int, action: ConnectionState.Action?
) {
  var limits = Limits()
  (limits.writeSeconds, limits.writeBytes) = (3, 100)
  var talk = Conversation(limits)
  _ = talk.hears(get)
  talk.state.waitsToWrite(true, now: talk.now)
  for part in [50, bytes - 50] {
    _ = talk.waits(1)
    talk.state.wrote(part, now: talk.now)
    talk.state.waitsToWrite(true, now: talk.now)
  }
  #expect(talk.waits(1.1) == action)
}

@Test func `what was taken of an answer before does not count for the next one`() {
  var limits = Limits()
  (limits.writeSeconds, limits.writeBytes) = (3, 100)
  var talk = Conversation(limits)
  _ = talk.hears(get)
  talk.state.waitsToWrite(true, now: talk.now)
  talk.state.wrote(99, now: talk.now)
  talk.state.waitsToWrite(false, now: talk.now)
  talk.state.waitsToWrite(true, now: talk.now)
  talk.state.wrote(1, now: talk.now)
  #expect(talk.waits(3.1) == .abort)
}

@Test func `a peer that does not leave after the last answer is left`() {
  var talk = Conversation()
  _ = talk.hears("BREACH\r\n")
  _ = talk.state.answered(now: talk.now)
  #expect(talk.waits(talk.limits.lingerSeconds - 0.1) == nil)
  #expect(talk.waits(0.2) == .close)
}

// MARK: - Ends

@Test func `a peer that finishes between requests or inside one is let go`() {
  var idle = Conversation()
  #expect(idle.state.peerFinished() == .close)
  var half = Conversation()
  _ = half.hears("GET / HT")
  #expect(half.state.peerFinished() == .close)
  var answering = Conversation()
  _ = answering.hears(get)
  #expect(answering.state.peerFinished() == .read)
}

@Test func `a stop closes idle connections and lets a request in flight end`() {
  var idle = Conversation()
  _ = idle.hears(get)
  _ = idle.state.answered(now: idle.now)
  idle.state.stop(now: idle.now)
  #expect(idle.state.closeIfIdle == .close)

  var busy = Conversation()
  _ = busy.hears("GET / HTTP/1.1\r\n")
  busy.state.stop(now: busy.now)
  #expect(busy.state.closeIfIdle == .read)
  #expect(busy.hears(get) == (.answer, get.utf8.count))
  #expect(!busy.state.keepsAlive)
  #expect(busy.state.answered(now: busy.now) == .linger)
}

@Test func `a stop leaves a moment for a first request that may be on its way`() {
  var fresh = Conversation()
  fresh.state.stop(now: fresh.now)
  #expect(fresh.state.closeIfIdle == .read)
  #expect(fresh.state.tick(now: fresh.now + 0.9) == nil)
  #expect(fresh.state.tick(now: fresh.now + 1) == .close)

  var asking = Conversation()
  asking.state.stop(now: asking.now)
  #expect(asking.hears(get) == (.answer, get.utf8.count))
  #expect(asking.state.answered(now: asking.now) == .linger)
}

@Test(arguments: [(1, [false, false]), (2, [true, false]), (0, [true, true])])
func `a connection ends with the last request that it may have`(limit: Int, keeps: [Bool]) {
  var limits = Limits()
  limits.requestsPerConnection = limit
  var talk = Conversation(limits)
  let kept = (0..<2).map { _ in
    _ = talk.hears(get)
    let keepsAlive = talk.state.keepsAlive
    _ = talk.state.answered(now: talk.now)
    return keepsAlive
  }
  #expect(kept == keeps)
}

// MARK: - Overload

@Test func `a connection is idle after an answer at once, before its first request after a second`()
{
  var talk = Conversation()
  #expect(talk.state.idleSince(now: talk.now) == nil)
  #expect(talk.state.idleSince(now: talk.now + 0.9) == nil)
  #expect(talk.state.idleSince(now: talk.now + 1.1) == Instant(nanoseconds: 0))
  _ = talk.hears("GET")
  #expect(talk.state.idleSince(now: talk.now + 5) == nil)
  _ = talk.hears(get)
  #expect(talk.state.idleSince(now: talk.now + 5) == nil)
  _ = talk.state.answered(now: talk.now)
  #expect(talk.state.idleSince(now: talk.now) == talk.now)
  talk.state.waitsToWrite(true, now: talk.now)
  #expect(talk.state.idleSince(now: talk.now) == nil)
}

@Test(arguments: ["", "GET", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe"])
func `a connection that is shed ends with the answer that says so`(text: String) {
  var talk = Conversation()
  if !text.isEmpty { _ = talk.hears(text) }
  talk.state.shed()
  #expect(!talk.state.keepsAlive)
  #expect(talk.waits(1000) == nil)
  #expect(talk.state.answered(now: talk.now) == .linger)
  #expect(talk.hears(get) == (.read, get.utf8.count))
}
