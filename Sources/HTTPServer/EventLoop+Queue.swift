// Answers that have to be made wait while there are many of them, so that those which are there, and
// new connections, do not wait behind them.

import HTTP
import Platform

extension EventLoop {
  /// How long a turn makes answers, those of the queue, parts of bodies, and what streams say that
  /// waited, each of the four, before it looks at who else is ready.
  static let makingSeconds = 0.008

  /// Whether what has to be made is for one of the next turns: others wait for it already, or this
  /// turn has made enough.
  var isTurnOver: Bool { !queue.isEmpty || hasMadeEnough }

  var hasMadeEnough: Bool { Instant.now >= now + Self.makingSeconds }

  /// Puts a connection's pending request behind the others.
  mutating func queue(_ connection: Connection, key: AnswerKey?) {
    connection.isQueued = true
    connection.queuedKey = key
    queue.append(connection.token, now: now)
  }

  /// Answers requests of the queue, for as long as a turn may.
  mutating func answerQueued() {
    if queue.isEmpty { return }
    let end = Instant.now + Self.makingSeconds
    while let entry = queue.popFirst() {
      if let connection = connections[entry.token] {
        answerQueued(connection, since: entry.since)
        makeRoomIfGrown()
      }
      if Instant.now >= end { return }
    }
  }

  /// A request that has waited too long is told to come again: while more come than can be
  /// answered, each of them would else wait longer than the one before.
  private mutating func answerQueued(_ connection: Connection, since: Instant) {
    guard connection.isQueued, let request = connection.pending else { return }
    connection.isQueued = false
    connection.pending = nil
    if now >= since + limits.queueSeconds {
      connection.body = []
      let seconds = Violation.text(limits.queueSeconds)
      respond(unavailable("The request has waited \(seconds) seconds.").response, on: connection)
    } else {
      answer(request, on: connection, key: connection.queuedKey)
    }
    connection.queuedKey = nil
    takeUnread(connection)
  }
}
