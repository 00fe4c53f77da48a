// What boxes have in common.

import Gazetteer

extension Box {
  /// Nothing but a point; nil for none of the globe.
  init?(at point: Coordinates) {
    self.init(
      west: point.longitude, south: point.latitude, east: point.longitude, north: point.latitude)
  }

  /// Whether they have a point in common, in degrees: at a pole, where all meridians meet, boxes of
  /// other longitudes have not.
  func meets(_ other: Box) -> Bool {
    south <= other.north && other.south <= north
      && (covers(longitude: other.west) || other.covers(longitude: west))
  }

  /// Whether a meridian runs through it; the antimeridian has two numbers.
  func covers(longitude: Double) -> Bool {
    if abs(longitude) == 180 { return east == 180 || west == -180 || west > east }
    return west <= east ? west...east ~= longitude : longitude >= west || longitude <= east
  }
}
