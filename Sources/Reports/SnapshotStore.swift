// From the one writer to all readers.

import Platform
import Synchronization

/// Where the one writer leaves the snapshot for all readers.
package final class SnapshotStore: Sendable {
  private let current = Lock<Snapshot?>(nil)
  private let changes = Atomic(0)

  package init() {}

  /// Goes up by one with every snapshot; 0 while there is none. Cheap enough to ask at every turn.
  package var changeCount: Int { changes.load(ordering: .acquiring) }

  package var snapshot: Snapshot? { current.withLock { $0 } }

  package func publish(_ snapshot: Snapshot) {
    current.withLock { $0 = snapshot }
    changes.add(1, ordering: .releasing)
  }
}
