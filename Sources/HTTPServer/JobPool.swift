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
    let bytes: Int
    let work: @Sendable (_ isCancelled: () -> Bool) -> Response
    let mailbox: Mailbox<LoopMessage>
  }

  private struct Queue {
    var waiting: [Job] = []
    /// Of the bodies that wait.
    var bytes = 0
    /// Jobs that run, and answers that no loop has taken yet.
    var untaken = 0
    var isStopped = false

    mutating func forgetCancelled() {
      waiting.removeAll(where: \.ticket.isCancelled)
      bytes = waiting.reduce(0) { $0 + $1.bytes }
    }
  }

  private let queue = Lock(Queue())
  private let limit: Int
  /// What the bodies of all jobs that wait may come to; one that waits alone may be larger.
  let bytesLimit: Int

  /// Answers that run or lie in a mailbox: a loop with much to do would else find dozens of long ones
  /// there, which nobody has counted.
  private let untakenLimit: Int

  private let gauge: JobGauge

  init(_ limits: Limits, gauge: JobGauge = JobGauge()) throws(SystemError) {
    self.gauge = gauge
    limit = limits.waitingJobs
    bytesLimit = limits.memoryBytes / 2
    untakenLimit = 2 * limits.jobThreads
    for _ in 0..<limits.jobThreads { try Threads.start { self.work() } }
  }

  /// Queues a job that has a body of so many bytes; nil when too many wait.
  func submit(
    token: UInt64, bytes: Int, to mailbox: Mailbox<LoopMessage>,
    _ work: @escaping @Sendable (_ isCancelled: () -> Bool) -> Response
  ) -> JobTicket? {
    let job = Job(
      ticket: JobTicket(), token: token, bytes: bytes, work: work, mailbox: mailbox)
    let isTaken = queue.withLock { queue in
      if !hasRoom(for: job, in: queue) { queue.forgetCancelled() }
      guard hasRoom(for: job, in: queue), !queue.isStopped else { return false }
      queue.waiting.append(job)
      queue.bytes += bytes
      gauge.waiting.store(queue.waiting.count, ordering: .relaxed)
      return true
    }
    queue.wakeAll()
    return isTaken ? job.ticket : nil
  }

  private func hasRoom(for job: Job, in queue: Queue) -> Bool {
    let isLight = queue.bytes == 0 || queue.bytes + job.bytes <= bytesLimit
    return queue.waiting.count < limit && isLight
  }

  /// Lets the threads end once nothing waits.
  func stop() {
    queue.withLock { $0.isStopped = true }
    queue.wakeAll()
  }

  private func work() {
    while let job = next() {
      if job.ticket.isCancelled {
        taken()
        continue
      }
      gauge.running.add(1, ordering: .relaxed)
      let response = job.work { job.ticket.isCancelled }
      gauge.running.subtract(1, ordering: .relaxed)
      job.mailbox.post(.finished(FinishedJob(token: job.token, response: response)))
    }
  }

  /// A loop has an answer that the pool made: there is room for another.
  func taken() {
    queue.withLock { $0.untaken -= 1 }
    queue.wakeAll()
  }

  /// The next job, awaited; nil when the pool has stopped.
  private func next() -> Job? {
    queue.wait { queue -> Job?? in
      if queue.waiting.isEmpty { return queue.isStopped ? .some(nil) : nil }
      if queue.untaken >= untakenLimit, !queue.isStopped { return nil }
      queue.untaken += 1
      gauge.waiting.store(queue.waiting.count - 1, ordering: .relaxed)
      queue.bytes -= queue.waiting[0].bytes
      return queue.waiting.removeFirst()
    }
  }
}
