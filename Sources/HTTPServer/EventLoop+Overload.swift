// Too many connections, no descriptors, too much memory held: what is done then.

import HTTP
import Platform

extension EventLoop {
  /// Connections told to come again that are waited for until they have read it; further ones are
  /// told and closed at once.
  private var shedAtOnce: Int { min(64, max(1, limits.connections / 8 / setting.loops)) }
  /// Places looked at for an idle connection: enough to find an old one, few enough to look at for
  /// every connection of a flood.
  private static let idleSample = 64

  // MARK: - Too many connections

  /// Closes the longest idle of some connections, if one of them is idle.
  mutating func closeIdle() -> Bool {
    let now = now
    let idle = connections.first(amongNext: Self.idleSample) { connection in
      connection.isAdmitted && connection.takesRequests ? connection.state.idleSince(now: now) : nil
    }
    guard let idle else { return false }
    sayGoodbye(idle)
    close(idle)
    return true
  }

  /// Answers 503 and ends the connection when the client has had time to read that: a socket that
  /// is closed with something unread in it takes back what was last written.
  mutating func shed(
    _ descriptor: consuming Descriptor, from peer: PeerAddress, at listener: Listener,
    _ reason: ShedReason
  ) {
    if case .secure = listener.purpose { return turnAway(reason) }
    if shedding >= shedAtOnce { return dismiss(descriptor, from: peer, reason) }
    shedding += 1
    shed(insert(descriptor, from: peer, isAdmitted: false, at: listener), reason)
  }

  /// Who speaks TLS could be told only after a handshake, which is what there is too much of.
  private mutating func turnAway(_ reason: ShedReason) {
    note(reason)
    counts.add(.closed)
  }

  /// Answers 503 whatever the request was, of which something may have come.
  private mutating func shed(_ connection: Connection, _ reason: ShedReason) {
    note(reason)
    connection.state.shed()
    let unread = connection.unread
    expectNothing(connection, unread.span)
    connection.pending = nil
    connection.unread = []
    connection.body = []
    respond(unavailable(reason.detail(within: limits)).response, on: connection)
    flush(connection)
  }

  /// Answers 503 as far as the socket takes it, reads what is there, and closes.
  private mutating func dismiss(
    _ descriptor: consuming Descriptor, from peer: PeerAddress, _ reason: ShedReason
  ) {
    note(reason)
    counts.add(.closed)
    var bytes: [UInt8] = []
    encode(unavailable(reason.detail(within: limits)).response).append(
      to: &bytes, stamp: stamp, persistence: .close, headOnly: false)
    _ = descriptor.read(into: &received)
    _ = descriptor.write(bytes, 0..<bytes.count)
    descriptor.finishWriting()
    noteDismissal(of: peer, bytes: bytes.count)
  }

  private mutating func note(_ reason: ShedReason) {
    counts.add(reason.count)
    book.note(.shedding(reason), now: now)
  }

  /// Counts and logs an answer to a request that nobody has read.
  private mutating func noteDismissal(of peer: PeerAddress, bytes: Int) {
    let status = Status.serviceUnavailable.rawValue
    let timing = Timing(route: .none, start: now)
    book.add(timing, status: status)
    if book.notesRequests, let weight = book.weight(status: status) {
      let entry = AccessEntry(
        client: peer, trace: RequestTrace(), route: .none, status: status, bytes: bytes,
        weight: weight)
      book.note(entry, timing)
    }
    book.settle()
  }

  func unavailable(_ detail: String) -> Problem {
    .unavailable(detail, retryAfterSeconds: limits.retryAfterSeconds)
  }

  // MARK: - No descriptors

  /// What became of the connection at the head of the system's queue.
  enum ReserveOutcome {
    case taken, nobodyWaits, stillExhausted
  }

  /// Takes a connection for which the system has no descriptor with the one kept back for this: in
  /// place of an idle one, else to say 503.
  mutating func acceptWithReserve(from listener: Listener) -> ReserveOutcome {
    reserve = nil
    defer { renewReserve() }
    switch listener.accept() {
    case .connection(let descriptor, let peer):
      if closeIdle() {
        open(descriptor, from: peer, at: listener)
      } else if case .secure = listener.purpose {
        counts.add(.accepted)
        turnAway(.descriptors)
      } else {
        counts.add(.accepted)
        dismiss(descriptor, from: peer, .descriptors)
      }
      return .taken
    case .again: return .taken
    case .nothing: return .nobodyWaits
    case .exhausted: return .stillExhausted
    }
  }

  mutating func renewReserve() {
    if reserve == nil { reserve = .null() }
    if reserve?.isOpen == false { reserve = nil }
  }

  // MARK: - Too much memory

  /// Takes note of what a connection holds now.
  mutating func weigh(_ connection: Connection) {
    let holding = connection.holding
    if holding == connection.held || connection.isClosed { return }
    held += holding - connection.held
    connection.held = holding
  }

  /// Lets go those that have not moved a byte for longest, until an eighth is free: a client that
  /// reads and writes is never among them while one that does not is there, and one that holds a mere
  /// request goes last. One answer that takes
  /// half of the memory or more by itself does not count: it takes nothing from the others.
  ///
  /// Called when a turn ends, and nobody is in the middle of something with a connection.
  mutating func makeRoom() {
    defer { heldWhenMade = held }
    let share = limits.memoryBytes / setting.loops
    if held <= share { return }
    var holders = connections.places.compactMap { connections[place: $0] }.filter { $0.held > 0 }
    let giant = holders.max { $0.held < $1.held }.flatMap { $0.held > share / 2 ? $0 : nil }
    let uncounted = giant?.held ?? 0
    if held - uncounted <= share { return }
    holders.sort { ($0.isLight ? 1 : 0, $0.moved) < ($1.isLight ? 1 : 0, $1.moved) }
    for connection in holders.dropLast() where connection !== giant && !connection.isClosed {
      if held - uncounted <= share / 8 * 7 { return }
      letGo(connection)
    }
  }

  /// The same behind each connection of a turn: hundreds that are ready at once would else hold an
  /// answer each before anybody looks. All connections are looked at, so only once much has come.
  mutating func makeRoomIfGrown() {
    if held > heldWhenMade + limits.memoryBytes / setting.loops / 8 { makeRoom() }
  }

  private mutating func letGo(_ connection: Connection) {
    if connection.isShakingHands {
      note(.memory)
      close(connection)
    } else if connection.isQueued || connection.takesRequests && !connection.isPaced {
      connection.isQueued = false
      shed(connection, .memory)
    } else {
      close(connection)
    }
  }
}
