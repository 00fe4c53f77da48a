// Where a text names a place, and the places that it names.

package import Gazetteer

/// One mention of a place.
package struct PlaceMention: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case name, demonym, government
    case inOrganisation = "in_organisation"
    case inPerson = "in_person"
  }

  /// What a place that is named has to do with what its sentence tells.
  package enum Role: String, CaseIterable, Sendable {
    /// Something has happened or is happening there.
    case event
    /// Someone or something comes from there.
    case origin
    /// It is mentioned.
    case background
  }

  package let range: Range<Int>
  package let kind: Kind
  /// Nil for a name that the gazetteer does not have.
  package let place: Place?
  /// Of mentions of kind `name` in English only.
  package let role: Role?

  package init(range: Range<Int>, kind: Kind, place: Place?, role: Role? = nil) {
    self.range = range
    self.kind = kind
    self.place = place
    self.role = role
  }
}

/// A place of the gazetteer as one report means it.
package struct LocatedPlace: Equatable, Sendable {
  package let place: Place
  package let precision: GeoPrecision
  /// That the name means this place and not a namesake, 0 to 1.
  package let confidence: Double

  package init(place: Place, precision: GeoPrecision, confidence: Double) {
    self.place = place
    self.precision = precision
    self.confidence = confidence
  }
}

/// A place that a name could mean as well.
package struct RunnerUp: Equatable, Sendable {
  package let place: Place
  /// How likely it is meant, 0 to 1.
  package let share: Double
}

/// How far the point of a locality can be trusted (ACLED `geo_precision`, UCDP `where_prec`).
package enum GeoPrecision: String, CaseIterable, Sendable {
  case exact, near, admin2, admin1, country, region, none
}
