// Takes lines from the loops and has one thread write them.

package import Platform

/// What happens to the server beside requests.
package enum ServerEvent: Hashable, Sendable {
  case started
  case stopping
  /// No connection can be taken until others close.
  case outOfDescriptors
  /// Clients are answered 503 because there is too much of something.
  case shedding(ShedReason)
  /// So many lines did not fit into the queue.
  case dropped(Int)
}

package enum LogRecord: Sendable {
  case request(AccessEntry)
  /// - Parameter time: milliseconds since 1970.
  case event(ServerEvent, time: Int64)
}

/// A bounded queue between loops, which never wait, and a thread that writes, which may have to.
package final class ServerLog: Sendable {
  private struct Queue {
    var records: [LogRecord] = []
    var dropped = 0
    var droppedUntold = 0
    var isStopped = false
    var isWritten = false
  }

  /// Of how many requests one is noted; nil for none. Errors are always noted unless it is nil.
  let sampling: Int?
  let clock: WallClock
  private let queue = Lock(Queue())
  private let capacity: Int

  /// Between two looks at the queue: loops then need not wake the thread for every line.
  private static let pauseSeconds = 0.01
  private static let finishSeconds = 1.0

  /// Starts the thread.
  ///
  /// - Parameters:
  ///   - capacity: records that wait at most; each has less than 6 kB.
  ///   - write: writes records in their order; may take its time.
  package init(
    sampling: Int?, clock: WallClock = .system, capacity: Int = 8192,
    write: @escaping @Sendable ([LogRecord]) -> Void
  ) throws(SystemError) {
    self.sampling = sampling
    self.clock = clock
    self.capacity = capacity
    try Threads.start { [queue, clock] in
      while let records = Self.next(queue, clock) {
        write(records)
        if records.count < capacity / 8 { Threads.pause(seconds: Self.pauseSeconds) }
      }
      queue.tell { $0.isWritten = true }
    }
  }

  /// Lines that did not fit.
  package var dropped: Int { queue.withLock(\.dropped) }

  /// Queues what fits and counts the rest.
  func take(_ records: [LogRecord]) {
    queue.tell { queue in
      let taken = records.prefix(queue.isStopped ? 0 : capacity - queue.records.count)
      queue.records.append(contentsOf: taken)
      queue.dropped += records.count - taken.count
      queue.droppedUntold += records.count - taken.count
    }
  }

  func tell(_ event: ServerEvent) { take([.event(event, time: clock.milliseconds)]) }

  /// Takes no more, and waits a moment for what is there to be written.
  package func finish() {
    queue.tell { $0.isStopped = true }
    _ = queue.wait(seconds: Self.finishSeconds) { $0.isWritten ? () : nil }
  }

  /// All that waits, awaited, and how much did not fit behind it; nil once stopped and empty.
  private static func next(_ queue: Lock<Queue>, _ clock: WallClock) -> [LogRecord]? {
    queue.wait { queue -> [LogRecord]?? in
      if queue.records.isEmpty { return queue.isStopped ? .some(nil) : nil }
      if queue.droppedUntold > 0 {
        queue.records.append(.event(.dropped(queue.droppedUntold), time: clock.milliseconds))
      }
      defer { (queue.records, queue.droppedUntold) = ([], 0) }
      return queue.records
    }
  }
}
