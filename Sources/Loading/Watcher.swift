// Looks at the folders of documents when something happens in them.

import Documents
package import Platform
import Reports

/// Takes up what changes, on a thread of its own.
package final class Watcher {
  private let watch: FileWatch
  private let writing: BeingWritten
  /// Whether something has happened since the last look began.
  private var isStale = false
  /// Whether the last look failed: a folder was not there, or the changes could not be kept.
  private var hasFailed = false

  /// Quiet for so long, and a burst is over.
  private static let quietMilliseconds: Int32 = 40
  /// A burst that goes on is taken up in parts.
  private static let burstSeconds = 0.15
  /// How often is looked again where the last look failed.
  private static let failedMilliseconds: Int32 = 1000

  /// Begins to watch: what happens from now on will be seen, also while the first documents are loaded.
  ///
  /// - Throws: where the system lets no more folders be watched.
  package init(
    _ source: DocumentSource, _ paths: [String], writing: BeingWritten
  ) throws(SystemError) {
    self.writing = writing
    watch = try FileWatch()
    if let listing = try? source.list(paths) { _ = try add(listing.folders) }
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
        while !gather(hasFailed ? Self.failedMilliseconds : -1), !hasFailed {}
      }
    }
  }

  /// Waits until something has happened, and then for quiet; whether something has.
  private func gather(_ milliseconds: Int32) -> Bool {
    var events = watch.events(milliseconds: milliseconds)
    let end = Instant.now + Self.burstSeconds
    let hasHappened = !events.isEmpty
    while !events.isEmpty {
      events.forEach { writing.take($0) }
      if Instant.now >= end { break }
      events = watch.events(milliseconds: Self.quietMilliseconds)
    }
    return hasHappened
  }

  /// What came into a new folder before it was watched is seen by another look.
  private func look(
    _ library: Library, _ tell: (Result<Uptake, LoadFailure>) -> Void
  ) throws(SystemError) {
    notePending()
    var hasNew = true
    while hasNew {
      isStale = false
      let folders: [String]
      do throws(LoadFailure) {
        let uptake = try library.update { self.isBeingWritten($0) }
        hasFailed = false
        tell(.success(uptake))
        folders = uptake.folders
      } catch {
        if !hasFailed { tell(.failure(error)) }
        hasFailed = true
        return
      }
      hasNew = try add(folders)
    }
  }

  /// Who begins to write is seen before anything of it is read.
  private func isBeingWritten(_ path: String) -> Bool {
    notePending()
    return writing.contains(path)
  }

  /// Takes note of what has happened just now.
  private func notePending() {
    let events = watch.events(milliseconds: 0)
    events.forEach { writing.take($0) }
    if !events.isEmpty { isStale = true }
  }

  private func add(_ folders: [String]) throws(SystemError) -> Bool {
    var hasNew = false
    for folder in folders {
      do throws(SystemError) {
        if try watch.add(folder) { hasNew = true }
      } catch {
        // It went since it was listed: that is told too.
        if !error.isNoSuchFile { throw error }
      }
    }
    return hasNew
  }
}

/// Files that somebody is writing to, as far as the watch has seen it begin.
package final class BeingWritten: Sendable {
  private let paths = Lock<Set<ExactName>>([])

  package init() {}

  package func contains(_ path: String) -> Bool { paths.withLock { $0.contains(ExactName(path)) } }

  func take(_ event: FileEvent) {
    let path = ExactName(event.path)
    paths.withLock { paths in
      switch event.kind {
      case .created: if DocumentFolder.isFresh(event.path) { paths.insert(path) }
      case .modified: paths.insert(path)
      case .settled, .gone: paths.remove(path)
      case .touched: break
      case .overflow: paths = []
      }
    }
  }
}
