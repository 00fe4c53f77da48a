// Words that may name a place, on their way to a mention.

import Gazetteer

/// A stretch of tokens that the gazetteer, or the list of countries, knows.
struct PlaceSpan {
  enum Form: Equatable {
    /// A name of the gazetteer.
    case name
    case adjective
    /// “the Kremlin”
    case seat
    /// The words around it say that it is a place, and the gazetteer does not have it.
    case unknown
  }

  var tokens: Range<Int>
  let form: Form
  /// Its number among the names of the report; for an adjective or a seat its place is settled.
  var name: Int?
  var place: Place?
  /// What the words around it say that it is: “the village of”, “region”.
  var hint: FeatureHint?
  /// Whether the words around it speak for a place; see `PlaceEvidence`.
  var evidence = 0.0
  var isAccepted = false
  /// The span that says where it lies: “Toretsk, ‹Donetsk region›”.
  var container: Int?
}

/// What the words around a name say that it is.
enum FeatureHint: Equatable {
  /// town, village, city
  case populated
  /// region, province, county
  case unit

  func fits(_ feature: Feature) -> Bool {
    switch self {
    case .populated: feature.isPopulated
    case .unit: feature == .admin1 || feature == .admin2 || feature == .region
    }
  }
}

/// One name of a report and the places that bear it.
struct PlaceName {
  let options: [PlaceOption]
  /// The gazetteer has it in another spelling only, which counts where the report names the country
  /// or something else in it.
  var isRespelled = false
  /// The container that a mention has named for it.
  var place: Place?
  var confidence = 0.0
  /// What it could mean as well, likeliest first.
  var runnersUp: [RunnerUp] = []

  /// What it means where nothing else is known.
  var likeliest: PlaceOption { options.max { $0.prior < $1.prior } ?? options[0] }
}

/// A candidate with what the choice among candidates looks at.
struct PlaceOption {
  let place: Place
  let feature: Feature
  let country: CountryCode
  let admin1: Place?
  let point: Coordinates
  let population: Int
  /// The name is the place's first one.
  let isPrimary: Bool
  /// How likely the name means this place where nothing else is known.
  var prior: Double

  /// A town that few have heard of who do not live near it.
  var isSmallTown: Bool { feature.isPopulated && population < 100_000 }
  /// A village that only reports from its country name without telling which.
  var isHardlyKnown: Bool { feature.isPopulated && population < 50_000 }
}
