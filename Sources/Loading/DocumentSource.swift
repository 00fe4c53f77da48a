// Where documents come from: files, and how they are read.

import Documents
import Gazetteer
import Platform
import Reports

/// Lists and reads files of documents.
package struct DocumentSource: Sendable {
  let gazetteer: Gazetteer
  let limits: IntakeLimits
  let workers: Int

  /// All files of the folders and files, in their order.
  ///
  /// - Throws: the fault of one that is not there.
  func list(_ paths: [String]) throws(Fault) -> FolderListing {
    var all = FolderListing()
    for path in paths { all += try list(path, of: paths) }
    return once(all)
  }

  /// The same later on: of what is not there, or cannot be looked at, the files stay as they were.
  ///
  /// - Parameter roots: where the paths led before.
  func list(_ paths: [String], roots: [FilePlace], known: [DocumentFile]) -> FolderListing {
    var all = FolderListing()
    for (path, root) in zip(paths, roots) {
      do throws(Fault) {
        all += try list(path, of: paths, known)
      } catch {
        all.stay(error, root.path, known)
      }
    }
    return once(all)
  }

  /// A file that two of the paths lead to is read once, as one is that two links lead to.
  private func once(_ listing: FolderListing) -> FolderListing {
    var (listing, seen) = (listing, Set<ExactName>())
    listing.files.removeAll { !seen.insert(ExactName($0.path)).inserted }
    return listing
  }

  private func list(
    _ path: String, of paths: [String], _ known: [DocumentFile] = []
  ) throws(Fault) -> FolderListing {
    let prefix = paths.count > 1 ? String(path.split(separator: "/").last ?? "") : ""
    return try DocumentFolder.list(path, prefix: prefix, limits: limits, known: known)
  }

  /// Reads files on all cores, in their order; begins none after `end`, but for the first.
  ///
  /// - Parameter take: called on this thread for each part of each file.
  func read(
    _ files: [DocumentFile], until end: Instant? = nil, take: (DocumentPart, [Reading]) -> Void
  ) throws(SystemError) {
    let rest = Lock(PartQueue(files: files[...], limits: limits, end: end))
    try OrderedWork.run(workers: workers, ahead: workers * 4) {
      rest.withLock { $0.next() }
    } work: { [limits, gazetteer] part in
      (part, Reading.all(of: part, limits, gazetteer))
    } take: {
      take($0.0, $0.1)
    }
  }

  /// All documents of one file, in their order.
  func read(_ file: DocumentFile) -> [Reading] {
    file.parts(limits).flatMap { Reading.all(of: $0, limits, gazetteer) }
  }
}

/// The parts of files, in their order; a file that is begun is given whole.
private struct PartQueue {
  var files: ArraySlice<DocumentFile>
  let limits: IntakeLimits
  let end: Instant?
  private var parts: ArraySlice<DocumentPart> = []
  private var hasBegun = false

  init(files: ArraySlice<DocumentFile>, limits: IntakeLimits, end: Instant?) {
    self.files = files
    self.limits = limits
    self.end = end
  }

  mutating func next() -> DocumentPart? {
    while parts.isEmpty {
      if let end, hasBegun, Instant.now >= end { return nil }
      guard let file = files.popFirst() else { return nil }
      hasBegun = true
      parts = file.parts(limits)[...]
    }
    return parts.popFirst()
  }
}
