// Which of the places that bear a name a report means.

import Gazetteer

/// One sense a report for each name: candidates are weighed by what they are, by the units and
/// countries that the report names, and by how near they lie to its other places.
struct PlaceChoice {
  private var names: [PlaceName]
  /// Names that count, with the number of their mentions.
  private let order: [Int]
  private let mentions: [Int]
  private let anchors: Anchors

  private enum Weight {
    static let sameUnit = 2.2
    static let sameCountry = 1.4
    static let adjective = 0.8
    static let near = 5.5
    static let hint = 2.0
    static let otherSpelling = 2.5
    static let unitOfCity = -1.6
  }

  /// Names on either side, in the order of first mention, that a name looks at.
  private static let neighbours = 16
  private static let rounds = 3

  /// Settles the places of all names that have an accepted mention.
  static func settle(
    _ names: inout [PlaceName], _ spans: [PlaceSpan], _ gazetteer: Gazetteer
  ) {
    var choice = PlaceChoice(names, spans, gazetteer)
    for _ in 0..<rounds { choice.round() }
    names = choice.names
  }

  private init(_ names: [PlaceName], _ spans: [PlaceSpan], _ gazetteer: Gazetteer) {
    var mentions = [Int](repeating: 0, count: names.count)
    var order: [Int] = []
    for span in spans where span.isAccepted {
      guard let name = span.name else { continue }
      if mentions[name] == 0 { order.append(name) }
      mentions[name] += 1
    }
    self.names = names
    self.order = order
    self.mentions = mentions
    anchors = Anchors(names, spans, gazetteer)
  }

  private mutating func round() {
    let before = names
    for (position, number) in order.enumerated() {
      let low = max(0, position - Self.neighbours)
      let high = min(order.count, position + Self.neighbours + 1)
      let others = order[low..<high].filter { $0 != number }.compactMap { settled(before[$0]) }
      names[number] = chosen(number, others)
    }
  }

  private func settled(_ name: PlaceName) -> PlaceOption? {
    guard let place = name.place else { return name.options.first }
    return name.options.first { $0.place == place }
  }

  private func chosen(_ number: Int, _ others: [PlaceOption]) -> PlaceName {
    var name = names[number]
    var best = (score: -Double.infinity, index: 0)
    var second = -Double.infinity
    for (index, option) in name.options.enumerated() {
      let score = score(option, number, others)
      if score > best.score {
        second = best.score
        best = (score, index)
      } else if score > second {
        second = score
      }
    }
    name.place = name.options[best.index].place
    name.confidence = Self.confidence(best.score - second)
    return name
  }

  /// From the distance to the runner-up, in points.
  private static func confidence(_ margin: Double) -> Double {
    guard margin.isFinite else { return 0.98 }
    return min(0.98, 0.5 + margin * 0.16)
  }

  private func score(_ option: PlaceOption, _ number: Int, _ others: [PlaceOption]) -> Double {
    var score = option.prior
    if anchors.hints[number].contains(where: { $0.fits(option.feature) }) { score += Weight.hint }
    if option.feature.isPopulated, others.contains(where: { $0.place == option.place }) {
      score += Weight.otherSpelling
    }
    if option.feature.isWorldwide { return score }
    if isUnitOfCity(option, number) { score += Weight.unitOfCity }
    let unit = option.feature == .admin1 ? nil : option.admin1
    if let unit, others.contains(where: { $0.place == unit }) {
      score += Weight.sameUnit
    } else if others.contains(where: { $0.feature == .country && $0.country == option.country }) {
      score += Weight.sameCountry
    } else if anchors.adjectives.contains(option.country) {
      score += Weight.adjective
    }
    return score + nearness(option, others)
  }

  /// “Idlib” alone is the city, not the province around it.
  private func isUnitOfCity(_ option: PlaceOption, _ number: Int) -> Bool {
    guard option.feature == .admin1 || option.feature == .admin2,
      !anchors.hints[number].contains(.unit)
    else { return false }
    return names[number].options.contains {
      $0.feature.isPopulated && $0.isPrimary && $0.country == option.country
        && (option.feature == .admin1
          ? $0.admin1 == option.place && $0.population > 50_000
          : Distance.kilometres($0.point, option.point) < 50 && $0.population > 500)
    }
  }

  private func nearness(_ option: PlaceOption, _ others: [PlaceOption]) -> Double {
    var sum = 0.0
    for other in others where other.feature.isPopulated || other.feature == .admin2 {
      if other.place == option.place { continue }
      let distance = Distance.kilometres(option.point, other.point)
      sum += 0.6 / (1 + distance / 60) + 1.6 / (1 + distance * distance / 400)
    }
    return min(Weight.near, sum)
  }
}

/// What a report says of whole countries, and of each name's kind.
struct Anchors {
  /// Countries whose adjectives stand in the report.
  private(set) var adjectives: Set<CountryCode> = []
  private(set) var hints: [[FeatureHint]]

  init(_ names: [PlaceName], _ spans: [PlaceSpan], _ gazetteer: Gazetteer) {
    hints = [[FeatureHint]](repeating: [], count: names.count)
    for span in spans {
      if let name = span.name, let hint = span.hint, !hints[name].contains(hint) {
        hints[name].append(hint)
      }
      if span.form != .name, let place = span.place {
        adjectives.insert(gazetteer.countryCode(of: place))
      }
    }
  }
}

enum Distance {
  /// Between two points, within a few per cent as far as a continent reaches.
  static func kilometres(_ one: Coordinates, _ other: Coordinates) -> Double {
    let degree = 111.2
    let latitude = (one.latitude + other.latitude) / 2
    var longitude = abs(one.longitude - other.longitude)
    if longitude > 180 { longitude = 360 - longitude }
    let north = (one.latitude - other.latitude) * degree
    let east = longitude * degree * cosine(ofDegrees: latitude)
    return (north * north + east * east).squareRoot()
  }

  private static func cosine(ofDegrees degrees: Double) -> Double {
    let radians = degrees * .pi / 180
    let square = radians * radians
    return 1 - square / 2 + square * square / 24 - square * square * square / 720
  }
}
