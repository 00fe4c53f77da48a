// Which of the places that bear a name a report means.

import Gazetteer

/// One sense a report for each name.
///
/// All names are settled together. Each candidate has a share of its name, at first by what it is
/// alone; then, round by round, candidates gain by the shares of other names' candidates in the same
/// unit and country, inside them, or near them (mean-field, as in Koller and Friedman, Probabilistic
/// Graphical Models, 11.5). What remains is the share: a probability, from which the confidence comes.
struct PlaceChoice {
  private var candidates: PlaceCandidates
  private let groups: PlaceGroups
  private var shares: [Double]

  private enum Weight {
    /// How much a point sets candidates apart, when only they themselves are known, and later.
    static let alone = 0.7
    static let together = 1.5
    static let otherSpelling = 1.5
    static let unitNamed = 1.3
    static let unitShared = 1.1
    static let unitAround = 1.5
    static let districtShared = 1.0
    static let countryNamed = 0.3
    static let countryShared = 1.0
    static let countryAround = 1.0
    static let near = 5.5
  }

  private static let rounds = 4

  /// Settles the places of all names that have an accepted mention.
  ///
  /// - Parameter publisher: names that speak for what lies near them as if the report had them.
  static func settle(
    _ names: inout [PlaceName], _ spans: [PlaceSpan], publisher: [PlaceName],
    _ gazetteer: Gazetteer
  ) {
    let candidates = PlaceCandidates(names, spans, publisher, gazetteer)
    guard !candidates.all.isEmpty else { return }
    var choice = PlaceChoice(candidates)
    for _ in 0..<rounds { choice.round() }
    choice.write(to: &names)
  }

  private init(_ candidates: PlaceCandidates) {
    self.candidates = candidates
    groups = PlaceGroups(candidates)
    shares = [Double](repeating: 1, count: candidates.all.count)
    share(candidates.all.map(\.base), Weight.alone)
  }

  private mutating func round() {
    let masses = groups.masses(shares)
    let points = PlacePoints(candidates, shares)
    var scores = candidates.all.map(\.base)
    for (number, name) in candidates.names.enumerated() where name.range.count > 1 {
      // “Mexico” is the country, whatever else the report calls Mexico City.
      let isCountry = name.range.contains { candidates.all[$0].option.feature == .country }
      for index in name.range {
        scores[index] += support(index, masses, name.range)
        let option = candidates.all[index].option
        if !option.feature.isWorldwide {
          scores[index] += min(Weight.near, points.nearness(option, of: number))
        }
        if !isCountry { scores[index] += otherSpelling(index, masses) }
      }
    }
    share(scores, Weight.together)
  }

  /// What other names say for a candidate by the units and countries that theirs lie in.
  private func support(_ index: Int, _ all: PlaceMasses, _ own: Range<Int>) -> Double {
    func mass(_ group: Int) -> Mass { all.ofGroup[group] - groups.mass(group, shares, of: own) }
    let feature = candidates.all[index].option.feature
    let member = groups.members[index]
    let country = mass(member.country)
    if feature.isWorldwide { return Weight.countryAround * Self.saturated(country.inside) }
    var points = Weight.countryNamed * min(1, country.itself)
    points += Weight.countryShared * Self.saturated(country.inside)
    let unit = mass(member.unit)
    if feature == .admin1 {
      points += Weight.unitAround * Self.saturated(unit.inside)
    } else {
      points += Weight.unitNamed * min(1, unit.itself)
      points += Weight.unitShared * Self.saturated(unit.inside)
    }
    let district = mass(member.district)
    let other = feature == .admin2 ? district.inside : district.itself
    return points + Weight.districtShared * min(1, other)
  }

  /// “Kiev” and “Kyiv”
  private func otherSpelling(_ index: Int, _ all: PlaceMasses) -> Double {
    guard candidates.all[index].option.feature.isPopulated else { return 0 }
    return Weight.otherSpelling * min(1, all.ofPlace[groups.members[index].place] - shares[index])
  }

  /// Much for the first name, little for each further one.
  private static func saturated(_ mass: Double) -> Double {
    mass <= 0 ? 0 : 1.3 * mass / (mass + 0.3)
  }

  /// Shares each name among its candidates, by their scores.
  private mutating func share(_ scores: [Double], _ weight: Double) {
    for name in candidates.names {
      guard let best = scores[name.range].max() else { continue }
      var sum = 0.0
      for index in name.range {
        shares[index] = Exponential.of(weight * (scores[index] - best))
        sum += shares[index]
      }
      for index in name.range { shares[index] /= sum }
    }
  }

  // MARK: - Results

  /// The most candidates that are kept besides the best.
  private static let runnersUp = 3

  /// Names whose country nothing else in the report speaks of are left unsettled where they are written
  /// otherwise than in the gazetteer, or are small and all else lies elsewhere.
  private func write(to names: inout [PlaceName]) {
    var countries: [CountryCode: Int] = [:]
    for name in candidates.names where name.number.map({ !names[$0].isRespelled }) ?? true {
      countries[candidates.all[best(name.range)].option.country, default: 0] += 1
    }
    let all = countries.filter { !$0.key.isNone }.values.reduce(0, +)
    for name in candidates.names {
      guard let number = name.number else { continue }
      let option = candidates.all[best(name.range)].option
      let own = names[number].isRespelled ? 0 : 1
      let others = (countries[option.country] ?? 0) - own
      let isAlone = others == 0 && !candidates.adjectives.contains(option.country)
      if isAlone, own == 0 || option.isHardlyKnown && all - own >= 2 { continue }
      settle(&names[number], name.range)
    }
  }

  private func best(_ range: Range<Int>) -> Int {
    range.max { shares[$0] < shares[$1] } ?? range.lowerBound
  }

  private func settle(_ name: inout PlaceName, _ range: Range<Int>) {
    let ranked = range.sorted { shares[$0] > shares[$1] }
    guard let best = ranked.first else { return }
    let option = candidates.all[best].option
    name.place = option.place
    name.confidence = Self.confidence(shares[best], option)
    if name.isRespelled { name.confidence *= 0.8 }
    name.runnersUp = ranked.dropFirst().prefix(Self.runnersUp)
      .filter { shares[$0] >= 0.01 }
      .map { RunnerUp(place: candidates.all[$0].option.place, share: shares[$0]) }
  }

  /// What a share has turned out to be worth on dev.
  private static func confidence(_ share: Double, _ option: PlaceOption) -> Double {
    option.feature.isWorldwide ? min(0.98, share) : min(0.95, 0.1 + 0.85 * share)
  }
}
