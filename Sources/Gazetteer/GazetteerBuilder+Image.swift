// The image of the places that were taken.

import Digests
import Platform

extension GazetteerBuilder {
  /// Ends the builder, whose columns go as soon as they are written.
  mutating func finish(
    _ digest: Digest, _ image: consuming ImageWriter
  ) throws(TableError) -> BuiltImage {
    do throws(SystemError) {
      return try write(digest, image)
    } catch {
      throw .unwritable(error)
    }
  }

  private mutating func write(
    _ digest: Digest, _ image: consuming ImageWriter
  ) throws(SystemError) -> BuiltImage {
    let order = rows.orderByID()
    var rank = [UInt32](repeating: 0, count: order.count)
    for (place, row) in order.enumerated() { rank[Int(row)] = UInt32(place) }
    try rows.write(order, texts.block, to: &image)
    let unitTable = units.table(rank: rank)
    let countryRows = countryRows(rank)
    try image.add(.unitTable, unitTable)
    try image.add(.countryRows, countryRows)
    let boxes = boxes(unitTable, countryRows, rank)
    let names = try writeNames(rank, to: &image)
    try image.add(.boxRows, boxes.map(\.row))
    try image.add(.boxes, boxes.flatMap { $0.box.hundredThousandths })
    let bytes = try image.finish(rowCount: order.count, nameCount: names, sources: digest)
    return BuiltImage(bytes: bytes, places: order.count, names: names, faults: faults)
  }

  /// Writes records, hash index and spellings; how many names there are.
  private mutating func writeNames(
    _ rank: [UInt32], to image: inout ImageWriter
  ) throws(SystemError) -> Int {
    let order = CandidateOrder(features: rows.features, populations: rows.populations, rank: rank)
    rows = RowColumns()
    var merge = try takeNames().sorted()
    var index = NameIndex()
    var name: [UInt8] = []
    var bearers: [NameBearer] = []
    try image.begin(.records)
    while try merge.next(&name, &bearers) {
      try index.add(name, order.words(bearers), to: &image)
    }
    image.end(count: index.bytes)
    try image.add(.slots, try index.slots())
    try image.add(.spellings, index.spellings)
    return index.count
  }

  private mutating func takeNames() -> NameList {
    defer { names = NameList() }
    return names
  }

  private func countryRows(_ rank: [UInt32]) -> [UInt32] {
    var result = [UInt32](repeating: noRow, count: CountryCode.indexCount)
    for row in 0..<rows.count where rows.features[row] == .country {
      guard let index = CountryCode(code: rows.countries[row]).index else { continue }
      result[index] = min(result[index], rank[row])
    }
    return result
  }

  /// What the sources give goes before what the places make, by row.
  private func boxes(
    _ unitTable: [UInt32], _ countryRows: [UInt32], _ rank: [UInt32]
  ) -> [(row: UInt32, box: Box)] {
    var made = UnitBoxes()
    for row in rows.fromWestToEast.lazy.map(Int.init) where rows.features[row].isPopulated {
      let unit = Int(rows.units[row]) * 4
      let country = CountryCode(code: rows.countries[row]).index.map { countryRows[$0] } ?? noRow
      made.add(
        longitude: rows.longitudes[row], latitude: rows.latitudes[row],
        units: [country, unitTable[unit], unitTable[unit + 1]])
    }
    var boxes = made.boxes
    for (row, box) in rows.boxes { boxes[rank[row]] = box }
    return boxes.map { ($0, $1) }.sorted { $0.row < $1.row }
  }
}
