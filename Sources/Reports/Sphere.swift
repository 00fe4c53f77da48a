// Distances on the globe.

package import Gazetteer

/// A point on a sphere of radius 1.
struct SpherePoint: Sendable {
  let x: Double
  let y: Double
  let z: Double

  init(_ point: Coordinates) {
    let (latitude, longitude) = (point.latitude * .pi / 180, point.longitude * .pi / 180)
    x = cosine(latitude) * cosine(longitude)
    y = cosine(latitude) * sine(longitude)
    z = sine(latitude)
  }

  init(x: Double, y: Double, z: Double) {
    self.x = x
    self.y = y
    self.z = z
  }

  /// The square of the straight line to another point.
  func squaredChord(to other: SpherePoint) -> Double {
    let (dx, dy, dz) = (x - other.x, y - other.y, z - other.z)
    return dx * dx + dy * dy + dz * dz
  }
}

/// All points within a great-circle distance of one.
package struct Circle: Equatable, Sendable {
  package let center: Coordinates
  package let kilometres: Double

  /// The mean radius of the earth (IUGG), kilometres.
  private static let earth = 6371.0088
  /// Half the equator (WGS 84), which no two points are farther apart than.
  package static let farthest = 20037.5

  /// Nil for a radius that is not above 0 and at most `farthest`, and for no point of the globe.
  package init?(center: Coordinates, kilometres: Double) {
    guard kilometres > 0, kilometres <= Self.farthest, center.isOnGlobe else { return nil }
    self.center = center
    self.kilometres = kilometres
  }

  /// The square of the chord of the radius; without bound for the whole globe, where rounding would
  /// leave out its far end.
  var squaredChord: Double {
    let angle = kilometres / Self.earth
    if angle >= .pi { return .infinity }
    let half = sine(angle / 2)
    return 4 * half * half
  }
}

/// The sine of an angle of at most a turn, by its series up to the seventeenth power: exact to 10⁻¹²
/// after the angle has been brought into a quarter of the circle.
func sine(_ radians: Double) -> Double {
  var angle = radians
  if angle > .pi { angle -= 2 * .pi } else if angle < -.pi { angle += 2 * .pi }
  if angle > .pi / 2 { angle = .pi - angle } else if angle < -.pi / 2 { angle = -.pi - angle }
  var (term, sum) = (angle, angle)
  for power in stride(from: 3.0, through: 17, by: 2) {
    term *= -angle * angle / (power * (power - 1))
    sum += term
  }
  return sum
}

func cosine(_ radians: Double) -> Double { sine(radians + .pi / 2) }
