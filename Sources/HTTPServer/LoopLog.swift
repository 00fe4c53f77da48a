// One loop's side of the log: what is noted, handed over once a turn.

import HTTP
import Platform

/// Collects records; touched by its loop alone.
struct LoopLog {
  private let log: ServerLog
  private var records: [LogRecord] = []
  /// Requests until the next that is noted.
  private var untilNoted = 1
  /// Until when an event is not told again.
  private var silence: [ServerEvent: Instant] = [:]

  private static let silenceSeconds = 10.0

  init(_ log: ServerLog) {
    self.log = log
    untilNoted = gap
  }

  /// How many requests a line about this one would stand for; nil where it is not noted.
  ///
  /// Errors are all noted. Of the rest one of so many is, after gaps of random length: whoever asks
  /// in a rhythm is seen as often as others.
  mutating func weight(status: Int) -> Int? {
    guard let sampling = log.sampling else { return nil }
    if status >= 400 || sampling == 1 { return 1 }
    untilNoted -= 1
    if untilNoted > 0 { return nil }
    untilNoted = gap
    return sampling
  }

  private var gap: Int { Int.random(in: 1...max(1, 2 * (log.sampling ?? 1) - 1)) }

  mutating func add(_ entry: AccessEntry, nanoseconds: Int) {
    records.append(.request(entry.ended(at: log.clock.milliseconds, nanoseconds: nanoseconds)))
  }

  /// Notes an event, unless it was noted a moment ago.
  mutating func note(_ event: ServerEvent, now: Instant) {
    if let end = silence[event], now < end { return }
    silence[event] = now + Self.silenceSeconds
    records.append(.event(event, time: log.clock.milliseconds))
  }

  mutating func handOver() {
    if records.isEmpty { return }
    log.take(records)
    records.removeAll(keepingCapacity: true)
  }
}
