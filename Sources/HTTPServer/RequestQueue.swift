// Requests that wait for their loop, in the order in which they came.

import Platform

/// A queue of tokens with the time at which each was put in; those of connections that have gone
/// meanwhile are still in it.
struct RequestQueue {
  struct Entry {
    let token: UInt64
    let since: Instant
  }

  private var entries: [Entry] = []
  private var start = 0

  var isEmpty: Bool { start == entries.count }

  mutating func append(_ token: UInt64, now: Instant) {
    entries.append(Entry(token: token, since: now))
  }

  /// - Complexity: O(1), amortised.
  mutating func popFirst() -> Entry? {
    if isEmpty { return nil }
    let first = entries[start]
    start += 1
    if start > 1024, start > entries.count / 2 {
      entries.removeFirst(start)
      start = 0
    } else if isEmpty {
      entries.removeAll(keepingCapacity: entries.capacity <= 1024)
      start = 0
    }
    return first
  }
}
