// A folder of data as DATELINE_DATA names it, with a small gazetteer.

import Foundation
import TestSupport

/// A table of two places, the user's places, and a document, in a fresh folder.
struct DataFolder {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write("a.txt", "Text.")
    try folder.write("data/gazetteer/world.tsv.gz", place("s", "Strelsau") + place("z", "Zenda"))
    try folder.write("data/places.tsv", place("my:depot", "Old Depot"))
  }

  var image: String { folder.path + "/data/gazetteer.image" }

  func run(_ arguments: [String]) throws -> Ended {
    try Program(arguments, in: folder, environment: environment).end()
  }

  var environment: [String: String] { ["DATELINE_DATA": folder.path + "/data"] }

  /// Changes one byte of the image.
  func damage(_ offset: Int) throws {
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: image)))
    bytes[offset] ^= 0xFF
    try folder.write("data/gazetteer.image", bytes)
  }

  /// What is in the folder of data, but for the table.
  func names() throws -> [String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/data")
    return names.filter { $0 != "gazetteer" }.sorted()
  }
}

/// A line of a table.
func place(_ id: String, _ name: String, latitude: String = "1") -> String {
  "\(id)\t\(name)\t\t\t\(latitude)\t2\t\t\t\ttown\t\t\n"
}
