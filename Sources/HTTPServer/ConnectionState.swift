// What a connection does next, decided without a socket or a clock.

import HTTP
import Platform

/// The state of one connection. It takes events with the time at which they came and returns what
/// to do; `EventLoop` does it.
struct ConnectionState: Equatable {
  /// What its owner has to do.
  enum Action: Equatable {
    /// Wait for more bytes.
    case read
    /// The head is whole and a body follows: keep the head, answer 100 if asked, go on.
    case beginBody(sendsContinue: Bool)
    /// The request is whole: answer it, then call `answered`.
    case answer
    /// Answer the problem, then call `answered`.
    case refuse(Violation)
    /// Say that nothing more comes, once all is written, and wait for the peer to leave.
    case linger
    /// Close, once all is written.
    case close
    /// Close now, unless the peer takes something after all; what is unwritten is lost.
    case abort
  }

  enum Phase: Equatable {
    case idle
    case head
    case body(BodyDecoder)
    case answering
    case lingering
  }

  private(set) var phase = Phase.idle
  /// When something must have happened; nil while only our own work is awaited.
  private(set) var deadline: Instant?
  /// Whether the connection outlives the current answer.
  private(set) var keepsAlive = true
  /// Whole requests so far.
  private(set) var requests = 0
  private var isStopping = false
  private var isShakingHands: Bool
  private var writeDeadline: Instant?
  /// Bytes taken since the deadline was set.
  private var takenBytes = 0
  private let limits: Limits

  /// - Parameter isSecure: whether a handshake comes first.
  init(limits: Limits, now: Instant, isSecure: Bool = false) {
    self.limits = limits
    isShakingHands = isSecure
    deadline = now + (isSecure ? limits.handshakeSeconds : limits.idleSeconds)
  }

  /// The handshake is done, and requests may come.
  mutating func shookHands(now: Instant) {
    isShakingHands = false
    if phase == .idle { deadline = now + (isStopping ? Self.silenceSeconds : limits.idleSeconds) }
  }

  /// Takes bytes; says what to do and how many of them are done with.
  ///
  /// Content is appended to `body`; the head is left in `head` and holds until the next call.
  mutating func receive(
    _ bytes: Span<UInt8>, head: inout RequestHead, body: inout [UInt8], now: Instant
  ) -> (action: Action, consumed: Int) {
    switch phase {
    case .idle, .head:
      if bytes.isEmpty { return (.read, 0) }
      return receiveHead(bytes, &head, now)
    case .body(var decoder):
      let outcome = decoder.decode(bytes, into: &body)
      phase = .body(decoder)
      return receivedBody(outcome, bytes.count)
    case .answering:
      return (.read, 0)
    case .lingering:
      return (.read, bytes.count)
    }
  }

  private mutating func receiveHead(
    _ bytes: Span<UInt8>, _ head: inout RequestHead, _ now: Instant
  ) -> (Action, Int) {
    switch head.parse(bytes, limits: limits) {
    case .complete(let consumed):
      requests += 1
      keepsAlive = head.keepsAlive && !isStopping && requests != limits.requestsPerConnection
      guard let decoder = BodyDecoder(head.framing, limits: limits) else {
        return (startAnswer(.answer), consumed)
      }
      phase = .body(decoder)
      deadline = now + limits.bodySeconds
      let isWaiting = head.expectsContinue && consumed == bytes.count
      return (.beginBody(sendsContinue: isWaiting), consumed)
    case .incomplete:
      if phase == .idle { deadline = now + limits.headSeconds }
      phase = .head
      return (.read, 0)
    case .invalid(let violation):
      return (refuse(violation), bytes.count)
    }
  }

  private mutating func receivedBody(_ outcome: ParseOutcome, _ count: Int) -> (Action, Int) {
    switch outcome {
    case .complete(let consumed): (startAnswer(.answer), consumed)
    case .incomplete: (.read, count)
    case .invalid(let violation): (refuse(violation), count)
    }
  }

  private mutating func startAnswer(_ action: Action) -> Action {
    phase = .answering
    deadline = nil
    return action
  }

  private mutating func refuse(_ violation: Violation) -> Action {
    keepsAlive = false
    return startAnswer(.refuse(violation))
  }

  /// A request that is known was answered without being received; false where the connection is
  /// not to go on behind it.
  mutating func answersAtOnce(now: Instant) -> Bool {
    guard phase == .idle, !isStopping, requests + 1 != limits.requestsPerConnection else {
      return false
    }
    requests += 1
    deadline = now + limits.idleSeconds
    return true
  }

  /// The answer is complete, written or waiting to be written.
  mutating func answered(closing: Bool = false, now: Instant) -> Action {
    if keepsAlive, !closing, !isStopping {
      phase = .idle
      deadline = now + limits.idleSeconds
      return .read
    }
    phase = .lingering
    deadline = now + limits.lingerSeconds
    return .linger
  }

  /// The peer has taken some bytes; a peer that is waited for has to take enough of them.
  mutating func wrote(_ bytes: Int, now: Instant) {
    if phase == .lingering { deadline = now + limits.lingerSeconds }
    guard writeDeadline != nil else { return }
    takenBytes += bytes
    if takenBytes >= limits.writeBytes {
      writeDeadline = now + limits.writeSeconds
      takenBytes = 0
    }
  }

  /// Whether there is more to be written than the socket takes now.
  mutating func waitsToWrite(_ waits: Bool, now: Instant) {
    if waits, writeDeadline == nil { takenBytes = 0 }
    writeDeadline = waits ? writeDeadline ?? now + limits.writeSeconds : nil
  }

  /// The server is overloaded: whatever has come of a request is given up, a problem is to be
  /// answered, and the connection ends.
  mutating func shed() {
    keepsAlive = false
    phase = .answering
    deadline = nil
  }

  /// Since when a connection has nothing to do, of one that may be closed for another: after an
  /// answer at once, before its first request when the client has had a second for it.
  func idleSince(now: Instant) -> Instant? {
    guard phase == .idle, writeDeadline == nil, let deadline else { return nil }
    let start = deadline + -(isShakingHands ? limits.handshakeSeconds : limits.idleSeconds)
    return requests > 0 || start + Self.silenceSeconds <= now ? start : nil
  }

  private static let silenceSeconds = 1.0

  /// The peer will send no more.
  mutating func peerFinished() -> Action {
    switch phase {
    case .answering: .read
    case .idle, .head, .body, .lingering: .close
    }
  }

  /// The peer will send no more while its answer is made: it has left, or has said all and waits, which
  /// looks the same until something is written. It is waited for as long as one that lingers.
  mutating func mayHaveLeft(now: Instant) {
    if phase == .answering { deadline = deadline ?? now + limits.lingerSeconds }
  }

  /// The answer that took long is made, and is written to whoever is there.
  mutating func answerIsMade() { deadline = nil }

  /// The server is to stop: the connection ends with its current answer, or the next one that is
  /// asked for, or with `closeIfIdle`.
  mutating func stop(now: Instant) {
    isStopping = true
    keepsAlive = false
    guard isUnused, let idleEnd = deadline else { return }
    deadline = min(idleEnd, now + Self.silenceSeconds)
  }

  /// Between two requests nothing is lost by closing; a first one may be on its way, and has a
  /// moment.
  var closeIfIdle: Action { phase == .idle && !isUnused ? .close : .read }

  private var isUnused: Bool { phase == .idle && requests == 0 }

  /// The time is `now`: what to do if a deadline has passed.
  mutating func tick(now: Instant) -> Action? {
    if let writeDeadline { return now < writeDeadline ? nil : .abort }
    guard let deadline, now >= deadline else { return nil }
    switch phase {
    case .idle, .lingering, .answering: return .close
    case .head: return refuse(.headTimeout)
    case .body: return refuse(.bodyTimeout)
    }
  }
}
