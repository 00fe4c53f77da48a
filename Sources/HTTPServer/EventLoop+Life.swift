// How connections come and go.

import HTTP
import Platform
import TLS

extension EventLoop {
  private static let pauseSeconds = 0.1
  private static let mostAcceptedPerTurn = 256

  /// Takes some connections: the rest wakes the poller again, here or in another loop. Where more
  /// wait than are taken the next turn takes twice as many, so that nobody waits long behind a flood.
  mutating func accept(from listener: Listener) {
    guard stopDeadline == nil, acceptsAgain == nil else { return }
    for _ in 0..<acceptShare {
      switch listener.accept() {
      case .connection(let descriptor, let peer): open(descriptor, from: peer, at: listener)
      case .again: continue
      case .nothing: return acceptShare = Self.acceptedPerTurn
      case .exhausted:
        switch acceptWithReserve(from: listener) {
        case .taken: continue
        case .nobodyWaits: return acceptShare = Self.acceptedPerTurn
        case .stillExhausted: return pauseAccepting()
        }
      }
    }
    acceptShare = min(2 * acceptShare, Self.mostAcceptedPerTurn)
  }

  mutating func acceptFromAll() {
    for listener in setting.listeners { accept(from: listener) }
  }

  /// The connections wait in the system's queue; asking for them again at once would spin.
  private mutating func pauseAccepting() {
    acceptShare = Self.acceptedPerTurn
    acceptsAgain = now + Self.pauseSeconds
    book.note(.outOfDescriptors, now: now)
    setting.listeners.forEach { poller.forget($0.number) }
  }

  /// What has come with it is read at once: else it would wait behind all that is ready already.
  mutating func open(
    _ descriptor: consuming Descriptor, from peer: PeerAddress, at listener: Listener
  ) {
    counts.add(.accepted)
    var verdict = setting.admission.admit(peer)
    if verdict == .full, closeIdle() { verdict = setting.admission.admit(peer) }
    switch verdict {
    case .admitted: begin(insert(descriptor, from: peer, isAdmitted: true, at: listener), listener)
    case .full: shed(descriptor, from: peer, at: listener, .connections)
    case .crowded: shed(descriptor, from: peer, at: listener, .address)
    }
  }

  /// Whoever connects in the middle of a turn may know of a change that came after its beginning, and
  /// must not be answered from before it.
  ///
  /// What is not to be read by anybody else is not read at all where there is no memory for TLS.
  private mutating func begin(_ connection: Connection, _ listener: Listener) {
    if case .secure = listener.purpose, connection.tls == nil { return close(connection) }
    lookForChanges()
    read(connection)
  }

  mutating func insert(
    _ descriptor: consuming Descriptor, from peer: PeerAddress, isAdmitted: Bool,
    at listener: Listener
  ) -> Connection {
    var tls: TLSSession?
    var redirectPort: UInt16?
    switch listener.purpose {
    case .plain: break
    case .secure: tls = setting.identity?.makeSession()
    case .redirect(let port): redirectPort = port
    }
    let connection = Connection(
      descriptor, from: peer, isProxy: setting.trusted.contains(peer),
      token: connections.reserveToken(),
      state: ConnectionState(limits: limits, now: now, isSecure: tls != nil),
      isAdmitted: isAdmitted, tls: tls, redirectPort: redirectPort, now: now)
    connections.insert(connection)
    poller.watch(connection.descriptor.number, for: .read, token: connection.token)
    return connection
  }

  /// Closes at once.
  mutating func close(_ connection: Connection) {
    connection.job?.cancel()
    connection.job = nil
    if connection.producer != nil {
      endProducing(connection)
      book.settle()
    }
    poller.forget(connection.descriptor.number)
    connections.remove(connection)
    connection.isClosed = true
    counts.add(.closed)
    if connection.isShakingHands { counts.add(.handshakesFailed) }
    held -= connection.held
    if connection.isAdmitted { setting.admission.release(connection.peer) } else { shedding -= 1 }
  }

  /// Does what the state asks for; `flush` is to follow.
  mutating func perform(_ action: ConnectionState.Action, on connection: Connection) {
    switch action {
    case .refuse(let violation): refuse(violation, on: connection)
    case .abort: giveUp(connection)
    case .linger, .close: connection.afterWriting = action
    case .read, .beginBody, .answer: break
    }
  }

  /// All is written: what was to come after it.
  mutating func leave(_ connection: Connection) {
    switch connection.afterWriting {
    case .linger:
      connection.afterWriting = nil
      sayGoodbye(connection)
      connection.descriptor.finishWriting()
      watch(connection, for: .read)
    case .close:
      sayGoodbye(connection)
      close(connection)
    default:
      break
    }
  }

  func watch(_ connection: Connection, for interest: Readiness) {
    guard connection.interest != interest else { return }
    connection.interest = interest
    poller.change(connection.descriptor.number, to: interest, token: connection.token)
  }

  /// No new connections beside those that wait already; idle ones go, after a last look at what
  /// they may have sent; the others when their answers are written.
  mutating func stop() {
    guard stopDeadline == nil else { return }
    setting.listeners.forEach { takeWaiting(at: $0) }
    acceptsAgain = nil
    stopDeadline = now + limits.drainSeconds
    for place in connections.places {
      guard let connection = connections[place: place] else { continue }
      connection.state.stop(now: now)
      if connection.interest.contains(.read) { endIfIdle(connection) }
    }
    endWaiting()
  }

  /// Closes a connection that has asked nothing more, once all is written.
  mutating func endIfIdle(_ connection: Connection) {
    read(connection)
    if connection.isClosed || connection.isPaced || connection.hasUnsent { return }
    perform(connection.state.closeIfIdle, on: connection)
    flush(connection)
  }

  private mutating func takeWaiting(at listener: Listener) {
    if acceptsAgain == nil {
      for _ in 0..<limits.connections {
        guard case .connection(let descriptor, let peer) = listener.accept() else { break }
        open(descriptor, from: peer, at: listener)
      }
      poller.forget(listener.number)
    }
    listener.stop()
  }
}
