// Makes an image out of the table and the user's places.

import Digests

/// A line of a table that was not taken.
package struct TableFault: Equatable, Sendable, CustomStringConvertible {
  package let file: String
  package let line: Int
  /// What would be allowed there.
  package let allowed: String

  package var description: String { "\(file):\(line): \(allowed)" }
}

/// An image, and what of its sources is not in it.
package struct BuiltImage: Sendable {
  package let bytes: [UInt8]
  package let places: Int
  package let names: Int
  package let faults: [TableFault]
}

package struct GazetteerBuilder {
  private var rows = RowColumns()
  private var names = NameList()
  private var texts = TextPool()
  private var units = UnitTable()
  private var known: Set<String> = []
  private var faults: [TableFault] = []

  /// Reads the sources and makes the image; lines that are wrong are named, the rest is built.
  package static func build(_ sources: GazetteerSources) throws(TableError) -> BuiltImage {
    let digest = try sources.digest()
    var builder = GazetteerBuilder()
    var changes = Changes()
    if let file = sources.places {
      try TableFile.forEachLine(of: file) { number, line in
        if let line = builder.line(line, file, number) { changes.add(line) }
      }
    }
    try TableFile.forEachLine(of: sources.table) { number, line in
      guard let line = builder.line(line, sources.table, number) else { return }
      builder.add(line, changes.take(line.row.text(.id))[...])
    }
    for lines in changes.untaken {
      if let first = lines.first { builder.add(first, lines.dropFirst()) }
    }
    return builder.finish(digest)
  }

  init() {}

  private mutating func line(
    _ text: ArraySlice<UInt8>, _ file: String, _ number: Int
  ) -> TableLine? {
    if let row = TableRow(text) { return TableLine(row: row, file: file, number: number) }
    faults.append(TableFault(file: file, line: number, allowed: TableRow.allowed))
    return nil
  }

  /// Adds the place of a line as its changes leave it.
  private mutating func add(_ line: TableLine, _ changes: ArraySlice<TableLine>) {
    do throws(RowFault) {
      try add(changed(line.row, changes))
    } catch {
      note(error, line)
    }
  }

  /// The row after its changes; one that would make a good row wrong is named and left out.
  private mutating func changed(_ row: TableRow, _ changes: ArraySlice<TableLine>) -> TableRow {
    var row = row
    for change in changes {
      let changed = row.replaced(by: change.row)
      if let fault = changed.fault, row.fault == nil {
        note(fault, change)
      } else {
        row = changed
      }
    }
    return row
  }

  private mutating func note(_ fault: RowFault, _ line: TableLine) {
    faults.append(TableFault(file: line.file, line: line.number, allowed: fault.allowed))
  }

  private mutating func add(_ row: TableRow) throws(RowFault) {
    let place = try PlaceRecord(row)
    guard known.insert(place.id).inserted else { throw RowFault("an id stands once") }
    let number = rows.count
    let key = UnitKey(place, admin1: row.text(.admin1), admin2: row.text(.admin2))
    rows.add(place, unit: units.add(number, place, key, &texts))
    names.add(place, row: number, &texts)
  }

  /// The image of what was added.
  consuming func finish(_ digest: Digest) -> BuiltImage {
    let order = rows.orderByID()
    var rank = [UInt32](repeating: 0, count: order.count)
    for (place, row) in order.enumerated() { rank[row] = UInt32(place) }
    let index = nameIndex(rank)
    var image = ImageWriter()
    rows.write(order, texts.block, to: &image)
    let unitTable = units.table(rank: rank)
    let countryRows = countryRows(rank)
    image.add(.unitTable, unitTable)
    image.add(.countryRows, countryRows)
    image.add(.records, index.records)
    image.add(.slots, index.slots())
    image.add(.spellings, index.spellings)
    let boxes = boxes(unitTable, countryRows, rank)
    image.add(.boxRows, boxes.map(\.row))
    image.add(.boxes, boxes.flatMap { $0.box.hundredThousandths })
    let bytes = image.finish(rowCount: rows.count, nameCount: index.count, sources: digest)
    return BuiltImage(bytes: bytes, places: rows.count, names: index.count, faults: faults)
  }

  private mutating func nameIndex(_ rank: [UInt32]) -> NameIndex {
    names.sort()
    let names = names
    var index = NameIndex()
    names.forEachName { range in
      let best = names.entries[range].sorted { order($0, rank) < order($1, rank) }
      index.add(
        names.name(of: names.entries[range.lowerBound]),
        best.map { (word($0, rank), $0.spelling) })
    }
    return index
  }

  /// Countries and continents first (there are villages called Us and Europe), then first names
  /// before alternates, then by class, then the most people, then by id.
  private func order(_ entry: NameEntry, _ rank: [UInt32]) -> (UInt8, UInt8, UInt32, UInt32) {
    let feature = rows.features[entry.row]
    return (
      feature.isWorldwide ? 0 : entry.isPrimary ? 1 : 2, feature.precedence,
      UInt32.max - rows.populations[entry.row], rank[entry.row]
    )
  }

  private func word(_ entry: NameEntry, _ rank: [UInt32]) -> UInt32 {
    rank[entry.row] | (entry.isPrimary ? CandidateWord.primary : 0)
      | (entry.spelling != nil ? CandidateWord.bound : 0)
  }

  private func countryRows(_ rank: [UInt32]) -> [UInt32] {
    var result = [UInt32](repeating: noRow, count: CountryCode.indexCount)
    for row in 0..<rows.count where rows.features[row] == .country {
      guard let index = CountryCode(code: rows.countries[row]).index else { continue }
      result[index] = min(result[index], rank[row])
    }
    return result
  }

  /// What the table gives goes before what its places make, by row.
  private func boxes(
    _ unitTable: [UInt32], _ countryRows: [UInt32], _ rank: [UInt32]
  ) -> [(row: UInt32, box: Box)] {
    var made = UnitBoxes()
    for row in rows.fromWestToEast where rows.features[row].isPopulated {
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
