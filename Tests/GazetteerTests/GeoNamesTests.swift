// GeoNames' official files as a source.

import Gazetteer
import TestSupport
import Testing

/// A dump written by a test, and the gazetteer made from it behind a table.
struct Dump {
  let folder: Folder
  var path: String { folder.path + "/dump" }

  /// - Parameter files: contents by name, in place of the usual ones; nil leaves one out.
  init(_ files: [String: String?] = [:]) throws {
    folder = try Folder()
    let usual = [
      "UA.txt": geoName("709354", "Toretsk"),
      "alternateNamesV2.txt": alternate("709354", "Dzerzhynsk"),
      "admin1CodesASCII.txt": "UA.05\tDonetsk Oblast\tDonetsk Oblast\t709716\n",
      "admin2Codes.txt": "UA.05.1401\tBakhmut Raion\tBakhmut Raion\t12345\n",
    ]
    try folder.makeFolder("dump")
    for (name, text) in usual.merging(files.compactMapValues { $0 }, uniquingKeysWith: { $1 })
    where files[name] != .some(nil) {
      try folder.write("dump/\(name)", text)
    }
  }

  func build(_ table: [String] = [], places: [String]? = nil) throws -> (BuiltImage, Gazetteer) {
    let tables =
      table.isEmpty ? [] : [try folder.write("t.tsv", table.joined(separator: "\n"))]
    let own = try places.map { try folder.write("p.tsv", $0.joined(separator: "\n")) }
    let built = try GazetteerBuilder.build(
      GazetteerSources(tables: tables, geoNames: [path], places: own))
    return (built, try Gazetteer(bytes: built.bytes))
  }

  func faults(_ built: BuiltImage) -> [String] {
    built.faults.first.map { String("\($0)".dropFirst(path.count + 1)) }
  }
}

/// A line of a country's file.
func geoName(
  _ id: String, _ name: String, ascii: String = "", lat: String = "48.4", lon: String = "37.8",
  _ kind: String = "P.PPL", in country: String = "UA", _ admin1: String = "05",
  _ admin2: String = "1401", people: String = "0"
) -> String {
  let kind = kind.split(separator: ".", omittingEmptySubsequences: false).map { String($0) }
  return [
    id, name, ascii, "Wrong,Names", lat, lon, kind[0], kind[1], country, "", admin1, admin2, "", "",
    people, "", "100", "Europe/Kyiv", "2026-01-01\n",
  ].joined(separator: "\t")
}

/// A line of `alternateNamesV2.txt`.
func alternate(_ id: String, _ name: String, _ language: String = "uk") -> String {
  "1\t\(id)\t\(language)\t\(name)\t\t\t\t\t\t\n"
}

@Test func `a dump's place has its facts, its units and its names`() throws {
  let dump = try Dump([
    "UA.txt": geoName("709354", "Torećk", ascii: "Toreck", people: "30914")
      + geoName("709716", "Donetsk Oblast", "A.ADM1", "05", "")
      + geoName("12345", "Bakhmut", "A.ADM2") + geoName("690791", "Ukraine", "A.PCLI", "00", ""),
    "alternateNamesV2.txt": alternate("709354", "Dzerzhynsk") + alternate("709354", "Торецьк")
      + alternate("999", "Nowhere"),
  ])
  let (built, gazetteer) = try dump.build()
  #expect(dump.faults(built) == [])
  let place = try #require(gazetteer.place(id: "gn:709354"))
  #expect(gazetteer.name(of: place) == "Torećk")
  #expect(gazetteer.coordinates(of: place) == Coordinates(longitude: 37.8, latitude: 48.4))
  #expect(gazetteer.feature(of: place) == .town)
  #expect(gazetteer.population(of: place) == 30914)
  #expect(gazetteer.country(of: place) == gazetteer.place(id: "gn:690791"))
  #expect(gazetteer.admin1(of: place) == gazetteer.place(id: "gn:709716"))
  #expect(gazetteer.admin2(of: place) == gazetteer.place(id: "gn:12345"))
  #expect(gazetteer.admin2Name(of: place) == "Bakhmut")
  let found = ["Toreck", "торецьк", "Dzerzhynsk", "Wrong", "Nowhere"].map(gazetteer.ids)
  #expect(found == [["gn:709354"], ["gn:709354"], ["gn:709354"], [], []])
  #expect(gazetteer.candidates("toreck").map(\.isPrimary) == [true])
  #expect(gazetteer.box(of: try #require(gazetteer.place(id: "gn:709716")))?.west == 37.7)
}

@Test(
  arguments: [
    ("A.PCLI", "0", .country), ("A.PCLD", "0", .country), ("A.ADM1", "0", .admin1),
    ("A.ADM2", "0", .admin2), ("A.ADM3", "0", nil), ("A.ADM1H", "0", nil), ("P.PPLC", "5", .city),
    ("P.PPL", "100000", .city), ("P.PPL", "99999", .town), ("P.PPLA", "10000", .town),
    ("P.PPL", "9999", .village), ("P.PPLQ", "0", .village), ("P.PPLX", "100000", .neighbourhood),
    ("P.PPLH", "0", nil), ("L.RGN", "0", .region), ("L.CONT", "0", .continent),
    ("L.PRK", "0", nil), ("L.MILB", "0", .spot), ("T.MT", "0", .mountain), ("T.ISL", "0", .island),
    ("T.DSRT", "0", .desert), ("T.HLL", "0", nil), ("H.SEA", "0", .sea), ("H.LK", "0", .lake),
    ("H.STM", "0", .river), ("S.AIRB", "0", .spot), ("S.SCH", "0", nil), ("R.RD", "0", nil),
    ("X.PPL", "0", nil), ("P.", "0", nil),
  ] as [(String, String, Feature?)])
func `a class is taken as what it is, or left out`(
  kind: String, people: String, expected: Feature?
) throws {
  let wanted = geoName("1", "One", kind, people: people)
  let dump = try Dump(["UA.txt": wanted + geoName("2", "Two")])
  let (built, gazetteer) = try dump.build()
  #expect(dump.faults(built) == [])
  #expect(gazetteer.place(id: "gn:1").map(gazetteer.feature) == expected)
}

@Test(arguments: [
  ("uk", true), ("", true), ("abbr", true), ("zh-Hant", true), ("link", false), ("post", false),
  ("wkdt", false), ("unlc", false), ("iata", false), ("icao", false), ("faac", false),
])
func `a name whose language is that of a code is left out`(language: String, isTaken: Bool) throws {
  let dump = try Dump(["alternateNamesV2.txt": alternate("709354", "Other Name", language)])
  let (_, gazetteer) = try dump.build()
  #expect(gazetteer.ids("Other Name") == (isTaken ? ["gn:709354"] : []))
}

@Test func `an abbreviation counts in its very spelling`() throws {
  let dump = try Dump(["alternateNamesV2.txt": alternate("709354", "TO", "abbr")])
  let (_, gazetteer) = try dump.build()
  #expect(gazetteer.ids("TO") == ["gn:709354"])
  #expect(gazetteer.ids("to") == [])
}

@Test func `names come for the places of the countries' files, not for others`() throws {
  let dump = try Dump(["alternateNamesV2.txt": alternate("7", "New") + alternate("709354", "Newer")]
  )
  let (_, gazetteer) = try dump.build([
    line("gn:7", "Seven"), line("gn:709354", "Torez", is: "spot"),
  ])
  #expect(gazetteer.ids("New") == [])
  #expect(gazetteer.ids("Newer") == ["gn:709354"])
  #expect(gazetteer.name(of: try #require(gazetteer.place(id: "gn:709354"))) == "Torez")
}

@Test func `names of a place that an earlier source has under another id go to that one`() throws {
  let dump = try Dump()
  let table = [line("ua:1", "Toretsk", lat: "48.41", lon: "37.8", in: "UA")]
  let (_, gazetteer) = try dump.build(table)
  #expect(gazetteer.place(id: "gn:709354") == nil)
  #expect(gazetteer.ids("Dzerzhynsk") == ["ua:1"])
}

@Test func `a unit is called as an earlier source calls it`() throws {
  let (_, gazetteer) = try Dump().build([
    line("gn:709716", "Donechchyna", in: "UA", "Donechchyna", is: "admin1")
  ])
  let place = try #require(gazetteer.place(id: "gn:709354"))
  #expect(gazetteer.admin1(of: place) == gazetteer.place(id: "gn:709716"))
}

@Test func `wrong lines of every file are named and the rest is taken`() throws {
  let dump = try Dump([
    "UA.txt": geoName("1", "One", lat: "91") + "a\tb\n" + geoName("709354", "Toretsk")
      + geoName("709354", "Again") + geoName("", "None") + geoName("3", "", people: "1")
      + geoName("4", "Four", people: "-1"),
    "alternateNamesV2.txt": "1\t709354\tuk\tToo few\n" + alternate("709354", "")
      + alternate("709354", "Right"),
    "admin1CodesASCII.txt": "UA.05\tDonetsk\n",
  ])
  let (built, gazetteer) = try dump.build()
  #expect(
    dump.faults(built) == [
      "admin1CodesASCII.txt:1: a line has 4 columns, tabs between them",
      "UA.txt:1: lat is degrees from -90 to 90",
      "UA.txt:2: a line has 19 columns, tabs between them",
      "UA.txt:4: an id stands once", "UA.txt:5: geonameid is a number",
      "UA.txt:6: a name is 1 to 1000 bytes",
      "UA.txt:7: population is a whole number up to 4294967295",
      "alternateNamesV2.txt:1: a line has 10 columns, tabs between them",
      "alternateNamesV2.txt:2: a name is 1 to 1000 bytes",
    ])
  #expect(gazetteer.ids("Right") == ["gn:709354"])
  #expect(gazetteer.count == 1)
}

@Test func `all countries go before single ones, which are read one after the other`() throws {
  let several = try Dump(["FR.txt": geoName("2", "Paris", in: "FR")])
  #expect(try several.build().1.count == 2)
  let all = try Dump(["allCountries.txt": geoName("3", "Three"), "no-country.txt": "text"])
  #expect(try all.build().1.ids("Three") == ["gn:3"])
  #expect(try all.build().1.count == 1)
}

@Test(
  arguments: [
    (["UA.txt": nil], ": there is neither allCountries.txt nor a country's file such as UA.txt"),
    (["UA.txt": ""], "/UA.txt: the table has no place"),
    (["UA.txt": geoName("1", "Road", "R.RD")], "/UA.txt: the table has no place"),
    (["FR.txt": ""], "/FR.txt: the table has no place"),
    (["alternateNamesV2.txt": nil], "/alternateNamesV2.txt: No such file or directory"),
    (["alternateNamesV2.txt": ""], "/alternateNamesV2.txt: there is no line that can be read"),
    (["admin1CodesASCII.txt": nil], "/admin1CodesASCII.txt: No such file or directory"),
    (["admin2Codes.txt": nil], "/admin2Codes.txt: No such file or directory"),
    (["admin2Codes.txt": ""], "/admin2Codes.txt: there is no line that can be read"),
  ] as [([String: String?], String)])
func `a file that is missing or empty is an error that names it`(
  files: [String: String?], message: String
) throws {
  let dump = try Dump(files)
  let error = #expect(throws: TableError.self) { try dump.build() }
  #expect(
    error?.description.hasSuffix(dump.path + message) == true, "\(error.map { "\($0)" } ?? "")")
}

@Test func `a folder that is not there is an error that names it`() throws {
  let sources = GazetteerSources(tables: [], geoNames: ["/none"])
  let error = #expect(throws: TableError.self) { try GazetteerBuilder.build(sources) }
  #expect(error?.description == "open /none: No such file or directory")
}

@Test func `the user's places stand over a dump's`() throws {
  let (_, gazetteer) = try Dump().build(places: [change("gn:709354", name: "Mine", is: "city")])
  let place = try #require(gazetteer.place(id: "gn:709354"))
  #expect(gazetteer.name(of: place) == "Mine")
  #expect(gazetteer.candidates("Toretsk").map(\.isPrimary) == [false])
  #expect(gazetteer.ids("Dzerzhynsk") == ["gn:709354"])
}
