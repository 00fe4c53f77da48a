// Who goes first among the places that bear one name, and which spellings count.

import Gazetteer
import TestSupport
import Testing

@Test func `candidates stand by country, first name, class, population and id`() throws {
  let lines = [
    line("h", "Avon", is: "village", people: "100"),
    line("g", "Avon", is: "village", people: "100"),
    line("x", "Avon", is: "village", people: "101"),
    line("e", "Avon", is: "city"),
    line("d", "Avon Province", also: "Avon", is: "admin1", people: "9000000"),
    line("c", "Dominion", also: "Avon", is: "country"),
    line("b", "Old World", also: "Avon", is: "continent"),
    line("a", "Avon", is: "other", people: "4000000000"),
  ]
  #expect(try SmallTable(lines).gazetteer.ids("Avon") == ["c", "b", "e", "x", "g", "h", "a", "d"])
  #expect(try SmallTable(lines.reversed()).gazetteer.ids("aVON").first == "c")
}

@Test func `the classes go before each other as they are listed`() throws {
  let order: [Feature] = [
    .country, .continent, .admin1, .city, .sea, .region, .town, .admin2, .settlement, .village,
    .neighbourhood, .island, .desert, .mountain, .river, .lake, .spot, .other,
  ]
  #expect(Set(order) == Set(Feature.allCases))
  let lines = order.reversed().map { line("id-\($0)", "Avon", is: $0.rawValue) }
  #expect(try SmallTable(lines).gazetteer.ids("Avon") == order.map { "id-\($0)" })
  #expect(order.map(\.precedence) == order.indices.map { UInt8($0) })
}

@Test func `a candidate tells whether the name is its first one`() throws {
  let gazetteer = try SmallTable([
    line("a", "Łódź", ascii: "Lodz", also: "Litzmannstadt|LODZ"), line("b", "Other", also: "Łódź"),
  ]).gazetteer
  let found = gazetteer.candidates("Lodz")
  #expect(found.map { gazetteer.id(of: $0.place) } == ["a", "b"])
  #expect(found.map(\.isPrimary) == [true, false])
  #expect(gazetteer.candidates("Litzmannstadt").map(\.isPrimary) == [false])
}

@Test func `a place stands once among the candidates, however often it bears the name`() throws {
  let gazetteer = try SmallTable([
    line("a", "U.S.", ascii: "US", also: "us|US|U.S.|Us.|u-s"),
    line("b", "Union", also: "US|US|U.S.|US|UN."),
  ]).gazetteer
  #expect(gazetteer.ids("US") == ["a", "b"])
  #expect(gazetteer.ids("U.S.") == ["a", "b"])
  #expect(gazetteer.ids("us") == ["a"])
}

@Test(
  arguments: [
    ("US", true), ("us", false), ("Us", false), ("U.S.", false), ("U.K.", true), ("UK", false),
    ("Ore.", true), ("Ore", false), ("ore.", false), ("ORE.", false), ("Ariz", true),
    ("NATOX", true), ("natox", true), ("США", true), ("сша", false), ("A1", true), ("a1", true),
    ("mixed", true), ("MIXED", true),
  ])
func `a short form counts in its very spelling only`(written: String, isFound: Bool) throws {
  let table = try SmallTable([
    line("a", "Somewhere Else", also: "US|U.K.|Ore.|Ariz|NATOX|США|A1|Mixed|MIXED.")
  ])
  #expect(table.gazetteer.ids(written) == (isFound ? ["a"] : []))
}

@Test func `an alternate that any spelling finds is not bound by another one`() throws {
  let table = try SmallTable([line("a", "Here", also: "ORE|ore"), line("b", "There", also: "Ore.")])
  #expect(table.gazetteer.ids("Ore") == ["a"])
  #expect(table.gazetteer.ids("ORE") == ["a"])
  #expect(table.gazetteer.ids("Ore.") == ["a", "b"])
}

@Test func `a first name is found in any spelling, however short`() throws {
  let table = try SmallTable([line("a", "US"), line("b", "Of", ascii: "OF.")])
  #expect(table.gazetteer.ids("us") == ["a"])
  #expect(table.gazetteer.ids("of") == ["b"])
}

@Test(arguments: ["", " ", "'", "...", "\u{0}", "-"])
func `what folds to nothing names nothing`(written: String) throws {
  let table = try SmallTable([line("a", "'", also: "...|-|."), line("b", "Real")])
  #expect(table.gazetteer.ids(written) == [])
  #expect(table.gazetteer.count == 2)
  #expect(table.built.names == 1)
}

@Test func `names of one hash slot, with one beginning, and with eight equal bytes are told apart`()
  throws
{
  let names = ["a", "aa", "aaaaaaaa", "aaaaaaaab", "aaaaaaaa b", "aaaaaaaac", "ab", "b"]
  let table = try SmallTable(names.map { line($0.replacing(" ", with: "_"), $0) })
  for name in names {
    #expect(table.gazetteer.ids(name) == [name.replacing(" ", with: "_")])
  }
  #expect(table.gazetteer.ids("aaaaaaa") == [])
}
