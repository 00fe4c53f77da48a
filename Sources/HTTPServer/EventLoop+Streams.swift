// Bodies that are made while they are sent, some of which wait for something to say.

import HTTP
import Platform

extension EventLoop {
  /// What is kept of the memory for parts.
  private static let keptPartBytes = 1 << 18

  /// The socket takes more of a body: its next part is made at once, or in one of the next turns where
  /// others are in line, or this turn has made enough.
  mutating func goOnProducing(_ connection: Connection) {
    if productions.isEmpty, !hasMadeEnough { return produce(connection) }
    productions.append(connection.token, now: now)
    connection.state.waitsToWrite(false, now: now)
    watch(connection, for: [])
  }

  /// Makes parts of bodies that are in line, for as long as a turn may.
  mutating func produceQueued() {
    if productions.isEmpty { return }
    let end = Instant.now + Self.makingSeconds
    while let entry = productions.popFirst() {
      if let connection = connections[entry.token] { produce(connection) }
      if Instant.now >= end { return }
    }
  }

  /// Makes one part of a body and writes it; the next is made when the socket has taken it, or when
  /// there is something to say again.
  mutating func produce(_ connection: Connection) {
    guard let producer = connection.producer else { return }
    part.removeAll(keepingCapacity: part.capacity <= Self.keptPartBytes)
    let produced = producer(&part)
    // Nothing, and more to come: it would be asked again at once, for ever.
    if produced == .more, part.isEmpty { return close(connection) }
    send(part, on: connection)
    switch produced {
    case .more: flush(connection)
    case .waits: wait(connection)
    case .last: endBody(connection)
    }
  }

  private mutating func send(_ part: [UInt8], on connection: Connection) {
    connection.producing?.entry?.add(bytes: part.count)
    if connection.producesChunks {
      ResponseEncoder.chunk(part, into: &output)
    } else {
      output.append(contentsOf: part)
    }
  }

  private mutating func wait(_ connection: Connection) {
    if stopDeadline != nil { return endBody(connection) }
    connection.waitsSince = now
    waiting.insert(connection.token)
    flush(connection)
  }

  /// Ends the body as its framing wants it; then come the requests behind it, or the end.
  private mutating func endBody(_ connection: Connection) {
    if connection.producesChunks { output.append(contentsOf: ResponseEncoder.lastChunk) }
    let closing = !connection.producesChunks
    endProducing(connection)
    perform(connection.state.answered(closing: closing, now: now), on: connection)
    flush(connection)
    if !connection.isClosed { goOn(connection) }
  }

  /// The answer is made, or nobody takes the rest of it.
  mutating func endProducing(_ connection: Connection) {
    if connection.isWaiting { stopWaiting(connection) }
    connection.producer = nil
    connection.heartbeat = nil
    if let (timing, entry) = connection.producing { book.end(timing, entry) }
    connection.producing = nil
  }

  // MARK: - Waiting

  /// There may be something to say.
  mutating func wakeAll() { waiting.wakeAll() }

  /// Asks producers that were woken, for as long as a turn may; one whose socket is full is asked when
  /// it has drained.
  mutating func resumeWoken() {
    if !waiting.hasWoken { return }
    let end = Instant.now + Self.makingSeconds
    while let token = waiting.popWoken() {
      if let connection = connections[token], connection.isWaiting { resume(connection) }
      if Instant.now >= end { return }
    }
  }

  private mutating func resume(_ connection: Connection) {
    stopWaiting(connection)
    if connection.hasUnsent { settle(connection) } else { produce(connection) }
  }

  private mutating func stopWaiting(_ connection: Connection) {
    connection.waitsSince = nil
    waiting.remove(connection.token)
  }

  /// Sends a sign of life on a stream that has been silent for long.
  mutating func beat(_ connection: Connection) {
    guard let heartbeat = connection.heartbeat, !connection.hasUnsent,
      let since = connection.waitsSince, now >= since + limits.heartbeatSeconds
    else { return }
    connection.waitsSince = now
    send(heartbeat, on: connection)
    flush(connection)
  }

  /// The server stops: a stream that waits has nothing more to say.
  mutating func endWaiting() {
    for token in waiting.all {
      guard let connection = connections[token], connection.isWaiting else { continue }
      stopWaiting(connection)
      endBody(connection)
    }
  }
}
