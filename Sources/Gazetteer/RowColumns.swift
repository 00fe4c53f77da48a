// The places of an image on their way into it, in the order in which they came.

import Platform

/// Facts by row: 50 bytes a row beside its id and its name.
struct RowColumns {
  /// Ids by number: those of the rows, and those that stand for the same places.
  private var ids = TextTable()
  private var rowsOfIDs: [UInt32] = []
  private var idsOfRows: [UInt32] = []
  private(set) var names = TextBlock()
  private(set) var latitudes: [Int32] = []
  private(set) var longitudes: [Int32] = []
  private(set) var countries: [UInt16] = []
  private(set) var features: [Feature] = []
  private var flags: [UInt8] = []
  private(set) var populations: [UInt32] = []
  private(set) var units: [UInt32] = []
  /// Those that the sources give, by row.
  private(set) var boxes: [Int: Box] = [:]

  var count: Int { units.count }

  /// The row of the place with an id.
  func row(id: ArraySlice<UInt8>) -> Int? { ids.number(of: id).map { Int(rowsOfIDs[Int($0)]) } }

  mutating func add(_ place: PlaceRecord, unit: UInt32) {
    boxes[count] = place.box
    idsOfRows.append(ids.add(place.id))
    rowsOfIDs.append(UInt32(count))
    names.append(place.name)
    latitudes.append(place.latitude)
    longitudes.append(place.longitude)
    countries.append(place.country.code)
    features.append(place.feature)
    flags.append(place.flags)
    populations.append(place.population)
    units.append(unit)
  }

  func isApproximate(_ row: Int) -> Bool { flags[row] & PlaceFlags.approximate != 0 }

  /// Takes the place's point where the row's is only approximate and the place's is not.
  mutating func settle(_ row: Int, at place: PlaceRecord) {
    if !isApproximate(row) || place.flags & PlaceFlags.approximate != 0 { return }
    latitudes[row] = place.latitude
    longitudes[row] = place.longitude
    flags[row] = place.flags
  }

  /// Has another id stand for a row.
  mutating func add(id: ArraySlice<UInt8>, of row: Int) {
    _ = ids.add(id)
    rowsOfIDs.append(UInt32(row))
  }

  /// Fills what is empty.
  mutating func fill(_ row: Int, with place: PlaceRecord, unit: UInt32) {
    settle(row, at: place)
    if countries[row] == 0 { countries[row] = place.country.code }
    if features[row] == .other { features[row] = place.feature }
    if populations[row] == 0 { populations[row] = place.population }
    if boxes[row] == nil { boxes[row] = place.box }
    units[row] = unit
  }

  /// The rows in the order of their ids.
  func orderByID() -> [UInt32] {
    let ids = ids.block
    var keys = idsOfRows.enumerated().map { row, id in
      (prefix: NameEntry.prefix(ids[Int(id)].span), row: UInt32(row), id: id)
    }
    keys.sort { left, right in
      if left.prefix != right.prefix { return left.prefix < right.prefix }
      return NameEntry.isBefore(ids[Int(left.id)].span, ids[Int(right.id)].span)
    }
    return keys.map(\.row)
  }

  /// The rows in the order of their longitudes.
  var fromWestToEast: [UInt32] {
    var keys = longitudes.enumerated().map { row, longitude in
      UInt64(UInt32(bitPattern: longitude) ^ 1 << 31) << 32 | UInt64(row)
    }
    keys.sort()
    return keys.map { UInt32($0 & 0xFFFF_FFFF) }
  }

  /// Writes all columns in an order, with the pool's texts behind the ids and names.
  func write(
    _ order: [UInt32], _ pool: TextBlock, to image: inout ImageWriter
  ) throws(SystemError) {
    let ids = ids.block
    try image.begin(.strings)
    var end: UInt32 = 0
    let idStarts = try write(order.map { idsOfRows[Int($0)] }, of: ids, from: &end, to: &image)
    let nameStarts = try write(order, of: names, from: &end, to: &image)
    let textStarts = try write(
      (0..<UInt32(pool.count)).map { $0 }, of: pool, from: &end, to: &image)
    image.end(count: Int(end))
    try image.add(.ids, idStarts)
    try image.add(.names, nameStarts)
    try image.add(.texts, textStarts)
    try image.add(.latitudes, order.map { latitudes[Int($0)] })
    try image.add(.longitudes, order.map { longitudes[Int($0)] })
    try image.add(.countries, order.map { countries[Int($0)] })
    try image.add(.features, order.map { UInt8(features[Int($0)].code) })
    try image.add(.flags, order.map { flags(Int($0)) })
    try image.add(.populations, order.map { populations[Int($0)] })
    try image.add(.units, order.map { units[Int($0)] })
  }

  private func flags(_ row: Int) -> UInt8 {
    flags[row] | (boxes[row] == nil ? 0 : PlaceFlags.givenBox)
  }

  /// Writes texts of a block; where each begins, and where the last ends.
  private func write(
    _ numbers: [UInt32], of block: TextBlock, from end: inout UInt32, to image: inout ImageWriter
  ) throws(SystemError) -> [UInt32] {
    var starts = [end]
    starts.reserveCapacity(numbers.count + 1)
    for number in numbers {
      let text = block[Int(number)]
      try image.append(text.span)
      end += UInt32(text.count)
      starts.append(end)
    }
    return starts
  }
}
