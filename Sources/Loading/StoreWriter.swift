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
  private let merging = Lock(Merging())

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
    let changes = try merging.withLock {
      (merging: inout Merging) throws(KeepingFault) -> [Change] in
      guard let current = store.snapshot else { return [] }
      let (next, changes) = current.applying(edit, made: clock.now)
      if let keeper, !changes.isEmpty {
        try keeper.keep(changes) { next.report($0)?.digestText }
      }
      _ = log.append(changes)
      store.publish(merging.tidied(next))
      return changes
    }
    published()
    merge()
    return changes
  }

  // MARK: - Merges

  /// Lets a thread merge what is too much to be merged at once, unless one does.
  private func merge() {
    let isNeeded = merging.withLock { merging in
      if merging.isRunning || merging.claim(store.snapshot) == nil { return false }
      merging.isRunning = true
      return true
    }
    if !isNeeded { return }
    do throws(SystemError) {
      try Threads.start { self.mergeAll() }
    } catch {
      // The next edit tries again.
      merging.withLock { $0 = Merging() }
    }
  }

  private func mergeAll() {
    while let (snapshot, parts) = next() {
      let merge = snapshot.merging(parts)
      merging.withLock { merging in
        merging.busy = []
        if let merged = store.snapshot?.placing(merge) { store.publish(merged) }
      }
      published()
    }
    merging.wakeAll()
  }

  /// What is to be merged now; nil, and the thread ends, where nothing is.
  private func next() -> (snapshot: Snapshot, parts: [Int])? {
    merging.withLock { merging in
      let next = merging.claim(store.snapshot)
      merging.isRunning = next != nil
      return next
    }
  }

  /// Waits until nothing is left to be merged.
  package func waitUntilMerged() {
    merging.wait { $0.isRunning ? nil : () }
  }
}
