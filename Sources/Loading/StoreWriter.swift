// The one writer: makes the next snapshot, notes what changed, and lets readers have it.

package import Platform
package import Reports

/// Changes what is served. One thread at a time may call it.
package final class StoreWriter: Sendable {
  private let store: SnapshotStore
  private let log: ChangeLog
  private let clock: WallClock
  /// Called after every snapshot that readers may want to look at.
  private let published: @Sendable () -> Void

  package init(
    store: SnapshotStore, log: ChangeLog, clock: WallClock,
    published: @escaping @Sendable () -> Void
  ) {
    self.store = store
    self.log = log
    self.clock = clock
    self.published = published
  }

  /// What is served now; nil while the first documents are being loaded.
  package var snapshot: Snapshot? { store.snapshot }

  /// Takes an edit up; what changed by it.
  @discardableResult
  package func apply(_ edit: Edit) -> [Change] {
    guard let current = store.snapshot else { return [] }
    let (next, changes) = current.applying(edit, made: clock.now)
    _ = log.append(changes)
    store.publish(next)
    published()
    return changes
  }
}
