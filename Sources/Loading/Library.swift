// Keeps what is served in step with the folders of documents.

package import Documents
import Platform
package import Reports

/// What a look at the folders came to.
package struct Uptake: Sendable {
  package var changes: [Change] = []
  /// What is wrong now and was not before.
  package var faults: [Fault] = []
  /// Of documents that were taken, with something in them that was not understood.
  package var remarks: [Fault] = []
  /// All folders, which are to be watched.
  package var folders: [String] = []
}

/// The documents on disk, as they were last read. The promise: once it has looked, what is served is
/// what a fresh load would serve, but for documents that have become bad, whose old versions stay.
///
/// - Note: Memory is that of names and ids; texts stand in the store alone.
package final class Library: Sendable {
  private let source: DocumentSource
  private let paths: [String]
  private let writer: StoreWriter
  private let held: Lock<Held>

  private struct Held {
    var holdings: Holdings
    var intake: Snapshot.Intake
  }

  /// - Parameter outcome: of the load with which it begins.
  package init(
    _ source: DocumentSource, _ paths: [String], _ outcome: LoadOutcome, writer: StoreWriter
  ) {
    self.source = source
    self.paths = paths
    self.writer = writer
    held = Lock(Held(holdings: outcome.holdings, intake: outcome.snapshot.intake))
  }

  /// Looks at all folders, reads what is not as it was, and takes it up.
  ///
  /// - Parameter isBeingWritten: whether a file is to be left alone for now.
  /// - Throws: the fault of a folder that is not there, or that the changes cannot be kept; everything
  ///   then stays as it is.
  package func update(
    isBeingWritten: (String) -> Bool = { _ in false }
  ) throws(LoadFailure) -> Uptake {
    try held.withLock { held throws(LoadFailure) in
      let listing = try source.list(paths)
      let step = Step(source: source, old: held.holdings, listing: listing)
      let (next, edit, remarks) = step.take(isBeingWritten)
      var uptake = Uptake(remarks: remarks, folders: listing.folders)
      let known = Set(held.intake.skipped.map { "\($0.place): \($0.reason)" })
      uptake.faults = edit.intake.skipped.map { Fault(place: $0.place, reason: $0.reason) }
        .filter { !known.contains("\($0.place): \($0.reason)") }
      if !edit.taken.isEmpty || !edit.removed.isEmpty || edit.intake != held.intake {
        do throws(KeepingFault) {
          uptake.changes = try writer.apply(edit)
        } catch {
          throw .keeping(error)
        }
      }
      held = Held(holdings: next, intake: edit.intake)
      return uptake
    }
  }
}

/// From what was held to what is there.
private struct Step {
  let source: DocumentSource
  let old: Holdings
  let listing: FolderListing

  func take(
    _ isBeingWritten: (String) -> Bool
  ) -> (next: Holdings, edit: Edit, remarks: [Fault]) {
    let known = old.byPath
    var read: [ExactName: [Reading]] = [:]
    var next = Holdings(faults: listing.faults, otherFiles: listing.otherFiles)
    for file in listing.files {
      let before = known[ExactName(file.path)]
      if let before, before.file == file {
        next.files.append(before)
        continue
      }
      guard let readings = self.read(file, isBeingWritten) else {
        if let before { next.files.append(before) }
        continue
      }
      read[ExactName(file.path)] = readings
      var holding = FileHolding(file, readings)
      if let before, holding.hasFaults { holding.keep(before) }
      next.files.append(holding)
    }
    return (next, edit(to: next, &read), remarks(read))
  }

  /// What a file gives; nil where somebody writes to it, or did since it was listed.
  private func read(_ file: DocumentFile, _ isBeingWritten: (String) -> Bool) -> [Reading]? {
    if isBeingWritten(file.path) { return nil }
    let readings = source.read(file)
    return isBeingWritten(file.path) || !file.isAsListed ? nil : readings
  }

  private func edit(to next: Holdings, _ read: inout [ExactName: [Reading]]) -> Edit {
    var edit = Edit(intake: next.intake)
    let (before, after) = (old.owners, next.owners)
    edit.removed = before.keys.filter { after[$0] == nil }.sorted().map(\.text)
    var taken: Set<ExactName> = []
    for holding in next.files {
      let path = ExactName(holding.file.path)
      for id in holding.ids where after[id] == path && taken.insert(id).inserted {
        if before[id] != path, read[path] == nil { read[path] = source.read(holding.file) }
        if let entry = entry(id, read[path]) { edit.taken.append(entry) }
      }
    }
    return edit
  }

  private func entry(_ id: ExactName, _ readings: [Reading]?) -> ReportEntry? {
    for reading in readings ?? [] {
      if case .success(let entry) = reading.entry, ExactName(entry.id) == id { return entry }
    }
    return nil
  }

  private func remarks(_ read: [ExactName: [Reading]]) -> [Fault] {
    read.keys.sorted().flatMap { read[$0] ?? [] }.flatMap { reading in
      guard case .success(let entry) = reading.entry else { return [Fault]() }
      return entry.remarks.map { Fault(place: reading.place, reason: $0) }
    }
  }
}
