// A GeoNames dump as a source.

extension GazetteerBuilder {
  /// Takes the places, and the names of those that the places' files have; how many places.
  mutating func readGeoNames(_ folder: GeoNamesFolder) throws(TableError) -> Int {
    let units = try readUnits(folder.units)
    /// Whether a row's place stands in one of the files.
    var isThere = [Bool](repeating: false, count: rows.count)
    var count = 0
    for path in folder.places {
      let before = count
      try forEachLine(of: path, GeoNamesPlace.read) { builder, line, number throws(TableError) in
        guard let row = line.row(units) else { return }
        let taken = try builder.take(TableLine(row: row, file: path, number: number))
        guard let taken else { return }
        count += 1
        if Int(taken.row) == isThere.count { isThere.append(true) }
        isThere[Int(taken.row)] = true
      }
      if count == before { throw .empty(path: path) }
    }
    try readNames(folder.names, of: isThere)
    return count
  }

  private mutating func readUnits(_ paths: [String]) throws(TableError) -> GeoNamesUnits {
    var units = GeoNamesUnits()
    for path in paths {
      var count = 0
      try forEachLine(of: path, { .success($0) }) { builder, line, number in
        count += 1
        guard let fault = units.add(line, builder.rows) else { return }
        builder.faults.add(fault, path, number)
      }
      if count == 0 { throw .noLine(path: path) }
    }
    return units
  }

  private mutating func readNames(_ path: String, of isThere: [Bool]) throws(TableError) {
    var count = 0
    try forEachLine(of: path, GeoNamesName.read) { builder, line, _ throws(TableError) in
      count += 1
      guard !line.isCode, let row = builder.rows.row(id: line.place), isThere[row] else { return }
      try builder.addAlternate(line.name, row)
    }
    if count == 0 { throw .noLine(path: path) }
  }
}
