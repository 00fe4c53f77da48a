// One thread, one poller, its connections: nothing here is shared while requests are answered.

import HTTP
import Platform
import TLS

/// What other threads tell a loop.
enum LoopMessage: Sendable {
  case finished(FinishedJob)
  case wake
  case stop
}

/// What a loop needs to begin; made on one thread, used up on another.
struct LoopSetting: Sendable {
  let listeners: [Listener]
  let mailbox: Mailbox<LoopMessage>
  let jobs: JobPool
  let admission: Admission
  /// Nil where there is no limit.
  let budget: RequestBudget?
  let counts: Counts
  let log: ServerLog?
  let limits: Limits
  /// Loops that share the limits.
  let loops: Int
  let clock: WallClock
  let sharing: SharingPolicy
  /// Peers that are believed when they say for whom they ask.
  var trusted = TrustedNetworks()
  /// Of secure listeners.
  var identity: TLSIdentity?
}

/// Serves connections until it is told to stop.
///
/// Files beside this one hold its parts: `+Input` from bytes to requests, `+Answers` from requests
/// to bytes, `+Output` from bytes to the socket, `+Life` from accepting to closing, `+Overload` what
/// is done when there is too much of something.
///
/// A struct that is never copied: its thread alone has it, so that the compiler, not the running
/// program, sees to it that nobody else changes what one of its functions changes.
struct EventLoop: ~Copyable {
  let setting: LoopSetting
  let responder: any Responder
  var poller: Poller
  var connections = ConnectionTable()
  var cache: AnswerCache
  var repeats = Repeats()
  let originLines: OriginLines
  let standing: StandingFields
  let strictTransport = Array("Strict-Transport-Security: max-age=31536000\r\n".utf8)
  let counts: Counts
  var book: AnswerBook

  /// Used again for every request: what was read, its head, what is to be written.
  var received: [UInt8]
  var head = RequestHead()
  var output: [UInt8] = []
  /// What came by TLS, as it is meant, and what is to be sent by it.
  var opened: [UInt8] = []
  let sealed = TLSBuffer()
  /// The part of a body that a producer fills.
  var part: [UInt8] = []

  var now = Instant.precise
  var stamp = DateStamp()
  var nextSweep = Instant.now
  /// While out of descriptors, when to accept again.
  var acceptsAgain: Instant?
  var stopDeadline: Instant?
  /// Requests whose answers have to be made in one of the next turns.
  var queue = RequestQueue()
  /// Connections whose sockets take more of a body that is made while it is sent.
  var productions = RequestQueue()
  /// Connections whose producers wait, and those of them that are to be asked again.
  var waiting = WaitingStreams()
  /// Connections to take in the next turn: more when as many wait.
  var acceptShare = Self.acceptedPerTurn
  /// Kept so that there is one left to say that there are none.
  var reserve: Descriptor? = .null()
  /// Connections that are only told to come again.
  var shedding = 0
  /// Memory that connections hold, in bytes.
  var held = 0
  /// What of it was held when room was made last.
  var heldWhenMade = 0

  var limits: Limits { setting.limits }

  /// Connections' tokens are far below, and so many listeners there are not.
  static let mailboxToken = UInt64.max
  private static let firstListenerToken = UInt64.max - 0xFFFF
  static let acceptedPerTurn = 16
  private static let sweepMilliseconds: Int32 = 250

  init(_ setting: LoopSetting, responder: any Responder) throws(SystemError) {
    self.setting = setting
    self.responder = responder
    originLines = OriginLines(setting.sharing.origins)
    standing = StandingFields(setting.sharing.origins)
    counts = setting.counts
    book = AnswerBook(counts: setting.counts, log: setting.log)
    cache = AnswerCache(maximumBytes: setting.limits.cacheBytesPerLoop)
    received = Array(repeating: 0, count: setting.limits.bufferBytes)
    poller = try Poller()
    poller.watch(setting.mailbox.number, for: .read, token: Self.mailboxToken)
    watchListeners()
  }

  mutating func watchListeners() {
    for (token, listener) in zip(Self.firstListenerToken..., setting.listeners) {
      poller.watch(listener.number, for: [.read, .exclusive], token: token)
    }
  }

  /// Turns until stopped and drained; whoever is left then is closed.
  consuming func run() {
    while !isFinished { turn() }
    for place in connections.places {
      if let connection = connections[place: place] { close(connection) }
    }
    book.endTurn()
  }

  private var isFinished: Bool {
    guard let stopDeadline else { return false }
    return connections.count == 0 || now >= stopDeadline
  }

  private mutating func turn() {
    let isQuiet = connections.count == 0 && stopDeadline == nil && acceptsAgain == nil
    let pause = isQuiet ? -1 : Self.sweepMilliseconds
    let isBusy = !queue.isEmpty || !productions.isEmpty || waiting.hasWoken
    let ready = poller.wait(milliseconds: isBusy ? 0 : pause)
    now = Instant.precise
    book.beginTurn(now)
    stamp.update(to: setting.clock.now)
    lookForChanges()
    if acceptShare > Self.acceptedPerTurn { acceptFromAll() }
    for index in 0..<ready {
      handle(poller.token(at: index), poller.readiness(at: index))
      makeRoomIfGrown()
    }
    answerQueued()
    produceQueued()
    resumeWoken()
    if now >= nextSweep { sweep() }
    makeRoom()
    counts.set(.cacheBytes, to: cache.bytes)
    counts.set(.cacheAnswers, to: cache.count)
    book.endTurn()
  }

  /// Forgets what no longer holds.
  mutating func lookForChanges() {
    if !responder.refresh() { return }
    cache.removeAll()
    repeats.removeAll()
  }

  private mutating func handle(_ token: UInt64, _ readiness: Readiness) {
    switch token {
    case Self.firstListenerToken..<Self.mailboxToken:
      accept(from: setting.listeners[Int(token - Self.firstListenerToken)])
    case Self.mailboxToken: for message in setting.mailbox.takeAll() { take(message) }
    default: if let connection = connections[token] { serve(connection, readiness) }
    }
  }

  private mutating func take(_ message: LoopMessage) {
    switch message {
    case .finished(let job): finish(job)
    case .wake: wakeAll()
    case .stop: stop()
    }
  }

  private mutating func serve(_ connection: Connection, _ readiness: Readiness) {
    if readiness.contains(.write) { resumeWriting(connection) }
    if connection.isClosed { return }
    if !readiness.isDisjoint(with: .gone) {
      close(connection)
    } else if readiness.contains(.halfClosed), connection.isWaiting {
      close(connection)
    } else if readiness.contains(.halfClosed), connection.job != nil {
      connection.state.mayHaveLeft(now: now)
      watch(connection, for: [])
    } else if readiness.contains(.read), connection.interest.contains(.read) {
      read(connection)
    }
  }

  /// Looks for deadlines that have passed.
  private mutating func sweep() {
    nextSweep = now + Double(Self.sweepMilliseconds) / 1000
    for place in connections.places {
      guard let connection = connections[place: place] else { continue }
      if connection.isWaiting { beat(connection) }
      guard let action = connection.state.tick(now: now) else { continue }
      if connection.job != nil {
        close(connection)
        continue
      }
      if case .refuse = action, connection.pending == nil {
        let unread = connection.unread
        expectNothing(connection, unread.span)
      }
      perform(action, on: connection)
      flush(connection)
    }
    if let time = acceptsAgain, now >= time {
      acceptsAgain = nil
      renewReserve()
      watchListeners()
    }
  }
}
