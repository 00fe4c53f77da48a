// A library of reports on two places, read as documents are.

import Dates
import Extraction
import Gazetteer
import Reports
import TestSupport

/// Oderiv (`gn:2`) is a town known to a point and Far Fields (`gn:3`) a region; three reports name the
/// former, the newest of them the latter too, and one names neither.
struct PlaceLibrary {
  let library = Library(loaded: false)

  static let table = """
    gn:1\tUkraine\t\t\t49\t32\tUA\t\t\tcountry\t38000000\tPCLI
    gn:2\tOderiv\t\t\t48.123456\t37.5\tUA\tDonetsk Oblast\tBakhmut Raion\ttown\t30000\tPPL
    gn:3\tFar Fields\t\t\t48.5\t37.25\tUA\t\t\tregion\t\tRGN;centroid\t37,48,38,49
    gn:4\tRussia\t\t\t60\t100\tRU\t\t\tcountry\t144000000\tPCLI
    gn:5\tNoburg\t\t\t47\t36\tUA\t\t\ttown\t9000\tPPL\t35,46,37,48

    """

  static let texts: [(id: String, published: String?, text: String)] = [
    (
      "new.q7", "2024-10-08T09:30:00Z",
      """
      “Жінки”! Russian forces have entered the eastern part of Oderiv, mayor Ana Bila said.
      “Half of Oderiv is empty,” said Bila. At least 12 civilians were killed in Oderiv on Monday.
      Far Fields is quiet.
      """
    ),
    (
      "old", "2024-10-07",
      """
      Oderiv had about 26,000 inhabitants. Russia holds Oderiv, Orest Hlyn said on Sunday.
      The Oderiv Dam is dry.
      """
    ),
    ("undated", nil, "More than 30 people were wounded in Oderiv, Ana Bila said."),
    ("elsewhere", "2024-10-09", "Noburg and Ukrainian towns were quiet."),
  ]

  init(_ further: [(id: String, published: String?, text: String)] = []) throws {
    let folder = try Folder()
    let path = try folder.write("table.tsv", Self.table)
    let gazetteer = try Gazetteer(
      bytes: GazetteerBuilder.build(GazetteerSources(tables: [path])).bytes)
    let builder = SegmentBuilder()
    for (id, published, text) in Self.texts + further {
      var entry = ReportEntry(id: id, text: Array(text.utf8))
      entry.published = published.flatMap { Moment($0) }
      entry.annotations = Extraction.annotate(entry.text, Context(), gazetteer: gazetteer)
      _ = builder.add(entry)
    }
    library.store.publish(
      Snapshot(
        reports: builder.finish(), gazetteer: gazetteer, intake: .init(), made: 0, settings: []))
  }

  /// The record that a target answers with 200.
  func record(_ target: String) throws -> Object { try library.ask(target).json() }

  /// The code points of a report's text.
  func text(_ id: String) throws -> [Unicode.Scalar] {
    Array(try library.ask("/reports/\(id)/text").text().unicodeScalars)
  }
}
