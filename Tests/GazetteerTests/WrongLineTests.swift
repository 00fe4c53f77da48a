// Lines that are not taken are named, and the rest is built.

import Gazetteer
import TestSupport
import Testing

private let good = line("good", "Good")
private let boxAllowed = "box is west,south,east,north in degrees, south not above north"

@Test(arguments: [
  ("a\tb", columnsAllowed),
  (line("a", "A") + "\t\t", columnsAllowed),
  ("no tabs at all", columnsAllowed),
  (line("", "A"), "id is 1 to 64 visible characters"),
  (line("a b", "A"), "id is 1 to 64 visible characters"),
  (line(String(repeating: "i", count: 65), "A"), "id is 1 to 64 visible characters"),
  (line("a", ""), "a name is 1 to 1000 bytes"),
  (line("a", String(repeating: "n", count: 1001)), "a name is 1 to 1000 bytes"),
  (line("a", "A", also: String(repeating: "n", count: 1001)), "a name is 1 to 1000 bytes"),
  (line("a", "A", lat: "90.1"), "lat is degrees from -90 to 90"),
  (line("a", "A", lat: ""), "lat is degrees from -90 to 90"),
  (line("a", "A", lat: "nan"), "lat is degrees from -90 to 90"),
  (line("a", "A", lat: "1,5"), "lat is degrees from -90 to 90"),
  (line("a", "A", lon: "-180.1"), "lon is degrees from -180 to 180"),
  (line("a", "A", lon: "inf"), "lon is degrees from -180 to 180"),
  (line("a", "A", in: "ua"), "cc is two capital letters or empty"),
  (line("a", "A", in: "UKR"), "cc is two capital letters or empty"),
  (line("a", "A", people: "-1"), "population is a whole number up to 4294967295"),
  (line("a", "A", people: "4294967296"), "population is a whole number up to 4294967295"),
  (line("a", "A", people: "many"), "population is a whole number up to 4294967295"),
  (line("a", "A", box: "1,2,3"), boxAllowed),
  (line("a", "A", box: "1,2,3,4,5"), boxAllowed),
  (line("a", "A", box: "1,2,3,"), boxAllowed),
  (line("a", "A", box: "1;2;3;4"), boxAllowed),
  (line("a", "A", box: "1,2,3,91"), boxAllowed),
  (line("a", "A", box: "1,2,181,3"), boxAllowed),
  (line("a", "A", box: "1,2,nan,3"), boxAllowed),
  (line("a", "A", box: "1,3,2,2"), boxAllowed),
  (good, "an id stands once"),
])
func `a wrong line is named with what is allowed`(wrong: String, allowed: String) throws {
  let table = try SmallTable(["# comment", good, "", wrong, line("last", "Last")])
  #expect(table.faults == ["table.tsv:4: \(allowed)"])
  #expect(table.gazetteer.count == 2)
  #expect(table.built.places == 2)
  #expect(table.gazetteer.ids("Last") == ["last"])
}

@Test func `what is just allowed is taken`() throws {
  let table = try SmallTable([
    line(String(repeating: "i", count: 64), String(repeating: "n", count: 1000), lat: "-90"),
    line("b", "B", lat: "90", lon: "180", people: "4294967295"),
    line("c", "C", lat: "1e1", lon: "-180"),
  ])
  #expect(table.faults == [])
  #expect(table.gazetteer.ids(String(repeating: "N", count: 1000)).count == 1)
}

@Test func `the first line with an id stays`() throws {
  let table = try SmallTable([line("a", "First"), line("a", "Second")])
  #expect(table.gazetteer.name(of: try table.place("a")) == "First")
  #expect(table.gazetteer.ids("Second") == [])
}

@Test func `lines may end as on Windows, the last one not at all, and a mark may stand in front`()
  throws
{
  let folder = try Folder()
  let text = "\u{FEFF}#id\r\n\(line("a", "A", ref: ";approx"))\r\n\r\n\(line("b", "B"))"
  let built = try GazetteerBuilder.build(
    GazetteerSources(tables: [try folder.write("table.tsv", text)]))
  #expect(built.faults.count == 0)
  let gazetteer = try Gazetteer(bytes: built.bytes)
  #expect(gazetteer.count == 2)
  #expect(gazetteer.isApproximate(try #require(gazetteer.place(id: "a"))))
}

@Test func `a table longer than a piece is read whole`() throws {
  let lines = (0..<4000).map { line("id\($0)", "Name \($0)", also: "Other \($0)|Third \($0)") }
  let table = try SmallTable(lines)
  #expect(table.gazetteer.count == 4000)
  #expect(table.built.names == 12_000)
  #expect(table.faults == [])
  #expect(table.gazetteer.ids("third 3999") == ["id3999"])
}

@Test(
  arguments: [
    ([0xFF], "a line is UTF-8"), ([0xC3], "a line is UTF-8"),
    ([0xED, 0xA0, 0x80], "a line is UTF-8"),
    (Array(repeating: 0x61, count: 1 << 18), "a line has at most 262144 bytes"),
    (Array(repeating: 0x61, count: 1 << 20), "a line has at most 262144 bytes"),
  ] as [([UInt8], String)])
func `a line of other bytes or of too many is named, and the next ones count`(
  bytes: [UInt8], allowed: String
) throws {
  let folder = try Folder()
  let lines = [Array(good.utf8), bytes + Array(line("a", "A").utf8), Array(line("b", "B").utf8)]
  for ending in [[0x0A], []] as [[UInt8]] {
    let text = Array(lines.joined(separator: [0x0A])) + ending
    let table = try folder.write("table.tsv", text)
    let built = try GazetteerBuilder.build(GazetteerSources(tables: [table]))
    #expect(built.faults.first.map(\.allowed) == [allowed])
    #expect(built.faults.first.map(\.line) == [2])
    #expect(built.places == 2)
  }
}

@Test func `the longest line is taken`() throws {
  let alternates = (0..<3000).map { "Alternate \($0)" }.joined(separator: "|")
  let short = line("a", "A", also: alternates, ref: "")
  let filled = short + String(repeating: "x", count: (1 << 18) - short.utf8.count)
  #expect(try SmallTable([filled]).gazetteer.ids("Alternate 2999") == ["a"])
}

@Test func `of very many wrong lines the first are kept and all counted`() throws {
  let table = try SmallTable([good] + Array(repeating: "wrong", count: 1001))
  #expect(table.built.faults.count == 1001)
  #expect(table.built.faults.first.count == 1000)
}

@Test func `a table that cannot be read is an error that names it`() throws {
  let folder = try Folder()
  let nowhere = GazetteerSources(tables: [folder.path + "/none.tsv"])
  let error = #expect(throws: TableError.self) { try GazetteerBuilder.build(nowhere) }
  #expect("\(error.map { "\($0)" } ?? "")".contains("none.tsv: No such file"))
  for bytes in [[0x1F, 0x8B, 8], [0x1F, 0x8B, 0, 0, 0, 0, 0, 0, 0, 0, 0]] as [[UInt8]] {
    let cut = try folder.write("cut.tsv.gz", bytes)
    let error = #expect(throws: TableError.self) {
      try GazetteerBuilder.build(GazetteerSources(tables: [cut]))
    }
    #expect("\(error.map { "\($0)" } ?? "")".contains("cut.tsv.gz: the compressed data"))
  }
}

@Test(arguments: [[], ["# nothing but a comment"], ["wrong"]])
func `a table without a place is an error`(lines: [String]) throws {
  let error = #expect(throws: TableError.self) { try SmallTable(lines) }
  #expect("\(error.map { "\($0)" } ?? "")".hasSuffix("table.tsv: the table has no place"))
}
