// The server: event loops over one listening socket.

package import HTTP
package import Platform

/// Serves HTTP/1.1 until stopped.
package final class Server: Sendable {
  private let listener: Listener
  private let mailboxes: [Mailbox<LoopMessage>]
  private let jobs: JobPool
  private let running: Lock<Int>

  /// Starts `metrics.loops` threads that take connections from the listener.
  ///
  /// - Parameter makeResponder: called once on each loop's own thread.
  package init(
    listener: Listener, metrics: ServerMetrics, limits: Limits = Limits(),
    clock: WallClock = .system, makeResponder: @escaping @Sendable () -> any Responder
  ) throws(SystemError) {
    self.listener = listener
    jobs = try JobPool(threads: limits.jobThreads, waitingLimit: limits.waitingJobs)
    running = Lock(metrics.loops.count)
    var mailboxes: [Mailbox<LoopMessage>] = []
    for counts in metrics.loops {
      let mailbox = try Mailbox<LoopMessage>()
      let setting = LoopSetting(
        listener: listener, mailbox: mailbox, jobs: jobs, counts: counts, limits: limits,
        clock: clock)
      try Self.start(setting, running, makeResponder)
      mailboxes.append(mailbox)
    }
    self.mailboxes = mailboxes
  }

  private static func start(
    _ setting: LoopSetting, _ running: Lock<Int>,
    _ makeResponder: @escaping @Sendable () -> any Responder
  ) throws(SystemError) {
    try Threads.start {
      do {
        try EventLoop(setting, responder: makeResponder()).run()
      } catch {
        fatalError("an event loop could not start: \(error)")
      }
      running.withLock { $0 -= 1 }
      running.wakeAll()
    }
  }

  /// Takes no more connections and lets those in flight end; returns at once.
  package func stop() {
    listener.stop()
    mailboxes.forEach { $0.post(.stop) }
  }

  /// Waits until every loop has stopped and drained.
  package func waitUntilStopped() {
    running.wait { $0 == 0 ? () : nil }
    jobs.stop()
  }
}
