// What kind of thing a place is.

/// The classes of the gazetteer's table; a class that the program does not know is `other`.
package enum Feature: String, CaseIterable, Sendable {
  case continent, country, admin1, admin2, region, city, town, settlement, village, neighbourhood
  case island, mountain, desert, river, lake, sea, spot, other

  /// A place where people live, so that a point stands for it.
  package var isPopulated: Bool {
    switch self {
    case .city, .town, .settlement, .village, .neighbourhood: true
    default: false
    }
  }
}
