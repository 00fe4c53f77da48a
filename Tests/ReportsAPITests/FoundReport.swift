// A report in which something of every kind was found, over a gazetteer of three places.

import Dates
import Extraction
import Gazetteer
import Reports
import TestSupport

/// Made by hand, so that it holds every kind of fact with every member.
struct FoundReport {
  let gazetteer: Gazetteer
  let entry: ReportEntry

  private static let table = """
    gn:1\tUkraine\t\t\t49\t32\tUA\t\t\tcountry\t38000000\tPCLI
    gn:2\tOderiv\t\t\t48.123456\t37.5\tUA\tDonetsk Oblast\tBakhmut Raion\ttown\t30000\tPPL
    gn:3\tFar Fields\t\t\t-1.5\t-0.25\t\t\t\tregion\t\tRGN;centroid\t-1,-2.5,0.5,-1.25

    """

  private static let text = """
    Жінки! In Oderiv “we left”, the Ukrainian mayor Ana Bila said on Monday. He denied it.
    Russia holds nearly all of it; at least 12 civilians died. Nowhere. By Ö. K.
    """

  init() throws {
    let folder = try Folder()
    let path = try folder.write("table.tsv", Self.table)
    gazetteer = try Gazetteer(
      bytes: GazetteerBuilder.build(GazetteerSources(tables: [path])).bytes)
    var entry = ReportEntry(id: "found/1", text: Array(Self.text.utf8), remarks: ["Not UTF-8."])
    entry.headline = "Oderiv"
    entry.published = Moment("2024-10-07")
    entry.annotations = try FoundFacts(text: Self.text, gazetteer: gazetteer).annotations()
    self.entry = entry
  }

  var snapshot: Snapshot {
    let builder = SegmentBuilder()
    _ = builder.add(entry)
    return Snapshot(
      reports: builder.finish(), gazetteer: gazetteer, intake: .init(), made: 0, settings: [])
  }
}
