// The places that bear a name, and how likely each is when nothing else is known.

import Gazetteer

enum PlaceOptions {
  /// Names with more places than this are cut, so that the choice is bounded.
  static let most = 120

  /// - Parameter capitals: countries whose capital bears the name.
  static func make(
    _ candidates: [Candidate], _ gazetteer: Gazetteer, capitals: [CountryCode] = []
  ) -> [PlaceOption] {
    let options = candidates.prefix(most).map { candidate in
      let place = candidate.place
      let feature = gazetteer.feature(of: place)
      let population = gazetteer.population(of: place)
      return PlaceOption(
        place: place, feature: feature, country: gazetteer.countryCode(of: place),
        admin1: gazetteer.admin1(of: place), point: gazetteer.coordinates(of: place),
        population: population, isPrimary: candidate.isPrimary,
        prior: prior(feature, population) + (candidate.isPrimary ? 0.7 : 0))
    }
    return capitals.reduce(options.map { demoted($0, behind: options) }) { raised($0, $1) }
  }

  /// “León” has the letters of the language that writes it so: of the places whose names fold alike,
  /// those that bear this very one are likelier.
  static func spelled(
    _ options: [PlaceOption], as written: ArraySlice<UInt8>, _ gazetteer: Gazetteer
  ) -> [PlaceOption] {
    guard options.count > 1, written.contains(where: { $0 >= 0x80 }) else { return options }
    return options.map { option in
      var option = option
      gazetteer.withName(of: option.place) { name in
        let isSame =
          name.count == written.count
          && name.indices.allSatisfy { name[$0] == written[written.startIndex + $0] }
        if isSame { option.prior += ownSpelling }
      }
      return option
    }
  }

  /// By how much likelier, in points.
  private static let ownSpelling = 1.0

  /// News speak of a capital more often than its people alone would tell.
  private static func raised(_ options: [PlaceOption], _ country: CountryCode) -> [PlaceOption] {
    let towns = options.indices.filter {
      options[$0].country == country && options[$0].feature.isPopulated
    }
    guard let largest = towns.max(by: { options[$0].population < options[$1].population }) else {
      return options
    }
    var options = options
    options[largest].prior += 1
    return options
  }

  /// A town that also has, or once had, the name that another town of its country goes by is meant
  /// less often than that.
  private static func demoted(_ option: PlaceOption, behind options: [PlaceOption]) -> PlaceOption {
    guard !option.isPrimary, option.feature.isPopulated else { return option }
    let owner = options.first {
      $0.isPrimary && $0.country == option.country && $0.population >= knownPopulation
        && $0.feature.isPopulated
    }
    guard let owner, owner.prior - less < option.prior else { return option }
    var option = option
    option.prior = owner.prior - less
    return option
  }

  /// By how much less often, in points.
  private static let less = 1.5

  /// People of a town whose name is heard outside of it.
  private static let knownPopulation = 1000

  /// About the logarithm of how often news mean such a place by its name.
  private static func prior(_ feature: Feature, _ population: Int) -> Double {
    switch feature {
    case .country, .continent: 8
    case .admin1: 6
    case .region, .sea: 7
    case .admin2: 3.2 + 0.25 * Logarithm.decimal(population)
    case .city, .town, .settlement, .village, .neighbourhood:
      max(1.6, Logarithm.decimal(population))
    case .island, .desert, .mountain, .river, .lake: 4
    case .spot: 3.4
    case .other: 1
    }
  }
}

/// Logarithms without a library, exact to a few thousandths.
enum Logarithm {
  /// log10 of a whole number; 0 for less than 2.
  static func decimal(_ number: Int) -> Double {
    guard number > 1 else { return 0 }
    let exponent = Int.bitWidth - 1 - number.leadingZeroBitCount
    let mantissa = Double(number) / Double(1 << exponent)
    let fraction =
      (mantissa - 1)
      * (1.4425449 - 0.7181452 * (mantissa - 1) + 0.2756 * (mantissa - 1) * (mantissa - 1))
    return (Double(exponent) + fraction) * 0.30103
  }
}
