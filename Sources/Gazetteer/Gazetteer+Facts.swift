// What is known of a place. A place of another gazetteer is a mistake that ends the program, or
// gives another place's facts.

extension Gazetteer {
  package func id(of place: Place) -> String { image.text(.ids, index(place)) }

  /// The name as the table writes it first.
  package func name(of place: Place) -> String { image.text(.names, index(place)) }

  /// The bytes of the id, handed out for the length of the call.
  package func withID(of place: Place, _ body: (Span<UInt8>) -> Void) {
    image.withText(.ids, index(place), body)
  }

  /// The bytes of the name.
  package func withName(of place: Place, _ body: (Span<UInt8>) -> Void) {
    image.withText(.names, index(place), body)
  }

  package func feature(of place: Place) -> Feature {
    Feature.byCode[Int(image.number(.features, index(place), as: UInt8.self))]
  }

  package func countryCode(of place: Place) -> CountryCode {
    CountryCode(code: image.number(.countries, index(place), as: UInt16.self))
  }

  /// The country that a place lies in; a country is its own.
  package func country(of place: Place) -> Place? { country(countryCode(of: place)) }

  package func country(_ code: CountryCode) -> Place? {
    code.index.flatMap { Self.place(image.number(.countryRows, $0)) }
  }

  /// The unit of the first level that a place lies in; a unit is its own. Nil where the table has
  /// none of that name, though `admin1Name` may be known.
  package func admin1(of place: Place) -> Place? { Self.place(unit(of: place, 0)) }

  /// The same for the second level.
  package func admin2(of place: Place) -> Place? { Self.place(unit(of: place, 1)) }

  /// The unit's name, or what the table says where it has no such unit.
  package func admin1Name(of place: Place) -> String? {
    admin1(of: place).map(name) ?? unitName(unit(of: place, 2))
  }

  /// The same for the second level.
  package func admin2Name(of place: Place) -> String? {
    admin2(of: place).map(name) ?? unitName(unit(of: place, 3))
  }

  /// Degrees, to about a metre.
  package func coordinates(of place: Place) -> Coordinates {
    Coordinates(
      longitude: Double(image.number(.longitudes, index(place), as: Int32.self)) / 1e5,
      latitude: Double(image.number(.latitudes, index(place), as: Int32.self)) / 1e5)
  }

  /// People; 0 where it is not known.
  package func population(of place: Place) -> Int {
    Int(image.number(.populations, index(place), as: UInt32.self))
  }

  /// The point is the middle of the places in it, not one that somebody has published.
  package func isCentroid(_ place: Place) -> Bool { has(PlaceFlags.centroid, place) }

  /// The point may be kilometres off.
  package func isApproximate(_ place: Place) -> Bool { has(PlaceFlags.approximate, place) }

  /// Whether the place is where its point is; else that is only the middle of a country, a region, a
  /// river or whatever else has an extent.
  package func isPoint(_ place: Place) -> Bool {
    let feature = feature(of: place)
    return (feature.isPopulated || feature == .spot || feature == .other) && !isCentroid(place)
  }

  /// The box that the table gives; else, of a country and of a unit, one around the places in it, as
  /// `UnitBoxes` makes it. Nil for all others.
  ///
  /// - Complexity: O(log boxes).
  package func box(of place: Place) -> Box? {
    let row = UInt32(index(place))
    var low = 0
    var high = image.range(.boxRows).count
    while low < high {
      let middle = (low + high) / 2
      if image.number(.boxRows, middle) < row { low = middle + 1 } else { high = middle }
    }
    guard low < image.range(.boxRows).count, image.number(.boxRows, low) == row else { return nil }
    return Box(
      west: side(low, 0), south: side(low, 1), east: side(low, 2), north: side(low, 3))
  }

  private func side(_ box: Int, _ member: Int) -> Double {
    Double(image.number(.boxes, box * 4 + member, as: Int32.self)) / 1e5
  }

  private func index(_ place: Place) -> Int {
    precondition(place.row < count, "a place of another gazetteer")
    return Int(place.row)
  }

  private func has(_ flag: UInt8, _ place: Place) -> Bool {
    image.number(.flags, index(place), as: UInt8.self) & flag != 0
  }

  func hasGivenBox(_ place: Place) -> Bool { has(PlaceFlags.givenBox, place) }

  /// What the sources say of where it lies.
  func unitTexts(of place: Place) -> (admin1: String, admin2: String) {
    (unitName(unit(of: place, 2)) ?? "", unitName(unit(of: place, 3)) ?? "")
  }

  private func unit(of place: Place, _ member: Int) -> UInt32 {
    image.number(.unitTable, Int(image.number(.units, index(place), as: UInt32.self)) * 4 + member)
  }

  private func unitName(_ text: UInt32) -> String? {
    let name = image.text(.texts, Int(text))
    return name.isEmpty ? nil : name
  }

  private static func place(_ row: UInt32) -> Place? { row == noRow ? nil : Place(row: row) }
}
