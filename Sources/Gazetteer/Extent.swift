// The least box around points.

/// Numbers are 1e-5 degrees.
struct Extent {
  private static let turn: Int32 = 360_00000
  /// A tenth of a degree, about 11 km: the points are the middles of towns that lie inside.
  private static let margin: Int32 = 10000

  private let first: Int32
  private var last: Int32
  private var south: Int32
  private var north: Int32
  /// The widest stretch of longitude without a point, and where it ends.
  private var gap: (width: Int32, end: Int32)

  init(longitude: Int32, latitude: Int32) {
    (first, last) = (longitude, longitude)
    (south, north) = (latitude, latitude)
    gap = (0, longitude)
  }

  /// Takes in a point that lies no farther west than the last one.
  mutating func add(longitude: Int32, latitude: Int32) {
    if longitude - last > gap.width { gap = (longitude - last, longitude) }
    last = longitude
    south = min(south, latitude)
    north = max(north, latitude)
  }

  /// The shortest arc that holds all longitudes, and the latitudes, with a margin all around.
  var box: Box? {
    let acrossEnds = first + Self.turn - last
    let widest = max(gap.width, acrossEnds)
    let isWhole = widest <= 2 * Self.margin
    let west = acrossEnds >= gap.width ? first : gap.end
    let east = west - widest
    return Box(
      west: isWhole ? -180 : Self.degrees(longitude: west - Self.margin),
      south: Double(max(-90_00000, south - Self.margin)) / 1e5,
      east: isWhole ? 180 : Self.degrees(longitude: east + Self.margin),
      north: Double(min(90_00000, north + Self.margin)) / 1e5)
  }

  private static func degrees(longitude: Int32) -> Double {
    let turns: Int32 = longitude < -turn / 2 ? 1 : longitude > turn / 2 ? -1 : 0
    return Double(longitude + turns * turn) / 1e5
  }
}

extension Box {
  /// West, south, east, north, 1e-5 degrees.
  var hundredThousandths: [Int32] {
    [west, south, east, north].map { Int32(($0 * 1e5).rounded()) }
  }
}
