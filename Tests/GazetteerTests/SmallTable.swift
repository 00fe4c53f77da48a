// Tables of a few lines, and what is made of them.

import Digests
import Gazetteer
import TestSupport

/// A table written by a test, the user's places beside it, and the gazetteer made from both.
struct SmallTable {
  let folder: Folder
  let sources: GazetteerSources
  let built: BuiltImage
  let gazetteer: Gazetteer

  init(_ lines: [String], places: [String]? = nil) throws {
    let folder = try Folder()
    let table = try folder.write("table.tsv", lines.map { $0 + "\n" }.joined())
    let own = try places.map { lines in
      try folder.write("places.tsv", lines.map { $0 + "\n" }.joined())
    }
    self.folder = folder
    sources = GazetteerSources(tables: [table], places: own)
    built = try GazetteerBuilder.build(sources)
    gazetteer = try Gazetteer(bytes: built.bytes)
  }

  /// Faults as they are printed, without the folder.
  var faults: [String] {
    built.faults.first.map { String("\($0)".dropFirst(folder.path.count + 1)) }
  }

  func place(_ id: String) throws -> Place {
    guard let place = gazetteer.place(id: id) else { throw NoSuchPlace(id: id) }
    return place
  }
}

struct NoSuchPlace: Error {
  let id: String
}

/// A line of a table: the columns that a test speaks of, the others as in most lines.
func line(
  _ id: String, _ name: String, ascii: String = "", also alternates: String = "",
  lat latitude: String = "1", lon longitude: String = "2", in country: String = "",
  _ admin1: String = "", _ admin2: String = "", is feature: String = "village",
  people: String = "", ref reference: String = "", box: String? = nil
) -> String {
  let columns = [
    id, name, ascii, alternates, latitude, longitude, country, admin1, admin2, feature, people,
    reference,
  ]
  return (columns + (box.map { [$0] } ?? [])).joined(separator: "\t")
}

let columnsAllowed = "a line has 12 columns, or one more for a box, tabs between them"

/// A line of the user's that gives what a test speaks of and nothing else.
func change(
  _ id: String, name: String = "", ascii: String = "", also alternates: String = "",
  lat latitude: String = "", is feature: String = "", people: String = "", ref: String = "",
  box: String? = nil
) -> String {
  line(
    id, name, ascii: ascii, also: alternates, lat: latitude, lon: "", is: feature, people: people,
    ref: ref, box: box)
}
