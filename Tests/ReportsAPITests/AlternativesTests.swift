// explain=1 beside a report: what the names of its localities could mean as well.

import Gazetteer
import HTTP
import Loading
import Reports
import TestSupport
import Testing

@testable import ReportsAPI

/// Towns of three names, two of which have namesakes.
private let table = """
  gn:1\tUkraine\t\t\t49\t32\tUA\t\t\tcountry\t38000000\tPCLI
  gn:2\tOderiv\t\t\t48.1\t37.5\tUA\tDonetsk Oblast\t\ttown\t30000\tPPL
  gn:3\tOderiv\t\t\t50.1\t30.5\tUA\tKyiv Oblast\t\ttown\t20000\tPPL
  gn:4\tOderiv\t\t\t52\t20\tPL\t\t\ttown\t25000\tPPL
  gn:5\tNoburg\t\t\t47\t36\tUA\t\t\ttown\t9000\tPPL

  """

private let text = "Shells hit Oderiv on Monday. Noburg was quiet."

/// Has one report, “a”.
private func library() throws -> Library {
  let folder = try Folder()
  let path = try folder.write("table.tsv", table)
  let gazetteer = try Gazetteer(
    bytes: GazetteerBuilder.build(GazetteerSources(tables: [path])).bytes)
  var entry = ReportEntry(id: "a", text: Array(text.utf8))
  entry.language = "en"
  entry.read(with: gazetteer)
  let builder = SegmentBuilder()
  _ = builder.add(entry)
  let library = Library(loaded: false)
  library.store.publish(
    Snapshot(
      reports: builder.finish(), gazetteer: gazetteer, intake: .init(), made: 0, settings: []))
  return library
}

extension Library {
  fileprivate func extract(_ body: String, _ query: String) throws -> Response {
    switch try post("/extract\(query)", Array(body.utf8), as: "application/json") {
    case .response(let response): response
    case .job(let work): work { false }
    }
  }
}

private func alternatives(of name: String, _ report: Object) -> [Object]? {
  report.objects("localities").first { $0.string("name") == name }?["alternatives"] as? [Object]
}

@Test func `a locality tells what its name could mean as well, likeliest first`() throws {
  let report = try library().ask("/reports/a?fields=localities&explain=1").json()
  #expect(alternatives(of: "Noburg", report)?.isEmpty == true)
  let others = try #require(alternatives(of: "Oderiv", report))
  #expect(others.map { $0.string("id") } == ["gn:3", "gn:4"])
  #expect(
    others.allSatisfy {
      Set($0.keys) == ["id", "name", "country_code", "admin1", "confidence"]
        && $0.string("name") == "Oderiv"
    })
  #expect(others.map { $0.string("country_code") } == ["UA", "PL"])
  #expect(others.map { $0.string("admin1") } == ["Kyiv Oblast", nil])
  let shares = others.compactMap { $0["confidence"] as? Double }
  #expect(shares == shares.sorted(by: >) && shares.allSatisfy { 0..<1 ~= $0 })
}

@Test func `a report that was stored is explained as one that is sent`() throws {
  let library = try library()
  let sent = #"{"id": "a", "language": "en", "text": "\#(text)"}"#
  for query in ["", "?explain=0", "?explain=1", "?explain=1&fields=id,localities"] {
    let stored = try library.ask("/reports/a\(query)").text()
    #expect(try library.extract(sent, query).text() == stored, "\(query)")
    #expect(stored.contains("alternatives") == query.contains("explain=1"))
  }
}

@Test func `nothing but alternatives comes in, in GeoJSON too`() throws {
  let library = try library()
  for format in ["json", "geojson"] {
    let plain = try library.ask("/reports/a?f=\(format)").text()
    let explained = try library.ask("/reports/a?f=\(format)&explain=1").text()
    #expect(explained.replacing(/,"alternatives":\[.*?\]/, with: "") == plain)
  }
  let fields = "?fields=id,places"
  #expect(
    try library.ask("/reports/a\(fields)").text()
      == library.ask("/reports/a\(fields)&explain=1").text())
}

@Test func `a tree tells alternatives where that is asked`() throws {
  let library = try library()
  let snapshot = try #require(library.store.snapshot)
  var entry = ReportEntry(id: "a", text: Array(text.utf8))
  entry.read(with: snapshot.gazetteer)
  let lines = ReportTree(entry, snapshot.gazetteer, isExplained: true).text.split(separator: "\n")
  let plain = ReportTree(entry, snapshot.gazetteer).text.split(separator: "\n")
  let added = lines.filter { !plain.contains($0) }
  #expect(lines.filter { plain.contains($0) } == plain)
  #expect(added.count == 2)
  #expect(added.first?.hasPrefix("    or Oderiv gn:3 (town, Kyiv Oblast, UA) 0.") == true)
}

@Test(arguments: ["/reports/a?explain=2", "/reports/a?explain=", "/reports/a?explain!=1"])
func `explain is 0 or 1`(target: String) throws {
  let response = try library().ask(target)
  #expect(response.status == .badRequest)
  #expect(try response.json().string("parameter")?.hasPrefix("explain") == true)
  let query = target.dropFirst("/reports/a".count)
  #expect(try library().extract(#"{"text": "T."}"#, String(query)).status == .badRequest)
}

@Test func `a long report is read anew by the pool`() throws {
  let library = Library()
  let builder = SegmentBuilder()
  _ = builder.add(
    ReportEntry(
      id: "a", text: Array(repeating: UInt8(ascii: "a"), count: ExtractAnswer.inlineBytes + 1)))
  library.store.publish(
    Snapshot(
      reports: builder.finish(), gazetteer: Gazetteer(), intake: .init(), made: 0, settings: []))
  #expect(try library.isLong("/reports/a?explain=1"))
  #expect(try !library.isLong("/reports/a"))
  #expect(try !library.isLong("/reports/a?explain=1&fields=id"))
}
