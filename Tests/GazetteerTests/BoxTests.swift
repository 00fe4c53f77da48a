// The boxes of countries and units, given or made from the places in them.

import Gazetteer
import TestSupport
import Testing

private let land = line("land", "Ruritania", lat: "80", lon: "100", in: "RU", is: "country")

private func town(_ id: Int, _ longitude: Double, _ latitude: Double) -> String {
  line("t\(id)", "Town", lat: "\(latitude)", lon: "\(longitude)", in: "RU", is: "town")
}

private func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> Box? {
  Box(west: west, south: south, east: east, north: north)
}

@Test(
  arguments: [
    ([(10, 50)], box(9.9, 49.9, 10.1, 50.1)),
    ([(10, 50), (12, 45)], box(9.9, 44.9, 12.1, 50.1)),
    ([(-10, 0), (10, 0)], box(-10.1, -0.1, 10.1, 0.1)),
    ([(179, 0), (-179, 0)], box(178.9, -0.1, -178.9, 0.1)),
    ([(172, 0), (-157, 4), (-179, -2)], box(171.9, -2.1, -156.9, 4.1)),
    ([(20, 0), (90, 0), (-170, 0)], box(19.9, -0.1, -169.9, 0.1)),
    ([(180, 0), (-180, 0)], box(179.9, -0.1, -179.9, 0.1)),
    ([(-180, 0), (-170, 0)], box(179.9, -0.1, -169.9, 0.1)),
    ([(0, 90), (0, -90)], box(-0.1, -90, 0.1, 90)),
    ([(90, 0), (-90, 0)], box(-90.1, -0.1, 90.1, 0.1)),
  ] as [([(Double, Double)], Box?)])
func `a country's box holds its places in the shortest arc of longitude`(
  places: [(Double, Double)], expected: Box?
) throws {
  let towns = places.enumerated().map { town($0, $1.0, $1.1) }
  let table = try SmallTable([land] + towns.reversed())
  #expect(table.gazetteer.box(of: try table.place("land")) == expected)
}

@Test func `places all around the globe make a box around the globe`() throws {
  let towns = (0..<3600).map { town($0, Double($0) / 10 - 180, 0) }
  let table = try SmallTable([land] + towns)
  #expect(table.gazetteer.box(of: try table.place("land")) == box(-180, -0.1, 180, 0.1))
}

@Test func `a place counts in its country and in both of its units, a spot in none`() throws {
  let table = try SmallTable([
    land, line("north", "North March", in: "RU", is: "admin1"),
    line("vale", "Vale", in: "RU", "North March", is: "admin2"),
    line("empty", "South", in: "RU", is: "admin1"), line("rose", "The Rose", is: "region"),
    line("a", "A", lat: "10", lon: "20", in: "RU", "north march", "VALE"),
    line("b", "B", lat: "11", lon: "21", in: "RU", "North March"),
    line("c", "C", lat: "12", lon: "22", in: "RU"),
    line("d", "D", lat: "13", lon: "23", in: "RU", "North March", "Vale", is: "spot"),
    line("e", "E", lat: "14", lon: "24", in: "ZZ", "North March"),
  ])
  let boxes = try ["vale", "north", "land", "empty", "rose", "a", "d", "e"].map {
    table.gazetteer.box(of: try table.place($0))
  }
  #expect(
    boxes == [
      box(19.9, 9.9, 20.1, 10.1), box(19.9, 9.9, 21.1, 11.1), box(19.9, 9.9, 22.1, 12.1), nil, nil,
      nil, nil, nil,
    ])
}

@Test func `a box that is given stands, whatever lies in it, and the user's before the table's`()
  throws
{
  let table = try SmallTable(
    [
      line("land", "Ruritania", in: "RU", is: "country", box: "170,-1.5,-160,2"), town(1, 10, 50),
      line("rose", "The Rose", is: "region", box: "1,2,3,4"),
      line("sea", "The Sea", is: "sea", box: ""), line("town", "Strelsau", box: "0,0,0.123456,1"),
    ],
    places: [change("rose", box: "-180,-90,180,90"), change("sea", box: "5,6,7,8")])
  #expect(table.faults == [])
  let boxes = try ["land", "rose", "sea", "town"].map { id in
    table.gazetteer.box(of: try table.place(id))
  }
  #expect(
    boxes == [
      box(170, -1.5, -160, 2), box(-180, -90, 180, 90), box(5, 6, 7, 8), box(0, 0, 0.12346, 1),
    ])
}

@Test(arguments: 0..<20 as Range<UInt64>)
func `every box is the least that holds its members, as trying each of them tells`(seed: UInt64)
  throws
{
  var random = SeededGenerator(seed: seed)
  let middle = Int.random(in: -180...179, using: &random)
  let reach = [1, 30, 180].randomElement(using: &random) ?? 1
  let points = (0..<Int.random(in: 1...40, using: &random)).map { _ in
    let longitude = middle + Int.random(in: -reach...reach, using: &random)
    return ((longitude + 540) % 360 - 180, Int.random(in: -89...89, using: &random))
  }
  let table = try SmallTable(
    [land] + points.enumerated().map { town($0, Double($1.0), Double($1.1)) })
  let found = try #require(table.gazetteer.box(of: try table.place("land")))
  let widths = points.map { west in points.map { ($0.0 - west.0 + 360) % 360 }.max() ?? 0 }
  let width = found.east - found.west
  #expect(
    abs((width < 0 ? width + 360 : width) - min(360, Double(widths.min() ?? 0) + 0.2)) < 1e-6,
    "seed \(seed)")
  for (longitude, latitude) in points {
    #expect(found.south < Double(latitude) && Double(latitude) < found.north, "seed \(seed)")
    #expect(found.longitudes.contains { $0.contains(Double(longitude)) }, "seed \(seed)")
  }
}

@Test(arguments: [
  ("gn:3017382", -5.2, 41.2, 9.8, 51.3), ("gn:690791", 22.0, 44.2, 40.4, 52.5),
  ("gn:6252001", 172.4, 18.8, -66.7, 71.6), ("gn:2017370", 19.5, 41.0, -168.9, 81.0),
  ("gn:2453866", -12.4, 10.0, 4.4, 25.1), ("gn:4736286", -106.8, 25.7, -93.4, 36.7),
  ("gn:709716", 36.4, 46.7, 39.2, 49.4), ("gn:2186224", 166.3, -47.4, -175.9, -34.0),
  ("gn:4030945", 169.4, -4.8, -150.1, 4.8), ("gn:3895114", -109.6, -56.2, -66.3, -17.3),
])
func `known countries and units lie within what the map shows, and fill most of it`(
  id: String, west: Double, south: Double, east: Double, north: Double
) throws {
  let gazetteer = try shippedGazetteer()
  let place = try #require(gazetteer.place(id: id))
  let found = try #require(gazetteer.box(of: place), "\(gazetteer.name(of: place))")
  let width = (east - west + 360).truncatingRemainder(dividingBy: 360)
  let foundWidth = (found.east - found.west + 360).truncatingRemainder(dividingBy: 360)
  #expect(found.south >= south && found.north <= north, "\(gazetteer.name(of: place)): \(found)")
  #expect((found.west - west + 360).truncatingRemainder(dividingBy: 360) <= width - foundWidth)
  #expect(found.north - found.south >= 0.7 * (north - south), "\(gazetteer.name(of: place))")
  #expect(foundWidth >= 0.6 * width, "\(gazetteer.name(of: place))")
}
