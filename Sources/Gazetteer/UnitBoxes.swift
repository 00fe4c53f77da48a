// Boxes of countries and of administrative units, made from the places that lie in them.

/// A unit's box holds its populated places, an island far away as well as the rest: Chile reaches
/// to Easter Island. Spots are left out, for a country's bases and airports may lie abroad.
///
/// A place that the table puts into a wrong unit widens that unit's box. Nothing is done against
/// that: of 3,800 units of the first level 20 have one member far from all others, half of them are
/// such islands, and a box that is too wide finds too much where one too narrow would hide a place.
struct UnitBoxes {
  private var extents: [UInt32: Extent] = [:]

  /// Takes in a populated place that lies no farther west than the last one.
  ///
  /// - Parameter units: rows of its country and of its units.
  mutating func add(longitude: Int32, latitude: Int32, units: [UInt32]) {
    for unit in units where unit != noRow {
      if extents[unit] == nil {
        extents[unit] = Extent(longitude: longitude, latitude: latitude)
      } else {
        extents[unit]?.add(longitude: longitude, latitude: latitude)
      }
    }
  }

  /// All boxes, by the rows of their units.
  var boxes: [UInt32: Box] { extents.compactMapValues(\.box) }
}
