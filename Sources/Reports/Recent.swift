// What was made just now, for the others who ask for the same.

import Platform

/// The last values by what they were made from, shared by all threads.
package final class Recent<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Kept {
    var values: [Key: Value] = [:]
    /// In the order in which they were made.
    var keys: [Key] = []
  }

  private let kept = Lock(Kept())
  private let capacity: Int

  /// - Parameter capacity: how many values are kept.
  package init(capacity: Int) { self.capacity = capacity }

  package func find(_ key: Key) -> Value? { kept.withLock { $0.values[key] } }

  package func keep(_ value: Value, under key: Key) {
    kept.withLock { kept in
      if kept.values.updateValue(value, forKey: key) != nil { return }
      kept.keys.append(key)
      if kept.keys.count > capacity { kept.values[kept.keys.removeFirst()] = nil }
    }
  }
}
