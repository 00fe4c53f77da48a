// The one writer: makes the next snapshot, notes what changed, and lets readers have it.

package import Platform
package import Reports

/// Changes what is served. One thread at a time may call it.
package final class StoreWriter: Sendable {
  private let store: SnapshotStore
  private let log: ChangeLog
  private let clock: WallClock
  private let keeper: (any ChangeKeeper)?
  /// Called after every snapshot that readers may want to look at.
  private let published: @Sendable () -> Void

  /// - Parameter keeper: has changes before anybody sees them; nil where they go with the process.
  package init(
    store: SnapshotStore, log: ChangeLog, clock: WallClock, keeper: (any ChangeKeeper)? = nil,
    published: @escaping @Sendable () -> Void
  ) {
    self.store = store
    self.log = log
    self.clock = clock
    self.keeper = keeper
    self.published = published
  }

  /// Takes an edit up; what changed by it.
  ///
  /// - Throws: where the changes cannot be kept; everything then stays as it is.
  @discardableResult
  package func apply(_ edit: Edit) throws(KeepingFault) -> [Change] {
    guard let current = store.snapshot else { return [] }
    let (next, changes) = current.applying(edit, made: clock.now)
    if let keeper, !changes.isEmpty {
      try keeper.keep(changes) { next.report($0)?.documentDigest }
    }
    _ = log.append(changes)
    store.publish(next)
    published()
    return changes
  }
}
