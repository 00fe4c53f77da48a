// How a place comes into an image: as a row of its own, or as more about one that is there.

import Platform

/// Where a place went.
struct Taken {
  let row: UInt32
  /// It is a row of its own, whose names are first names as the source has them.
  let isNamed: Bool
}

extension GazetteerBuilder {
  /// - Parameters:
  ///   - isOwn: the user speaks of this very id, so that it is no other's place.
  ///   - isRenamed: the user gives it another name.
  mutating func add(
    _ place: PlaceRecord, isOwn: Bool, isRenamed: Bool
  ) throws(TableError) -> Taken {
    if let row = rows.row(id: place.id) {
      fill(row, with: place)
      return try addNames(of: place, to: row)
    }
    if !isOwn, let row = earlier?.row(of: place, in: rows) {
      rows.add(id: place.id, of: row)
      rows.settle(row, at: place)
      return try addNames(of: place, to: row)
    }
    let row = rows.count
    units.name(row, place)
    rows.add(place, unit: units.number(of: UnitKey(place), &texts))
    try addName(place.name, row, isPrimary: true)
    try addName(place.asciiName, row, isPrimary: true)
    for alternate in place.alternates { try addAlternate(alternate, row) }
    return Taken(row: UInt32(row), isNamed: !isRenamed)
  }

  /// Another name of a place, which counts in its very spelling only where it could be a word.
  mutating func addAlternate(_ written: ArraySlice<UInt8>, _ row: Int) throws(TableError) {
    let spelling = CaseBound.isBound(written) ? texts.add(written) : nil
    try addName(written, row, isPrimary: false, spelling: spelling)
  }

  mutating func addName(
    _ written: ArraySlice<UInt8>, _ row: Int, isPrimary: Bool, spelling: UInt32? = nil
  ) throws(TableError) {
    let bearer = NameBearer(row: UInt32(row), isPrimary: isPrimary, spelling: spelling)
    try writing { () throws(SystemError) in try names.add(written.span, bearer) }
  }

  private mutating func addNames(of place: PlaceRecord, to row: Int) throws(TableError) -> Taken {
    for name in [place.name, place.asciiName] {
      try addName(name, row, isPrimary: false)
    }
    for alternate in place.alternates { try addAlternate(alternate, row) }
    return Taken(row: UInt32(row), isNamed: false)
  }

  /// Fills what is empty. A unit is found by what it is called here as well.
  private mutating func fill(_ row: Int, with place: PlaceRecord) {
    units.name(row, place)
    let known = units.key(rows.units[row])
    let key = UnitKey(
      country: known.country.code == 0 ? place.country : known.country,
      admin1: known.admin1.isEmpty ? place.admin1 : known.admin1,
      admin2: known.admin2.isEmpty ? place.admin2 : known.admin2)
    rows.fill(row, with: place, unit: units.number(of: key, &texts))
  }
}
