// Folders in, a snapshot out.

package import Documents
package import Gazetteer
package import Platform
package import Reports

/// What became of a load.
package struct LoadOutcome: Sendable {
  package let snapshot: Snapshot
  /// Documents that were taken, with something in them that was not understood.
  package let remarks: [Fault]
  /// What each file gave.
  let holdings: Holdings
}

/// Why nothing could be loaded at all.
package enum LoadFailure: Error, Equatable, CustomStringConvertible {
  case documents(Fault)
  case system(SystemError)
  /// The changes could not be kept.
  case keeping(KeepingFault)

  package var description: String {
    switch self {
    case .documents(let fault): "\(fault.place): \(fault.reason)"
    case .system(let error): "\(error)"
    case .keeping(let fault): "the changes cannot be kept: \(fault.reason)"
    }
  }
}

/// Reads documents on all cores and writes one segment.
package struct Loader {
  package let gazetteer: Gazetteer
  package var limits = IntakeLimits()
  package var workers = Machine.processors
  package var clock = WallClock.system
  /// What else decides what answers look like; it becomes part of the snapshot's version.
  package var settings: [String] = []
  /// The number of the last change before these documents.
  package var changeNumber: Int64 = 0
  /// Called with the documents read so far and the share of all bytes, now and then.
  package var progress: (_ documents: Int, _ share: Double) -> Void = { _, _ in }

  package init(gazetteer: Gazetteer) { self.gazetteer = gazetteer }

  /// Where its documents come from.
  package var source: DocumentSource {
    DocumentSource(gazetteer: gazetteer, limits: limits, workers: workers)
  }

  /// Loads all documents of the folders and files, in their order.
  ///
  /// A folder that does not exist stops the load; a document that cannot be read is named in the
  /// outcome, and the rest loads.
  package func load(_ paths: [String]) throws(LoadFailure) -> LoadOutcome {
    let places = paths.map { FilePlace($0) }
    let listing: FolderListing
    do throws(Fault) {
      listing = try source.list(paths)
    } catch {
      throw .documents(error)
    }
    var intake = IntakeWriter(listing, places)
    let total = max(1, listing.files.reduce(0) { $0 + $1.size })
    var done = 0
    do throws(SystemError) {
      try source.read(listing.files) { part, readings in
        readings.forEach { intake.take($0, of: part.file) }
        done += part.range.count
        progress(intake.documents, Double(done) / Double(total))
      }
    } catch {
      throw .system(error)
    }
    return intake.finish(
      gazetteer: gazetteer, made: clock.now, settings: settings,
      changeNumber: changeNumber)
  }
}
