// A rectangle of longitudes and latitudes.

/// A box as GeoJSON has it (RFC 7946 section 5): its western side may lie east of its eastern one,
/// and then it crosses the antimeridian. Degrees; the sides belong to it.
package struct Box: Equatable, Sendable {
  package let west: Double
  package let south: Double
  package let east: Double
  package let north: Double

  /// Nil for corners that are not on the globe, or a southern side north of the northern one.
  package init?(west: Double, south: Double, east: Double, north: Double) {
    let corners = [(west, south), (east, north)].map { Coordinates(longitude: $0, latitude: $1) }
    guard corners.allSatisfy(\.isOnGlobe), south <= north else { return nil }
    self.west = west
    self.south = south
    self.east = east
    self.north = north
  }

  /// The longitudes that it covers: two stretches where it crosses the antimeridian, which has two
  /// numbers, or ends at it.
  package var longitudes: [ClosedRange<Double>] {
    if west > east { return [west...180, -180...east] }
    let edges: [ClosedRange<Double>] =
      (east == 180 && west > -180 ? [-180...(-180)] : [])
      + (west == -180 && east < 180 ? [180...180] : [])
    return [west...east] + edges
  }
}
