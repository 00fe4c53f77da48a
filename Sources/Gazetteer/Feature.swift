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
  package var precedence: UInt8 {
    switch self {
    case .country: 0
    case .continent: 1
    case .admin1: 2
    case .city: 3
    case .sea: 4
    case .region: 5
    case .town: 6
    case .admin2: 7
    case .settlement: 8
    case .village: 9
    case .neighbourhood: 10
    case .island: 11
    case .desert: 12
    case .mountain: 13
    case .river: 14
    case .lake: 15
    case .spot: 16
    case .other: 17
    }
  }

  /// Its number in an image: its place in `byCode`.
  var code: Int { Self.codes[rawValue] ?? 0 }

  static let byCode = Array(allCases)

  private static let codes = Dictionary(
    uniqueKeysWithValues: byCode.enumerated().map { ($1.rawValue, $0) })
}
