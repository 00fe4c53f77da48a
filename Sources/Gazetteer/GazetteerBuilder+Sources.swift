// The order in which sources are read.

extension GazetteerBuilder {
  mutating func read(_ sources: GazetteerSources) throws(TableError) {
    if let places = sources.places { try readChanges(places) }
    for table in sources.tables {
      try readSource(table) { builder throws(TableError) in try builder.readTable(table) }
    }
    for image in sources.images {
      try readSource(image) { builder throws(TableError) in try builder.readImage(image) }
    }
    for folder in sources.geoNames {
      let files = try GeoNamesFolder(folder)
      try readSource(folder) { builder throws(TableError) in try builder.readGeoNames(files) }
    }
    try addUntaken()
  }

  /// How many places were taken.
  private mutating func readTable(_ path: String) throws(TableError) -> Int {
    var count = 0
    try forEachLine(of: path, TableRow.read) { builder, row, number throws(TableError) in
      let line = TableLine(row: row, file: path, number: number)
      if try builder.take(line) != nil { count += 1 }
    }
    return count
  }

  /// Takes the rows first, then all names: an image has them folded, by name.
  private mutating func readImage(_ path: String) throws(TableError) -> Int {
    let image = try Self.open(path)
    var taken: [Taken?] = []
    for row in 0..<image.count {
      let columns = TableRow(Place(row: UInt32(row)), of: image)
      taken.append(try take(TableLine(row: columns, file: path, number: row + 1)))
    }
    try image.forEachBearer { name, place, isPrimary, spelling throws(TableError) in
      guard let taken = taken[Int(place.row)] else { return }
      try addName(
        name, Int(taken.row), isPrimary: isPrimary && taken.isNamed,
        spelling: spelling.map { texts.add($0) })
    }
    return taken.count { $0 != nil }
  }

  private static func open(_ path: String) throws(TableError) -> Gazetteer {
    do throws(ImageFault) {
      return try Gazetteer(path: path)
    } catch {
      throw .noImage(path: path, error)
    }
  }
}
