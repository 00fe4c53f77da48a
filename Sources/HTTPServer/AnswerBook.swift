// Counts a loop's answers, times them and notes them for the log.

import HTTP
import Platform

/// When an answer began: the turn in which its request was whole.
struct Timing {
  let route: RouteNumber
  let start: Instant
}

/// A loop's book of answers. An answer is counted when its head is made; its time ends when it has
/// been offered to the socket, and one look at the clock does for all that go there together.
struct AnswerBook {
  let counts: Counts
  /// Whether the log wants requests at all; asked before anything is made for it.
  let notesRequests: Bool
  private var log: LoopLog?
  private var turnStart = Instant.precise
  private var lastEnd = Instant.precise
  /// Its first `openCount` are open; the rest is kept for the next, so that nothing is allocated.
  private var open: [Timing] = []
  private var openCount = 0
  private var entries: [OpenEntry] = []

  init(counts: Counts, log: ServerLog?) {
    self.counts = counts
    self.log = log.map { LoopLog($0) }
    notesRequests = log?.sampling != nil
  }

  mutating func beginTurn(_ now: Instant) { turnStart = now }

  /// Counts an answer, and leaves its time open until the next `settle`.
  mutating func add(_ timing: Timing, status: Int) {
    counts.addAnswer(timing.route, status)
    leaveOpen(timing)
  }

  /// Counts an answer whose body is made while it is written; `end` tells when it is whole.
  mutating func begin(_ timing: Timing, status: Int) { counts.addAnswer(timing.route, status) }

  /// An answer that was begun before comes to its end with the next `settle`.
  mutating func end(_ timing: Timing, _ entry: AccessEntry?) {
    leaveOpen(timing)
    if let entry { note(entry, timing) }
  }

  private mutating func leaveOpen(_ timing: Timing) {
    if openCount < open.count { open[openCount] = timing } else { open.append(timing) }
    openCount += 1
  }

  /// How many requests a line in the log would stand for; nil where it wants none.
  mutating func weight(status: Int) -> Int? { log?.weight(status: status) }

  mutating func note(_ entry: AccessEntry, _ timing: Timing) {
    entries.append(OpenEntry(entry: entry, start: timing.start))
  }

  mutating func note(_ event: ServerEvent, now: Instant) { log?.note(event, now: now) }

  /// What has been answered is with the socket, or its connection is gone.
  mutating func settle() {
    if openCount == 0 { return }
    lastEnd = Instant.precise
    for index in 0..<openCount {
      let nanoseconds = lastEnd.nanoseconds(since: open[index].start)
      counts.addDuration(open[index].route, nanoseconds: nanoseconds)
    }
    openCount = 0
    if entries.isEmpty { return }
    for open in entries {
      log?.add(open.entry, nanoseconds: lastEnd.nanoseconds(since: open.start))
    }
    entries.removeAll(keepingCapacity: true)
  }

  mutating func endTurn() {
    if lastEnd > turnStart { counts.addTurn(nanoseconds: lastEnd.nanoseconds(since: turnStart)) }
    log?.handOver()
  }

  private struct OpenEntry {
    let entry: AccessEntry
    let start: Instant
  }
}

extension Instant {
  fileprivate func nanoseconds(since earlier: Instant) -> Int {
    Int(nanoseconds - earlier.nanoseconds)
  }
}
