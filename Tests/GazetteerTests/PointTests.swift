// What lies where its point is.

import Gazetteer
import Testing

@Test(arguments: Feature.allCases)
func `a place where people live and a spot are at their points`(feature: Feature) throws {
  let gazetteer = try SmallTable([line("a", "Avon", is: feature.rawValue)]).gazetteer
  let place = try #require(gazetteer.place(id: "a"))
  let isPoint: [Feature] = [
    .city, .town, .settlement, .village, .neighbourhood, .spot, .other,
  ]
  #expect(gazetteer.isPoint(place) == isPoint.contains(feature))
}
