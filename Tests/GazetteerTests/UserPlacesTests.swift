// What the user's places.tsv changes.

import Gazetteer
import TestSupport
import Testing

private let strelsau = line(
  "s", "Strelsau", ascii: "Strelsow", also: "Capital", in: "RU", is: "town", people: "5")

@Test func `a line with another id adds a place`() throws {
  let table = try SmallTable([strelsau], places: ["#my places", line("my:depot", "Old Depot")])
  #expect(table.faults == [])
  #expect(table.gazetteer.count == 2)
  #expect(table.gazetteer.ids("old depot") == ["my:depot"])
}

@Test func `a line with a known id replaces what it gives, and nothing else`() throws {
  let table = try SmallTable(
    [strelsau], places: [change("s", also: "The Rose", lat: "44.5", is: "city", ref: ";approx")])
  let (gazetteer, place) = (table.gazetteer, try table.place("s"))
  #expect(gazetteer.feature(of: place) == .city)
  #expect(gazetteer.coordinates(of: place) == Coordinates(longitude: 2, latitude: 44.5))
  #expect(gazetteer.population(of: place) == 5)
  #expect(gazetteer.name(of: place) == "Strelsau")
  #expect(gazetteer.isApproximate(place))
  for name in ["Strelsau", "Strelsow", "Capital", "The Rose"] {
    #expect(gazetteer.ids(name) == ["s"], "\(name)")
  }
}

@Test func `a name that is replaced stays an alternate`() throws {
  let table = try SmallTable([strelsau], places: [change("s", name: "Rudolfsburg")])
  let gazetteer = table.gazetteer
  #expect(gazetteer.name(of: try table.place("s")) == "Rudolfsburg")
  #expect(gazetteer.candidates("Rudolfsburg").map(\.isPrimary) == [true])
  for name in ["Strelsau", "Strelsow", "Capital"] {
    #expect(gazetteer.candidates(name).map(\.isPrimary) == [false], "\(name)")
  }
}

@Test func `lines with one id go on top of each other, in the table and without it`() throws {
  let table = try SmallTable(
    [strelsau],
    places: [
      change("s", name: "One"), line("n", "New", is: "spot"), change("s", name: "Two", people: "7"),
      change("n", also: "Newer", is: "river"),
    ])
  #expect(table.faults == [])
  let (gazetteer, place) = (table.gazetteer, try table.place("s"))
  #expect(gazetteer.name(of: place) == "Two")
  #expect(gazetteer.population(of: place) == 7)
  for name in ["One", "Two", "Strelsau"] { #expect(gazetteer.ids(name) == ["s"]) }
  for name in ["New", "Newer"] { #expect(gazetteer.ids(name) == ["n"]) }
  #expect(gazetteer.feature(of: try table.place("n")) == .river)
}

@Test func `a change that would make a place wrong is named by its own line and left out`() throws {
  let table = try SmallTable(
    ["#", strelsau],
    places: ["#", "#", change("s", lat: "north"), change("s", also: "The Rose")])
  #expect(table.faults == ["places.tsv:3: lat is degrees from -90 to 90"])
  #expect(table.gazetteer.ids("The Rose") == ["s"])
  #expect(table.gazetteer.coordinates(of: try table.place("s")).latitude == 1)
}

@Test func `a wrong line of the table may be put right, and is named otherwise`() throws {
  let wrong = line("s", "Strelsau", lat: "?")
  let right = try SmallTable([wrong], places: [change("s", lat: "3")])
  #expect(right.faults == [])
  #expect(right.gazetteer.ids("Strelsau") == ["s"])
  let still = try SmallTable([wrong, line("z", "Zenda")], places: [change("s", also: "Rose")])
  #expect(still.faults == ["table.tsv:1: lat is degrees from -90 to 90"])
}

@Test func `a new place needs a name and a point`() throws {
  let table = try SmallTable([strelsau], places: [change("n", name: "New"), change("m", lat: "1")])
  #expect(
    table.faults == [
      "places.tsv:1: lat is degrees from -90 to 90", "places.tsv:2: a name is 1 to 1000 bytes",
    ])
  #expect(table.gazetteer.count == 1)
}

@Test func `a wrong line of the places is named, and the others count`() throws {
  let table = try SmallTable([strelsau], places: ["s with spaces", line("n", "New")])
  #expect(table.faults == ["places.tsv:1: \(columnsAllowed)"])
  #expect(table.gazetteer.ids("New") == ["n"])
}

@Test func `a unit that the user renames keeps what lies in it, and gives it the new name`() throws
{
  let table = try SmallTable(
    [
      line("u", "North March", in: "RU", "North March", is: "admin1"),
      line("v", "Vale", in: "RU", "North March", "Vale", is: "admin2"),
      line("t", "Strelsau", in: "RU", "North March", "Vale"),
    ], places: [change("u", name: "Northland"), change("v", name: "Dale")])
  let (gazetteer, town) = (table.gazetteer, try table.place("t"))
  #expect(gazetteer.admin1(of: town) == (try table.place("u")))
  #expect(gazetteer.admin2(of: town) == (try table.place("v")))
  #expect(gazetteer.admin1Name(of: town) == "Northland")
  #expect(gazetteer.admin2Name(of: town) == "Dale")
}

@Test func `the digest of the sources tells every change of either file`() throws {
  let folder = try Folder()
  let table = try folder.write("t.tsv", "a")
  var seen = [try GazetteerSources(tables: [table]).digest()]
  for text in ["", "b", "bc"] {
    let places = try folder.write("p.tsv", text)
    seen.append(try GazetteerSources(tables: [table], places: places).digest())
  }
  try folder.write("t.tsv", "ab")
  seen.append(try GazetteerSources(tables: [table]).digest())
  for (index, digest) in seen.enumerated() {
    #expect(!seen[..<index].contains(digest), "\(index)")
  }
}
