// The candidates of all names that a report mentions, one behind the other.

import Gazetteer

struct PlaceCandidates {
  struct Candidate {
    let option: PlaceOption
    /// Points that do not depend on what other names mean.
    let base: Double
    /// Its point tells what is near it.
    let isPoint: Bool
  }

  struct Name {
    /// Among the names of the report; nil for one of its publisher.
    let number: Int?
    let range: Range<Int>
  }

  private(set) var all: [Candidate] = []
  /// In the order of first mention.
  private(set) var names: [Name] = []
  /// Countries whose adjectives stand in the report.
  let adjectives: Set<CountryCode>
  let gazetteer: Gazetteer

  /// The likeliest of a name that are weighed against each other.
  private static let most = 15

  private enum Weight {
    static let hint = 2.5
    static let adjective = 0.5
    static let unitOfCity = -3.0
    static let contained = 3.0
  }

  init(
    _ names: [PlaceName], _ spans: [PlaceSpan], _ publisher: [PlaceName], _ gazetteer: Gazetteer
  ) {
    self.gazetteer = gazetteer
    let anchors = Anchors(names, spans, gazetteer)
    adjectives = anchors.adjectives
    for name in publisher { add(name, nil, anchors) }
    var isTaken = [Bool](repeating: false, count: names.count)
    for span in spans where span.isAccepted {
      guard let number = span.name, !isTaken[number] else { continue }
      isTaken[number] = true
      add(names[number], number, anchors)
    }
  }

  private mutating func add(_ name: PlaceName, _ number: Int?, _ anchors: Anchors) {
    let start = all.count
    let hints = number.map { anchors.hints[$0] } ?? []
    let contained = number.map { anchors.contained[$0] } ?? []
    for option in Self.likeliest(name.options, contained) {
      var base = option.prior
      if hints.contains(where: { $0.fits(option.feature) }) { base += Weight.hint }
      if contained.contains(option.place) { base += Weight.contained }
      if !option.feature.isWorldwide {
        if Self.isUnitOfCity(option, name, hints) { base += Weight.unitOfCity }
        if anchors.adjectives.contains(option.country) { base += Weight.adjective }
      }
      all.append(
        Candidate(
          option: option, base: base,
          isPoint: option.feature.isPopulated || option.feature == .admin2))
    }
    names.append(Name(number: number, range: start..<all.count))
  }

  /// The options with the highest priors, and whatever a container has named.
  private static func likeliest(_ options: [PlaceOption], _ contained: [Place]) -> [PlaceOption] {
    if options.count <= most { return options }
    let best = options.sorted { $0.prior > $1.prior }
    return best.prefix(most) + best.dropFirst(most).filter { contained.contains($0.place) }
  }

  /// “Idlib” alone is the city, not the province around it.
  private static func isUnitOfCity(
    _ option: PlaceOption, _ name: PlaceName, _ hints: [FeatureHint]
  ) -> Bool {
    guard option.feature == .admin1 || option.feature == .admin2, !hints.contains(.unit) else {
      return false
    }
    return name.options.contains {
      $0.feature.isPopulated && $0.country == option.country
        && (option.feature == .admin1
          ? $0.admin1 == option.place && $0.population > 20_000
          : Distance.kilometres($0.point, option.point) < 50)
    }
  }
}

/// What a report says of whole countries, and of each name.
struct Anchors {
  /// Countries whose adjectives stand in the report.
  private(set) var adjectives: Set<CountryCode> = []
  private(set) var hints: [[FeatureHint]]
  /// The places that containers have named: “Toretsk, Donetsk region”.
  private(set) var contained: [[Place]]

  init(_ names: [PlaceName], _ spans: [PlaceSpan], _ gazetteer: Gazetteer) {
    hints = [[FeatureHint]](repeating: [], count: names.count)
    contained = [[Place]](repeating: [], count: names.count)
    for span in spans {
      if let name = span.name {
        if let hint = span.hint, !hints[name].contains(hint) { hints[name].append(hint) }
        if let place = span.place, span.isAccepted { contained[name].append(place) }
      }
      if span.form != .name, let place = span.place {
        adjectives.insert(gazetteer.countryCode(of: place))
      }
    }
  }
}
