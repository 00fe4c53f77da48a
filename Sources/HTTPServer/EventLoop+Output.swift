// From bytes to the socket.

import HTTP
import Platform

extension EventLoop {
  /// What is kept of the output buffer's memory between turns.
  private static let keptOutputBytes = 1 << 20

  /// Writes what this turn has made for a connection; what the socket does not take waits with it,
  /// and no further request is looked at until it is gone.
  mutating func flush(_ connection: Connection) {
    if !connection.isClosed { writeOutput(of: connection) }
    output.removeAll(keepingCapacity: output.capacity <= Self.keptOutputBytes)
    book.settle()
    if !connection.isClosed { settle(connection) }
  }

  private mutating func writeOutput(of connection: Connection) {
    if let tls = connection.tls, !seal(tls) { return close(connection) }
    if connection.hasUnsent {
      connection.unsent.append(contentsOf: output)
    } else if !output.isEmpty {
      guard let written = write(output, 0..<output.count, to: connection) else { return }
      if written < output.count { keepUnsent(from: written, of: connection) }
    }
  }

  /// A buffer that is mostly empty is not given away.
  private mutating func keepUnsent(from start: Int, of connection: Connection) {
    if output.capacity > 2 * (output.count - start) {
      connection.unsent = Array(output[start...])
      connection.unsentStart = 0
    } else {
      swap(&connection.unsent, &output)
      connection.unsentStart = start
    }
  }

  /// The peer's time to take something is over. The poller is silent until a third of the socket's
  /// buffer is free, so the system is asked whether the peer is gone or only slow.
  mutating func giveUp(_ connection: Connection) {
    let acknowledged = connection.written - connection.descriptor.unacknowledged
    let taken = acknowledged - connection.acknowledged
    if taken < limits.writeBytes { return close(connection) }
    connection.acknowledged = acknowledged
    connection.state.wrote(taken, now: now)
  }

  /// The socket takes more: first what waits, then the next part of a body, then more requests.
  mutating func resumeWriting(_ connection: Connection) {
    if connection.hasUnsent {
      let range = connection.unsentStart..<connection.unsent.count
      guard let written = write(connection.unsent, range, to: connection) else { return }
      connection.unsentStart += written
      if connection.hasUnsent { return }
      connection.unsent = []
      connection.unsentStart = 0
    }
    if connection.isProducing { return goOnProducing(connection) }
    goOn(connection)
  }

  /// Looks at the requests that had to wait.
  mutating func goOn(_ connection: Connection) {
    if connection.takesRequests, !connection.unread.isEmpty {
      takeUnread(connection)
    } else if stopDeadline != nil, connection.takesRequests {
      endIfIdle(connection)
    } else {
      settle(connection)
    }
  }

  /// The number of bytes that the socket took; nil when the connection is gone.
  private mutating func write(_ bytes: [UInt8], _ range: Range<Int>, to connection: Connection)
    -> Int?
  {
    var written = 0
    switch connection.descriptor.write(bytes, range) {
    case .done(let count): written = count
    case .wouldBlock: break
    case .failed:
      close(connection)
      return nil
    }
    counts.add(.bytesSent, written)
    connection.written += written
    if written > 0 {
      connection.moved = now
      connection.state.wrote(written, now: now)
    }
    return written
  }

  /// Watches for what the connection needs next.
  mutating func settle(_ connection: Connection) {
    weigh(connection)
    let waitsToWrite = connection.hasUnsent || connection.isProducing || connection.isPaced
    connection.state.waitsToWrite(waitsToWrite, now: now)
    if waitsToWrite {
      watch(connection, for: .write)
    } else if connection.isQueued {
      watch(connection, for: [])
    } else if connection.job != nil || connection.isWaiting {
      watch(connection, for: .halfClosed)
    } else if connection.afterWriting != nil {
      leave(connection)
    } else {
      watch(connection, for: .read)
    }
  }
}
