// The places of an image on their way into it, in the order in which they came.

struct RowColumns {
  private(set) var ids = TextBlock()
  private(set) var names = TextBlock()
  private(set) var latitudes: [Int32] = []
  private(set) var longitudes: [Int32] = []
  private(set) var countries: [UInt16] = []
  private(set) var features: [Feature] = []
  private var flags: [UInt8] = []
  private(set) var populations: [UInt32] = []
  private(set) var units: [UInt32] = []
  /// Those that the table gives, by row.
  private(set) var boxes: [Int: Box] = [:]

  var count: Int { units.count }

  mutating func add(_ place: PlaceRecord, unit: UInt32) {
    boxes[count] = place.box
    ids.append(place.id.utf8)
    names.append(place.name)
    latitudes.append(place.latitude)
    longitudes.append(place.longitude)
    countries.append(place.country.code)
    features.append(place.feature)
    flags.append(place.flags)
    populations.append(place.population)
    units.append(unit)
  }

  /// The rows in the order of their ids.
  func orderByID() -> [Int] {
    let ids = ids
    return (0..<count).sorted { ids[$0].lexicographicallyPrecedes(ids[$1]) }
  }

  /// The rows in the order of their longitudes.
  var fromWestToEast: [Int] {
    let keys = longitudes.enumerated().map {
      UInt64(UInt32(bitPattern: $1) ^ 1 << 31) << 32 | UInt64($0)
    }
    return keys.sorted().map { Int($0 & 0xFFFF_FFFF) }
  }

  /// Writes all columns in an order, with the pool's texts behind the ids and names.
  func write(_ order: [Int], _ pool: TextBlock, to image: inout ImageWriter) {
    var all = TextBlock()
    for row in order { all.append(ids[row]) }
    for row in order { all.append(names[row]) }
    for index in 0..<pool.count { all.append(pool[index]) }
    image.add(.strings, all.bytes)
    image.add(.ids, Array(all.starts[0...count]))
    image.add(.names, Array(all.starts[count...(2 * count)]))
    image.add(.texts, Array(all.starts[(2 * count)...]))
    image.add(.latitudes, order.map { latitudes[$0] })
    image.add(.longitudes, order.map { longitudes[$0] })
    image.add(.countries, order.map { countries[$0] })
    image.add(.features, order.map { UInt8(features[$0].code) })
    image.add(.flags, order.map { flags[$0] })
    image.add(.populations, order.map { populations[$0] })
    image.add(.units, order.map { units[$0] })
  }
}
