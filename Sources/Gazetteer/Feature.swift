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

  /// A country or a continent.
  package var isWorldwide: Bool { self == .country || self == .continent }

  /// Its place among the classes when nothing but the name is known: 0 goes first.
  package var precedence: UInt8 { Self.precedences[code] }

  /// Its number in an image.
  var code: Int { Self.codes[rawValue] ?? 0 }

  private static let codes = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1.rawValue, $0) })

  private static let order: [Feature] = [
    .country, .continent, .admin1, .city, .sea, .region, .town, .admin2, .settlement, .village,
    .neighbourhood, .island, .desert, .mountain, .river, .lake, .spot, .other,
  ]

  private static let precedences = allCases.map { feature in
    UInt8(order.firstIndex(of: feature) ?? order.count)
  }
}
