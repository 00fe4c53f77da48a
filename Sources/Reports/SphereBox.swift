// How far a box is from a point.

import Gazetteer

/// A box on the sphere, with what its distance from a point needs.
struct SphereBox: Sendable {
  let box: Box
  /// Where the equator crosses the meridians of its sides.
  private let west: SpherePoint
  private let east: SpherePoint
  /// Where meridian 0 crosses its parallels.
  private let south: SpherePoint
  private let north: SpherePoint

  init(_ box: Box) {
    self.box = box
    west = SpherePoint(Coordinates(longitude: box.west, latitude: 0))
    east = SpherePoint(Coordinates(longitude: box.east, latitude: 0))
    south = SpherePoint(Coordinates(longitude: 0, latitude: box.south))
    north = SpherePoint(Coordinates(longitude: 0, latitude: box.north))
  }

  /// The square of the straight line to the nearest point of the box. On each parallel the nearest
  /// is that of the meridian nearest in longitude, so that it lies on the point's own meridian, or
  /// else on one of the two sides. Exact on a sphere, at the poles and the antimeridian too.
  func squaredChord(to point: MeridianPoint) -> Double {
    box.covers(longitude: point.longitude)
      ? squaredChord(to: point.sphere, along: point.meridian)
      : min(
        squaredChord(to: point.sphere, along: west), squaredChord(to: point.sphere, along: east))
  }

  /// The same for what the box has of one meridian: its point nearest to the foot of the perpendicular.
  private func squaredChord(to point: SpherePoint, along meridian: SpherePoint) -> Double {
    // In the meridian's plane: towards the equator, and towards the pole.
    let (outwards, upwards) = (meridian.x * point.x + meridian.y * point.y, point.z)
    let isFootThere =
      outwards >= 0 && upwards * south.x >= outwards * south.z
      && upwards * north.x <= outwards * north.z
    if !isFootThere {
      return min(
        point.squaredChord(to: south.turned(to: meridian)),
        point.squaredChord(to: north.turned(to: meridian)))
    }
    let across = meridian.x * point.y - meridian.y * point.x
    let square = across * across
    // How much nearer than 1 the foot is to the centre of the sphere.
    let short = square / (1 + (outwards * outwards + upwards * upwards).squareRoot())
    return square + short * short
  }
}

/// A point from which distances to boxes are taken.
struct MeridianPoint {
  let longitude: Double
  let sphere: SpherePoint
  /// Where the equator crosses its meridian.
  let meridian: SpherePoint

  init(_ point: Coordinates) {
    longitude = point.longitude
    sphere = SpherePoint(point)
    meridian = SpherePoint(Coordinates(longitude: point.longitude, latitude: 0))
  }
}

extension SpherePoint {
  /// The point of meridian 0, on another one at the same latitude.
  fileprivate func turned(to meridian: SpherePoint) -> SpherePoint {
    SpherePoint(x: x * meridian.x, y: x * meridian.y, z: z)
  }
}
