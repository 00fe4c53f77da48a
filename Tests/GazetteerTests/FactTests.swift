// What a place's row says, and what of it is looked up.

import Gazetteer
import TestSupport
import Testing

private let lines = [
  line("land", "Ruritania", lat: "-45.5", lon: "-120.25", in: "RU", is: "country", people: "99"),
  line("north", "North March", in: "RU", "North March", is: "admin1"),
  line("vale", "Upper Vale", in: "RU", "north-march", "Upper Vale", is: "admin2"),
  line(
    "town", "Strelsau", in: "RU", "North  March", "UPPER VALE", is: "town", people: "4294967295"),
  line("lost", "Hentzau", in: "RU", "Nowhere", "No Vale", is: "village"),
  line("bare", "Tarlenheim"),
  line("twin", "Upper Vale", in: "RU", "South", "Upper Vale", is: "admin2"),
  line("abroad", "Zenda", in: "ZZ", "North March", is: "town"),
]

@Test func `every column comes back`() throws {
  let table = try SmallTable([
    line(
      "a", "Ñame", lat: "-89.999994", lon: "179.999996", in: "UA", "Unit", "Sub", is: "river",
      people: "12", ref: "XY")
  ])
  let (gazetteer, place) = (table.gazetteer, try table.place("a"))
  #expect(gazetteer.id(of: place) == "a")
  #expect(gazetteer.name(of: place) == "Ñame")
  #expect(gazetteer.coordinates(of: place) == Coordinates(longitude: 180, latitude: -89.99999))
  #expect(gazetteer.countryCode(of: place).letters == "UA")
  #expect(gazetteer.country(of: place) == nil)
  #expect(gazetteer.admin1Name(of: place) == "Unit")
  #expect(gazetteer.admin2Name(of: place) == "Sub")
  #expect(gazetteer.admin1(of: place) == nil)
  #expect(gazetteer.feature(of: place) == .river)
  #expect(gazetteer.population(of: place) == 12)
  #expect(!gazetteer.isCentroid(place) && !gazetteer.isApproximate(place))
}

@Test func `units and countries are found by name, however it is written`() throws {
  let table = try SmallTable(lines)
  let gazetteer = table.gazetteer
  let town = try table.place("town")
  #expect(gazetteer.country(of: town) == (try table.place("land")))
  #expect(gazetteer.admin1(of: town) == (try table.place("north")))
  #expect(gazetteer.admin2(of: town) == (try table.place("vale")))
  #expect(gazetteer.admin1Name(of: town) == "North March")
  #expect(gazetteer.admin2Name(of: town) == "Upper Vale")
  #expect(gazetteer.population(of: town) == 4_294_967_295)
}

@Test(arguments: [
  ("land", "land", nil, nil), ("north", "land", "north", nil), ("vale", "land", "north", "vale"),
  ("lost", "land", nil, nil), ("bare", nil, nil, nil), ("twin", "land", nil, "twin"),
  ("abroad", nil, nil, nil),
])
func `a unit is its own, and what is not there is nil`(
  id: String, country: String?, admin1: String?, admin2: String?
) throws {
  let table = try SmallTable(lines)
  let (gazetteer, place) = (table.gazetteer, try table.place(id))
  #expect(gazetteer.country(of: place).map(gazetteer.id) == country)
  #expect(gazetteer.admin1(of: place).map(gazetteer.id) == admin1)
  #expect(gazetteer.admin2(of: place).map(gazetteer.id) == admin2)
}

@Test func `a unit that leaves its own column empty is meant itself`() throws {
  let table = try SmallTable([
    line("one", "March", in: "RU", is: "admin1"),
    line("two", "Vale", in: "RU", "March", is: "admin2"),
  ])
  let (one, two) = (try table.place("one"), try table.place("two"))
  #expect(table.gazetteer.admin1(of: one) == one)
  #expect(table.gazetteer.admin2(of: two) == two)
  #expect(table.gazetteer.admin1(of: two) == one)
}

@Test func `a place without a country, or with a code of no country, has none`() throws {
  let table = try SmallTable(lines)
  #expect(table.gazetteer.countryCode(of: try table.place("bare")).letters == "")
  #expect(table.gazetteer.countryCode(of: try table.place("abroad")).letters == "ZZ")
  #expect(table.gazetteer.country(CountryCode(code: 0xFFFF)) == nil)
  #expect(table.gazetteer.admin1Name(of: try table.place("bare")) == nil)
}

@Test(arguments: [
  ("", false, false), ("centroid", false, false), (";centroid", true, false),
  ("XY;centroid", true, false), ("XY;approx", false, true), (";approx;centroid", true, true),
  ("XY;;other;approx", false, true),
])
func `what follows the code in ref are flags`(
  reference: String, isCentroid: Bool, isApproximate: Bool
) throws {
  let table = try SmallTable([line("a", "A", ref: reference)])
  let place = try table.place("a")
  #expect(table.gazetteer.isCentroid(place) == isCentroid)
  #expect(table.gazetteer.isApproximate(place) == isApproximate)
}

@Test(arguments: Feature.allCases)
func `every class comes back`(feature: Feature) throws {
  let table = try SmallTable([line("a", "A", is: feature.rawValue)])
  #expect(table.gazetteer.feature(of: try table.place("a")) == feature)
}

@Test(arguments: ["volcano", "City", "", "city "])
func `a class that is not known is other`(word: String) throws {
  let table = try SmallTable([line("a", "A", is: word)])
  #expect(table.gazetteer.feature(of: try table.place("a")) == .other)
  #expect(table.faults == [])
}

@Test(arguments: [0, 1, 2, 3, 31, 100])
func `every id is found, and none that is not there`(count: Int) throws {
  let ids = (0..<count).map { "id\($0 * 3)" }
  let gazetteer = try SmallTable(ids.map { line($0, "A") } + [line("é", "B")]).gazetteer
  for id in ids {
    let place = try #require(gazetteer.place(id: id))
    #expect(gazetteer.id(of: place) == id)
  }
  for id in ["", "id", "id1", "id00", "id0 ", "ID0", "zz", "a", "id299", "e\u{301}"] {
    #expect(gazetteer.place(id: id) == nil, "\(id)")
  }
  #expect(gazetteer.place(id: "é") != nil)
}

@Test func `an empty gazetteer knows nothing`() {
  let gazetteer = Gazetteer()
  #expect(gazetteer.count == 0)
  #expect(gazetteer.nameCount == 0)
  #expect(gazetteer.ids("Avon") == [])
  #expect(gazetteer.place(id: "a") == nil)
  #expect(gazetteer.country(CountryCode(code: 0x5541)) == nil)
}
