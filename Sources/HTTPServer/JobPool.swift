// A few threads for work that would hold an event loop for too long.

import HTTP
import Platform
import Synchronization

/// A job that waits or runs, and the way to call it off.
final class JobTicket: Sendable {
  private let cancelled = Atomic(false)

  var isCancelled: Bool { cancelled.load(ordering: .relaxed) }

  func cancel() { cancelled.store(true, ordering: .relaxed) }
}

/// How much the pool has to do, for others to read.
final class JobGauge: Sendable {
  let waiting = Atomic(0)
  let running = Atomic(0)
}

/// An answer on its way from the pool to its loop.
///
/// `@unchecked Sendable`: the pool's thread lets go of it before it is posted under the mailbox's
/// lock, and the loop takes it out under the same lock.
struct FinishedJob: @unchecked Sendable {
  let token: UInt64
  let response: Response
}

/// Runs jobs in the order in which they came.
final class JobPool: Sendable {
  private struct Job: Sendable {
    let ticket: JobTicket
    let token: UInt64
    let work: @Sendable (_ isCancelled: () -> Bool) -> Response
    let mailbox: Mailbox<LoopMessage>
  }

  private struct Queue {
    var waiting: [Job] = []
    var isStopped = false
  }

  private let queue = Lock(Queue())
  private let limit: Int
  private let gauge: JobGauge

  init(
    threads: Int, waitingLimit: Int, gauge: JobGauge = JobGauge()
  ) throws(SystemError) {
    limit = waitingLimit
    self.gauge = gauge
    for _ in 0..<threads { try Threads.start { self.work() } }
  }

  /// Queues a job; nil when too many wait.
  func submit(
    token: UInt64, to mailbox: Mailbox<LoopMessage>,
    _ work: @escaping @Sendable (_ isCancelled: () -> Bool) -> Response
  ) -> JobTicket? {
    let job = Job(ticket: JobTicket(), token: token, work: work, mailbox: mailbox)
    let isTaken = queue.withLock { queue in
      if queue.waiting.count >= limit { queue.waiting.removeAll(where: \.ticket.isCancelled) }
      guard queue.waiting.count < limit, !queue.isStopped else { return false }
      queue.waiting.append(job)
      gauge.waiting.store(queue.waiting.count, ordering: .relaxed)
      return true
    }
    queue.wakeAll()
    return isTaken ? job.ticket : nil
  }

  /// Lets the threads end once nothing waits.
  func stop() {
    queue.withLock { $0.isStopped = true }
    queue.wakeAll()
  }

  private func work() {
    while let job = next() {
      if job.ticket.isCancelled { continue }
      gauge.running.add(1, ordering: .relaxed)
      let response = job.work { job.ticket.isCancelled }
      gauge.running.subtract(1, ordering: .relaxed)
      job.mailbox.post(.finished(FinishedJob(token: job.token, response: response)))
    }
  }

  /// The next job, awaited; nil when the pool has stopped.
  private func next() -> Job? {
    queue.wait { queue -> Job?? in
      if queue.waiting.isEmpty { return queue.isStopped ? .some(nil) : nil }
      gauge.waiting.store(queue.waiting.count - 1, ordering: .relaxed)
      return queue.waiting.removeFirst()
    }
  }
}
