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
}

/// Why nothing could be loaded at all.
package enum LoadFailure: Error, Equatable, CustomStringConvertible {
  case documents(Fault)
  case system(SystemError)

  package var description: String {
    switch self {
    case .documents(let fault): "\(fault.place): \(fault.reason)"
    case .system(let error): "\(error)"
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

  /// Loads all documents of the folders and files, in their order.
  ///
  /// A folder that does not exist stops the load; a document that cannot be read is named in the
  /// outcome, and the rest loads.
  package func load(_ paths: [String]) throws(LoadFailure) -> LoadOutcome {
    var intake = IntakeWriter()
    let parts = try list(paths, &intake)
    let total = max(1, parts.reduce(0) { $0 + $1.range.count })
    let (limits, gazetteer) = (limits, gazetteer)
    var done = 0
    do throws(SystemError) {
      try OrderedWork.run(parts, workers: workers, ahead: workers * 4) { part in
        (part.range.count, Reading.all(of: part, limits, gazetteer))
      } take: { count, readings in
        readings.forEach { intake.take($0) }
        done += count
        progress(intake.documents, Double(done) / Double(total))
      }
    } catch {
      throw .system(error)
    }
    return intake.finish(
      gazetteer: gazetteer, made: clock.now, settings: settings,
      changeNumber: changeNumber)
  }

  private func list(
    _ paths: [String], _ intake: inout IntakeWriter
  ) throws(LoadFailure) -> [DocumentPart] {
    var parts: [DocumentPart] = []
    for path in paths {
      do throws(Fault) {
        let prefix = paths.count > 1 ? String(path.split(separator: "/").last ?? "") : ""
        let listing = try DocumentFolder.list(path, prefix: prefix, limits: limits)
        intake.note(listing)
        parts += listing.files.flatMap { $0.parts(limits) }
      } catch {
        throw .documents(error)
      }
    }
    return parts
  }
}
