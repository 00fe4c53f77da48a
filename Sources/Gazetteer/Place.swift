// A place by its row, and what the gazetteer says when it is asked for a name.

/// A row of one gazetteer; it means nothing in another.
package struct Place: Hashable, Comparable, Sendable {
  package let row: UInt32

  package init(row: UInt32) { self.row = row }

  package static func < (left: Place, right: Place) -> Bool { left.row < right.row }
}

/// A point in degrees, WGS 84.
package struct Coordinates: Equatable, Sendable {
  package let longitude: Double
  package let latitude: Double

  package init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }

  package var isOnGlobe: Bool { -180...180 ~= longitude && -90...90 ~= latitude }
}

/// Two letters of ISO 3166-1, such as `UA`.
package struct CountryCode: Hashable, Sendable {
  /// The letters' ASCII codes, first one high; 0 for none.
  package let code: UInt16

  package init(code: UInt16) { self.code = code }
}

/// One place that bears a name.
package struct Candidate: Equatable, Sendable {
  package let place: Place
  /// The name is the place's first one, not an alternate.
  package let isPrimary: Bool

  package init(place: Place, isPrimary: Bool) {
    self.place = place
    self.isPrimary = isPrimary
  }
}
