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
  /// Whether there is more to be read.
  package var isPartial = false
}

/// Who sees what happens to files while they are looked at.
package protocol Lookout {
  /// Sees what happens in these folders from now on; whether one of them is new to it.
  func cover(_ folders: [String]) -> Bool
  /// Whether a file is to be left alone for now.
  func isBeingWritten(_ path: String) -> Bool
}

/// The documents on disk, as they were last read. The promise: once it has looked, what is served is
/// what a fresh load would serve, but for documents that have become bad, whose old versions stay.
///
/// - Note: Memory is that of names and ids; texts stand in the store alone.
package final class Library: Sendable {
  private let source: DocumentSource
  private let paths: [String]
  private let writer: StoreWriter
  private let secondsOfReading: Double
  private let held: Lock<Held>

  private struct Held {
    var holdings: Holdings
    var intake: Snapshot.Intake
  }

  /// - Parameters:
  ///   - outcome: of the load with which it begins.
  ///   - secondsOfReading: for so long a look begins to read more files, after the first.
  package init(
    _ source: DocumentSource, _ paths: [String], _ outcome: LoadOutcome, writer: StoreWriter,
    secondsOfReading: Double = 1
  ) {
    self.secondsOfReading = secondsOfReading
    self.source = source
    self.paths = paths
    self.writer = writer
    held = Lock(Held(holdings: outcome.holdings, intake: outcome.snapshot.intake))
  }

  /// Whether the paths that were named lead elsewhere than at the last look, which no event tells.
  var hasMoved: Bool {
    held.withLock { held in places(held.holdings) != held.holdings.places }
  }

  /// Looks at all folders, reads what is not as it was, and takes it up: of much a part, so that
  /// the first does not wait for the last.
  ///
  /// - Throws: that the changes cannot be kept, or no thread be started; everything then stays as it is.
  package func update(_ lookout: some Lookout) throws(LoadFailure) -> Uptake {
    try held.withLock { held throws(LoadFailure) in
      let places = places(held.holdings)
      var listing = list(held.holdings)
      if lookout.cover(listing.folders) { listing = list(held.holdings) }
      let step = Step(
        source: source, old: held.holdings, listing: listing, places: places,
        end: Instant.now + secondsOfReading)
      var uptake = Uptake()
      let next: Holdings
      let edit: Edit
      do throws(SystemError) {
        (next, edit) = try step.take(lookout, &uptake)
      } catch {
        throw .system(error)
      }
      let known = Set(held.intake.skipped)
      uptake.faults = edit.intake.skipped.filter { !known.contains($0) }
        .map { Fault(place: $0.place, reason: $0.reason) }
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

  private func places(_ old: Holdings) -> [FilePlace] {
    zip(paths, old.places).map { FilePlace($0, before: $1) }
  }

  private func list(_ old: Holdings) -> FolderListing {
    source.list(paths, roots: old.places, known: old.files.map(\.file))
  }
}

/// From what was held to what is there.
private struct Step {
  let source: DocumentSource
  let old: Holdings
  let listing: FolderListing
  let places: [FilePlace]
  let end: Instant

  func take(
    _ lookout: some Lookout, _ uptake: inout Uptake
  ) throws(SystemError) -> (next: Holdings, edit: Edit) {
    let known = old.byPath
    let files = listing.files.filter {
      known[ExactName($0.path)]?.file != $0 && !lookout.isBeingWritten($0.path)
    }
    var read: [ExactName: [Reading]] = [:]
    try source.read(files, until: end) { part, readings in
      read[ExactName(part.file.path), default: []] += readings
    }
    uptake.isPartial = read.count < files.count
    // Who began to write meanwhile, or has written.
    for file in files where lookout.isBeingWritten(file.path) || !file.isAsListed {
      read[ExactName(file.path)] = nil
    }
    uptake.remarks = remarks(files, read)
    var next = next(known, read)
    // A file that has moved may not have been read under its new name yet.
    if uptake.isPartial { next = next.with(old) }
    return (next, edit(to: next, lookout, &read))
  }

  private func next(_ known: [ExactName: FileHolding], _ read: [ExactName: [Reading]]) -> Holdings {
    var next = Holdings(
      places: places, faults: listing.faults, otherFiles: listing.otherFiles)
    for file in listing.files {
      let before = known[ExactName(file.path)]
      if let readings = read[ExactName(file.path)] {
        var holding = FileHolding(file, readings)
        if let before { holding.keep(before) }
        next.files.append(holding)
      } else if let before {
        next.files.append(before)
      }
    }
    return next
  }

  private func edit(
    to next: Holdings, _ lookout: some Lookout, _ read: inout [ExactName: [Reading]]
  ) -> Edit {
    var edit = Edit(intake: next.intake)
    let (before, after) = (old.owners, next.owners)
    edit.removed = before.keys.filter { after[$0] == nil }.sorted().map(\.text)
    var taken: Set<ExactName> = []
    for holding in next.files {
      let path = ExactName(holding.file.path)
      for id in holding.ids where after[id] == path && taken.insert(id).inserted {
        if before[id] != path, read[path] == nil, !lookout.isBeingWritten(holding.file.path) {
          read[path] = source.read(holding.file)
        }
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

  private func remarks(
    _ files: [DocumentFile], _ read: [ExactName: [Reading]]
  ) -> [Fault] {
    files.flatMap { read[ExactName($0.path)] ?? [] }.flatMap { reading in
      guard case .success(let entry) = reading.entry else { return [Fault]() }
      return entry.remarks.map { Fault(place: reading.place, reason: $0) }
    }
  }
}
