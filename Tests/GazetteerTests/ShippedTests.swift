// What the gazetteer that comes with the program knows.

import Gazetteer
import TestSupport
import Testing

@Test(arguments: [
  ("Toretsk", "gn:709354"), ("Donetsk region", "gn:709716"), ("U.S.", "gn:6252001"),
  ("US", "gn:6252001"), ("ТОРЕЦЬК", "gn:709354"), ("Ukraine", "gn:690791"),
  ("the United States", "gn:6252001"),
])
func `a name finds its place first`(name: String, id: String) throws {
  #expect(try shippedGazetteer().ids(name).first == id)
}

@Test func `a place keeps its former name`() throws {
  #expect(try shippedGazetteer().ids("Dzerzhynsk").contains("gn:709354"))
}

@Test func `many places are called Druzhba, in any romanisation`() throws {
  let gazetteer = try shippedGazetteer()
  #expect(gazetteer.ids("Droujba").count >= 17)
  #expect(gazetteer.ids("Pivdenne").count >= 9)
}

@Test func `Kursk alone is the city`() throws {
  let gazetteer = try shippedGazetteer()
  let kursk = try #require(gazetteer.candidates("Kursk").first)
  #expect(gazetteer.feature(of: kursk.place) == .city)
  #expect(gazetteer.countryCode(of: kursk.place).letters == "RU")
}

@Test(arguments: ["us", "in", "or", "me", "man", "it"])
func `a word is no country and no state`(word: String) throws {
  let gazetteer = try shippedGazetteer()
  let features = gazetteer.candidates(word).map { gazetteer.feature(of: $0.place) }
  #expect(!features.contains(.country) && !features.contains(.admin1))
}

@Test func `a place knows where it lies`() throws {
  let gazetteer = try shippedGazetteer()
  let toretsk = try #require(gazetteer.place(id: "gn:709354"))
  #expect(gazetteer.name(of: toretsk) == "Toretsk")
  #expect(gazetteer.country(of: toretsk) == gazetteer.place(id: "gn:690791"))
  #expect(gazetteer.admin1(of: toretsk) == gazetteer.place(id: "gn:709716"))
  #expect(gazetteer.admin1Name(of: toretsk) == "Donetsk Oblast")
  #expect(abs(gazetteer.coordinates(of: toretsk).latitude - 48.4) < 0.1)
  #expect(gazetteer.population(of: toretsk) > 10_000)
  #expect(gazetteer.feature(of: toretsk).isPopulated)
}

@Test func `what has an extent and no members has a box, which holds its point`() throws {
  let gazetteer = try shippedGazetteer()
  let features: Set<Feature> = [.continent, .region, .sea, .desert, .island, .mountain, .river]
  let places = (0..<UInt32(gazetteer.count)).map { Place(row: $0) }
    .filter { features.contains(gazetteer.feature(of: $0)) }
  #expect(places.count > 700)
  for place in places {
    let (point, id) = (gazetteer.coordinates(of: place), gazetteer.id(of: place))
    let box = try #require(gazetteer.box(of: place), "\(id)")
    #expect(box.south...box.north ~= point.latitude, "\(id)")
    #expect(box.longitudes.contains { $0 ~= point.longitude }, "\(id)")
    #expect(box.north - box.south >= 0.099, "\(id)")
  }
}
