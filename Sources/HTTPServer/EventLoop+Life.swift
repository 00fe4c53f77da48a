// How connections come and go.

import HTTP
import Platform

extension EventLoop {
  /// Connections taken a turn: the rest wakes the poller again, here or in another loop.
  private static let acceptedPerTurn = 16
  private static let pauseSeconds = 0.1

  mutating func accept() {
    guard stopDeadline == nil, acceptsAgain == nil else { return }
    for _ in 0..<Self.acceptedPerTurn {
      switch setting.listener.accept() {
      case .connection(let descriptor, let peer): open(descriptor, from: peer)
      case .again: continue
      case .nothing: return
      case .exhausted: return pauseAccepting()
      }
    }
  }

  /// The connections wait in the system's queue; asking for them again at once would spin.
  private mutating func pauseAccepting() {
    acceptsAgain = now + Self.pauseSeconds
    book.note(.outOfDescriptors, now: now)
    poller.forget(setting.listener.number)
  }

  private mutating func open(_ descriptor: consuming Descriptor, from peer: PeerAddress) {
    counts.add(.accepted)
    if connections.count >= limits.connectionsPerLoop { return shed(descriptor) }
    let connection = Connection(
      descriptor, from: peer, token: connections.reserveToken(),
      state: ConnectionState(limits: limits, now: now))
    connections.insert(connection)
    poller.watch(connection.descriptor.number, for: .read, token: connection.token)
  }

  /// Answers 503 without reading, as far as the socket takes it at once.
  private mutating func shed(_ descriptor: consuming Descriptor) {
    counts.add(.shed)
    counts.add(.closed)
    book.note(.shedding, now: now)
    let problem = Problem.unavailable(
      "Too many connections are open.", retryAfterSeconds: limits.retryAfterSeconds)
    var bytes: [UInt8] = []
    encode(problem.response).append(
      to: &bytes, stamp: stamp, persistence: .close, headOnly: false)
    _ = descriptor.write(bytes, 0..<bytes.count)
    descriptor.finishWriting()
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
      connection.descriptor.finishWriting()
      watch(connection, for: .read)
    case .close:
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
  /// they may have sent; the others end with their answer.
  mutating func stop() {
    guard stopDeadline == nil else { return }
    takeWaiting()
    stopDeadline = now + limits.drainSeconds
    for connection in connections.all {
      connection.state.stop()
      if connection.interest.contains(.read) { read(connection) }
      if connection.isClosed || connection.isPaced { continue }
      perform(connection.state.closeIfIdle, on: connection)
      flush(connection)
    }
  }

  private mutating func takeWaiting() {
    if acceptsAgain == nil {
      while connections.count < limits.connectionsPerLoop,
        case .connection(let descriptor, let peer) = setting.listener.accept()
      {
        open(descriptor, from: peer)
      }
      poller.forget(setting.listener.number)
    }
    acceptsAgain = nil
    setting.listener.stop()
  }
}
