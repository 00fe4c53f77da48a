// The last changes in their order, each with a number of its own.

import Platform

/// Changes by consecutive numbers, shared by all threads.
///
/// A log begins with the time at which it was begun, in microseconds since 1970: a number that was
/// given out once never comes again, whatever becomes of the log.
package final class ChangeLog: Sendable {
  private struct Kept {
    var changes: [Change] = []
    /// The number of the last change.
    var last: Int64
  }

  private let kept: Lock<Kept>
  private let keeping: Int

  /// - Parameters:
  ///   - after: the number that the first change follows.
  ///   - keeping: how many changes are kept at least.
  package init(after start: Int64, keeping: Int = 100_000) {
    kept = Lock(Kept(last: start))
    self.keeping = keeping
  }

  /// Takes the place of all that it has: changes that a process before this one has told.
  package func restore(_ changes: [Change], last: Int64) {
    kept.withLock { $0 = Kept(changes: changes.suffix(keeping), last: last) }
  }

  /// The number of the last change.
  package var last: Int64 { kept.withLock { $0.last } }

  /// Whether the changes behind a number can be told.
  package func knows(_ number: Int64) -> Bool {
    kept.withLock { $0.last - Int64($0.changes.count)...$0.last ~= number }
  }

  /// Adds changes; the number of the last of them.
  package func append(_ changes: [Change]) -> Int64 {
    kept.withLock { kept in
      kept.changes += changes
      // Some more stay for a while: to move all that stays costs more than to keep them.
      if kept.changes.count > keeping + keeping / 8 {
        kept.changes.removeFirst(kept.changes.count - keeping)
      }
      kept.last += Int64(changes.count)
      return kept.last
    }
  }

  /// The changes behind a number, at most so many, up to another number; nil where the log does not
  /// reach back so far, or has not given out the number.
  package func changes(after number: Int64, through end: Int64, limit: Int) -> [Change]? {
    kept.withLock { kept in
      let start = kept.last - Int64(kept.changes.count)
      guard start...kept.last ~= number else { return nil }
      let stop = min(end, kept.last, number + Int64(limit))
      return number < stop ? Array(kept.changes[Int(number - start)..<Int(stop - start)]) : []
    }
  }
}
