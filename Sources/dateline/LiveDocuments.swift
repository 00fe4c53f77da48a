// Documents that change while the server runs.

import Documents
import Loading
import Platform
import Reports

/// Takes up what changes among the documents: at once where they are watched, else when it is told to.
final class LiveDocuments: Sendable {
  private let settings: ServeSettings
  private let writing = BeingWritten()
  private let state = Lock(State())

  private struct State {
    /// Nil while the first documents are being loaded.
    var library: Library?
    /// Whether a look was asked for that has not begun.
    var isAsked = false
  }

  init(_ settings: ServeSettings) { self.settings = settings }

  /// Begins to watch, before anything is loaded; nil where nothing is to be watched, or can be.
  func watch(_ source: DocumentSource) -> Watcher? {
    if !settings.watch { return nil }
    do throws(SystemError) {
      return try Watcher(source, settings.documents, writing: writing)
    } catch {
      tell(error)
      return nil
    }
  }

  /// Goes on from a load.
  func begin(
    _ source: DocumentSource, _ outcome: LoadOutcome, _ writer: StoreWriter
  ) -> Library {
    let library = Library(source, settings.documents, outcome, writer: writer)
    state.tell { $0.library = library }
    return library
  }

  /// Takes up what changes, for good.
  func follow(_ library: Library, _ watcher: Watcher) {
    do throws(SystemError) {
      try watcher.run(library) { tell($0) }
    } catch {
      tell(error)
    }
  }

  private func tell(_ error: SystemError) {
    StandardError.write(
      "dateline: the documents are not watched: \(error); SIGHUP takes changes up. The system's limits "
        + "are fs.inotify.max_user_watches and fs.inotify.max_user_instances.\n")
  }

  /// Lets `lookWhenAsked` look once, after the first load.
  func reload() { state.tell { $0.isAsked = true } }

  /// Looks whenever it is asked to, for good.
  func lookWhenAsked() {
    while true {
      let library = state.wait { state -> Library? in
        guard state.isAsked, let library = state.library else { return nil }
        state.isAsked = false
        return library
      }
      look(library)
    }
  }

  private func look(_ library: Library) {
    var isPartial = true
    while isPartial {
      do throws(LoadFailure) {
        let uptake = try library.update(writing)
        isPartial = uptake.isPartial
        tell(.success(uptake))
      } catch {
        isPartial = false
        tell(.failure(error))
      }
    }
  }

  private func tell(_ result: Result<Uptake, LoadFailure>) {
    switch result {
    case .failure(let error):
      StandardError.write("dateline: \(error); what was read before stays\n")
    case .success(let uptake):
      for fault in uptake.faults + uptake.remarks {
        StandardError.write("dateline: \(fault.place): \(fault.reason)\n")
      }
      if !uptake.changes.isEmpty { StandardError.write(Self.line(uptake.changes)) }
    }
  }

  /// What has become of how many reports.
  static func line(_ changes: [Change]) -> String {
    let counts = Change.Kind.allCases.map { kind in
      "\(changes.count { $0.kind == kind }) \(kind.rawValue)"
    }
    return "dateline: reports: \(counts.joined(separator: ", "))\n"
  }
}
