// The server: event loops over shared listening sockets.

package import HTTP
package import Platform

/// Serves HTTP/1.1 until stopped.
package final class Server: Sendable {
  private let listeners: [Listener]
  private let mailboxes: [Mailbox<LoopMessage>]
  private let jobs: JobPool
  private let log: ServerLog?
  private let running: Lock<Running>

  /// How many loops turn, and whether one of them could not begin.
  private struct Running {
    var begun = 0
    var loops = 0
    var failure: SystemError?
  }

  /// Starts `metrics.loops` threads that take connections from all listeners.
  ///
  /// - Parameters:
  ///   - trusted: peers that are believed when they say for whom they ask.
  ///   - identity: what secure listeners show.
  ///   - log: takes requests and events; the owner finishes it when the server has stopped.
  ///   - makeResponder: called once on each loop's own thread.
  package init(
    listeners: [Listener], metrics: ServerMetrics, limits: Limits = Limits(),
    clock: WallClock = .system, sharing: SharingPolicy = SharingPolicy(),
    trusted: TrustedNetworks = TrustedNetworks(), identity: TLSIdentity? = nil,
    log: ServerLog? = nil,
    makeResponder: @escaping @Sendable () -> any Responder
  ) throws(SystemError) {
    self.listeners = listeners
    self.log = log
    jobs = try JobPool(limits, gauge: metrics.jobs)
    let admission = Admission(limits, proxies: trusted)
    let budget = RequestBudget(limits)
    running = Lock(Running())
    var mailboxes: [Mailbox<LoopMessage>] = []
    for counts in metrics.loops {
      let mailbox = try Mailbox<LoopMessage>()
      let setting = LoopSetting(
        listeners: listeners, mailbox: mailbox, jobs: jobs, admission: admission, budget: budget,
        counts: counts, log: log, limits: limits, loops: metrics.loops.count, clock: clock,
        sharing: sharing, trusted: trusted, identity: identity)
      try Self.start(setting, running, makeResponder)
      mailboxes.append(mailbox)
    }
    self.mailboxes = mailboxes
    let count = mailboxes.count
    let failure = running.wait { $0.begun == count ? .some($0.failure) : nil }
    if let failure {
      stop()
      throw failure
    }
    log?.tell(.started)
  }

  private static func start(
    _ setting: LoopSetting, _ running: Lock<Running>,
    _ makeResponder: @escaping @Sendable () -> any Responder
  ) throws(SystemError) {
    try Threads.start {
      do throws(SystemError) {
        let loop = try EventLoop(setting, responder: makeResponder())
        running.tell { ($0.begun, $0.loops) = ($0.begun + 1, $0.loops + 1) }
        loop.run()
        running.tell { $0.loops -= 1 }
      } catch {
        running.tell { ($0.begun, $0.failure) = ($0.begun + 1, error) }
      }
    }
  }

  /// Lets every body that waits for something to say be asked again; returns at once.
  package func wake() { mailboxes.forEach { $0.post(.wake) } }

  /// Takes no more connections and lets those in flight end; returns at once.
  package func stop() {
    log?.tell(.stopping)
    mailboxes.forEach { $0.post(.stop) }
  }

  /// Waits until every loop has stopped and drained.
  package func waitUntilStopped() {
    running.wait { $0.loops == 0 ? () : nil }
    jobs.stop()
  }
}
