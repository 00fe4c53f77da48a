// Boxes that meet, and how far they are from a point.

import Gazetteer
import TestSupport
import Testing

@testable import Reports

private func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) throws -> Box {
  try #require(Box(west: west, south: south, east: east, north: north))
}

@Test(
  arguments: [
    ([0, 0, 10, 10], [5, 5, 15, 15], true), ([0, 0, 10, 10], [10, 10, 20, 20], true),
    ([0, 0, 10, 10], [11, 0, 20, 10], false), ([0, 0, 10, 10], [0, 11, 10, 20], false),
    ([0, 0, 10, 10], [2, 2, 3, 3], true), ([-180, -90, 180, 90], [7, 7, 7, 7], true),
    ([170, 0, -170, 10], [175, 5, 178, 6], true), ([170, 0, -170, 10], [-175, 5, -172, 6], true),
    ([170, 0, -170, 10], [-160, 5, 160, 6], false), ([170, 0, -170, 10], [160, 0, -175, 1], true),
    ([170, 0, -170, 10], [-171, 0, 171, 1], true), ([170, 0, 180, 10], [-180, 0, -170, 10], true),
    ([170, 0, 180, 10], [-179.9, 0, -170, 10], false),
    ([180, 0, 180, 0], [-180, 0, -180, 0], true),
    ([160, 0, -180, 10], [-180, 0, -170, 10], true),
    ([180, 0, -170, 10], [160, 0, 180, 10], true),
  ] as [([Double], [Double], Bool)])
func `boxes meet where they have a point in common`(
  one: [Double], other: [Double], expected: Bool
) throws {
  let boxes = try [one, other].map { try box($0[0], $0[1], $0[2], $0[3]) }
  #expect(boxes[0].meets(boxes[1]) == expected)
  #expect(boxes[1].meets(boxes[0]) == expected)
}

/// Kilometres from a point to a box; each degree of a great circle is 111.19508.
@Test(
  arguments: [
    ([5, 5], [0, 0, 10, 10], 0), ([5, 12], [0, 0, 10, 10], 2), ([5, -3], [0, 0, 10, 10], 3),
    ([12, 0], [0, -10, 10, 10], 2), ([-179, 0], [170, -10, 179, 10], 2),
    ([179, 0], [-178, -10, -170, 10], 3), ([-180, 0], [175, -1, 180, 1], 0),
    // The nearest way to a side leads poleward, over a pole, and not past its end.
    ([90, 60], [0, -10, 0, 90], 30), ([100, 89], [-80, 80, -80, 88], 3),
    ([100, 89], [0, 80, 10, 90], 1), ([77, 90], [0, 10, 10, 20], 70),
    ([0, -90], [5, -90, 6, -80], 0),
    ([180, 0], [-1, 0, 1, 0], 179), ([0, 0], [-180, -90, 180, 90], 0),
  ] as [([Double], [Double], Double)])
func `a box is as far as its nearest point`(
  point: [Double], sides: [Double], degrees: Double
) throws {
  let center = Coordinates(longitude: point[0], latitude: point[1])
  let sphereBox = SphereBox(try box(sides[0], sides[1], sides[2], sides[3]))
  let square = sphereBox.squaredChord(to: MeridianPoint(center))
  let kilometres = degrees * 6371.0088 * .pi / 180
  let nearly = try #require(Circle(center: center, kilometres: max(1e-6, kilometres + 0.001)))
  #expect(square <= nearly.squaredChord)
  if degrees > 0 {
    let short = try #require(Circle(center: center, kilometres: kilometres - 0.001))
    #expect(square > short.squaredChord)
  }
}

/// A box of any size, half of the wide ones over the antimeridian.
private func someBox(_ random: inout SeededGenerator) throws -> Box {
  let widths: [Double] = [0.5, 20, 350]
  let width = widths[Int.random(in: 0..<3, using: &random)]
  let west = Double.random(in: -180...180, using: &random)
  let east = west + Double.random(in: 0...width, using: &random)
  let one = Double.random(in: -90...90, using: &random)
  let other = Double.random(in: -90...90, using: &random)
  return try box(
    west, min(one, other), east > 180 ? east - 360 : east, max(one, other))
}

/// Points in rows and columns over a box.
private func lattice(over box: Box, steps: Int) -> [Coordinates] {
  let across = (box.unwrappedEast - box.west) / Double(steps)
  let along = (box.north - box.south) / Double(steps)
  return (0...steps).flatMap { column in
    (0...steps).map { row in
      Coordinates(
        longitude: box.west + Double(column) * across, latitude: box.south + Double(row) * along)
    }
  }
}

/// The oracle of the circles is held to what can be seen.
@Test(arguments: 1...8 as ClosedRange<UInt64>)
func `no point of a box is nearer than the box, and some point is as near`(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let globe = try SmallGlobe()
  for _ in 0..<30 {
    let box = try someBox(&random)
    let center = Coordinates(
      longitude: .random(in: -180...180, using: &random),
      latitude: .random(in: -90...90, using: &random))
    let told = globe.distance(center, box)
    let nearest = lattice(over: box, steps: 100).map { globe.distance(center, $0) }.min() ?? 0
    let step = 111.2 * (box.unwrappedEast - box.west + box.north - box.south) / 200
    let why: Comment = "seed \(seed): \(center), \(box)"
    #expect(told <= nearest + 1e-6, why)
    #expect(nearest <= told + step, why)
  }
}
