// Where documents come from: files, and how they are read.

import Documents
import Gazetteer

/// Lists and reads files of documents.
package struct DocumentSource: Sendable {
  let gazetteer: Gazetteer
  let limits: IntakeLimits

  /// All files of the folders and files, in their order.
  ///
  /// - Throws: the fault of one that is not there.
  func list(_ paths: [String]) throws(LoadFailure) -> FolderListing {
    var all = FolderListing()
    for path in paths {
      do throws(Fault) {
        let prefix = paths.count > 1 ? String(path.split(separator: "/").last ?? "") : ""
        let listing = try DocumentFolder.list(path, prefix: prefix, limits: limits)
        all.files += listing.files
        all.otherFiles += listing.otherFiles
        all.faults += listing.faults
        all.folders += listing.folders
      } catch {
        throw .documents(error)
      }
    }
    return all
  }

  /// All documents of one file, in their order.
  func read(_ file: DocumentFile) -> [Reading] {
    file.parts(limits).flatMap { Reading.all(of: $0, limits, gazetteer) }
  }
}
