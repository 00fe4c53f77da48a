// Who writes to which file.

import Documents
import Platform
import Reports

/// Files that somebody is writing to, as far as the watch has seen it begin.
///
/// An end may remain unseen: contents that are cut by path, or a folder that was elsewhere meanwhile. Who has
/// not written for half a minute is taken to be done; what comes then is read when it is closed.
package final class BeingWritten: Sendable {
  /// When each was written to last.
  private let paths = Lock<[ExactName: Instant]>([:])
  private static let seconds = 30.0

  package init() {}

  func take(_ event: FileEvent) {
    let path = ExactName(event.path)
    paths.withLock { paths in
      switch event.kind {
      case .created: if DocumentFolder.isBlank(event.path) { paths[path] = .now }
      case .modified: paths[path] = .now
      case .settled, .gone: paths[path] = nil
      case .touched: break
      case .overflow: paths = [:]
      }
    }
  }

  /// Forgets those to which nobody has written for long; whether there is one.
  func expire(now: Instant = .now) -> Bool {
    paths.withLock { paths in
      let count = paths.count
      paths = paths.filter { now < $0.value + Self.seconds }
      return paths.count < count
    }
  }
}

extension BeingWritten: Lookout {
  package func cover(_ folders: [String]) -> Bool { false }

  package func isBeingWritten(_ path: String) -> Bool {
    paths.withLock { paths in
      guard let last = paths[ExactName(path)] else { return false }
      return Instant.now < last + Self.seconds
    }
  }
}
