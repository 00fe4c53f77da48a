// Looks at the folders of documents when something happens in them.

import Documents
package import Platform
import Reports

/// Takes up what changes, on a thread of its own.
package final class Watcher {
  private let watch: FileWatch
  private let writing: BeingWritten
  /// Whether something has happened since the last look began, or more is to be read.
  private var isStale = false
  /// Whether the changes could not be kept at the last look.
  private var hasFailed = false
  /// Why no more folders can be watched.
  private var fault: SystemError?

  /// Quiet for so long, and a burst is over.
  private static let quietMilliseconds: Int32 = 40
  /// A burst that goes on is taken up in parts.
  private static let burstSeconds = 0.15
  /// How often is looked after what no event tells.
  private static let tickMilliseconds: Int32 = 1000

  /// Begins to watch: what happens from now on will be seen, also while the first documents are loaded.
  ///
  /// - Throws: where the system lets no more folders be watched.
  package init(
    _ source: DocumentSource, _ paths: [String], writing: BeingWritten
  ) throws(SystemError) {
    self.writing = writing
    watch = try FileWatch()
    if let listing = try? source.list(paths) { _ = try watch.watch(listing.folders) }
  }

  /// Watches until the process ends.
  ///
  /// - Parameter tell: called after every look.
  /// - Throws: where the system lets no more folders be watched.
  package func run(
    _ library: Library, tell: (Result<Uptake, LoadFailure>) -> Void
  ) throws(SystemError) {
    while true {
      try look(library, tell)
      if isStale {
        _ = gather(Self.quietMilliseconds)
      } else {
        while !gather(Self.tickMilliseconds), !isDue(library) {}
      }
    }
  }

  /// Whether is to be looked though nothing was told: the changes could not be kept, a writer has given up,
  /// or a link above the folders leads elsewhere.
  private func isDue(_ library: Library) -> Bool {
    writing.expire() || hasFailed || library.hasMoved
  }

  /// Waits until something has happened, and then for quiet; whether something is to be looked at.
  private func gather(_ milliseconds: Int32) -> Bool {
    var hasHappened = false
    var events = watch.events(milliseconds: milliseconds)
    let end = Instant.now + Self.burstSeconds
    while !events.isEmpty {
      if take(events) { hasHappened = true }
      if Instant.now >= end { break }
      events = watch.events(milliseconds: Self.quietMilliseconds)
    }
    return hasHappened
  }

  private func look(
    _ library: Library, _ tell: (Result<Uptake, LoadFailure>) -> Void
  ) throws(SystemError) {
    notePending()
    isStale = false
    do throws(LoadFailure) {
      let uptake = try library.update(self)
      hasFailed = false
      if uptake.isPartial { isStale = true }
      tell(.success(uptake))
    } catch {
      if !hasFailed { tell(.failure(error)) }
      hasFailed = true
    }
    if let fault { throw fault }
  }

  /// Takes note of what has happened just now.
  private func notePending() {
    if take(watch.events(milliseconds: 0)) { isStale = true }
  }

  /// Whether there is something to be looked at: who writes is not done.
  private func take(_ events: [FileEvent]) -> Bool {
    events.forEach { writing.take($0) }
    return events.contains { $0.kind != .modified }
  }
}

extension Watcher: Lookout {
  package func cover(_ folders: [String]) -> Bool {
    do throws(SystemError) {
      let hasNew = try watch.watch(folders)
      // What came into one before it was watched is seen by another look.
      if hasNew { isStale = true }
      return hasNew
    } catch {
      fault = error
      return false
    }
  }

  /// Who begins to write is seen before anything of it is read.
  package func isBeingWritten(_ path: String) -> Bool {
    notePending()
    return writing.isBeingWritten(path)
  }
}
