// Where the gazetteer's files are.

import Foundation
import Gazetteer

/// Paths of the table, of the user's places, and of the image made from both.
struct GazetteerPlace: Equatable {
  var table: String
  var places: String
  var image: String

  /// In `DATELINE_DATA`, in `../share/dateline` beside the binary, in the package's folder: the
  /// first that has a table or an image.
  static func usual() throws(Failure) -> GazetteerPlace {
    if let place = candidates.first(where: \.isThere) { return place }
    let tables = candidates.map(\.table).joined(separator: ", ")
    throw Failure(message: "there is no gazetteer; looked for \(tables)")
  }

  /// What the image must be made from.
  var sources: GazetteerSources {
    GazetteerSources(tables: [table], places: hasPlaces ? places : nil)
  }

  var hasTable: Bool { exists(table) }
  var hasPlaces: Bool { exists(places) }

  private var isThere: Bool { hasTable || exists(image) }

  private static var candidates: [GazetteerPlace] {
    let data = ProcessInfo.processInfo.environment["DATELINE_DATA"].flatMap {
      $0.isEmpty ? nil : $0
    }
    let binary = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let folder = binary.deletingLastPathComponent()
    let installed = folder.appendingPathComponent("../share/dateline").standardized.path
    // A package's binary is at .build/TRIPLE/CONFIGURATION/dateline, or one folder higher.
    let packages = [3, 2].map { up in
      (0..<up).reduce(folder) { url, _ in url.deletingLastPathComponent() }.path
    }
    return [data, installed].compactMap { $0 }.map(inData) + packages.map(inPackage)
  }

  static func inData(_ folder: String) -> GazetteerPlace {
    GazetteerPlace(
      table: folder + "/gazetteer/world.tsv.gz", places: folder + "/places.tsv",
      image: folder + "/gazetteer.image")
  }

  static func inPackage(_ folder: String) -> GazetteerPlace {
    GazetteerPlace(
      table: folder + "/config/gazetteer/world.tsv.gz", places: folder + "/config/places.tsv",
      image: folder + "/.build/gazetteer.image")
  }

  private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}
