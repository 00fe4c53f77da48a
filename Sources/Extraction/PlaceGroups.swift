// Candidates that lie in one unit, district or country, and how much of the names they have.

import Gazetteer

/// The groups that the candidates of a report fall into, numbered from 1; 0 is none.
struct PlaceGroups {
  struct Member {
    var same = 0
    var country = 0
    var unit = 0
    var district = 0
    /// Is the country, the unit or the district itself.
    var isCountry = false
    var isUnit = false
    var isDistrict = false
  }

  private(set) var members: [Member] = []
  private var counts = Member()

  init(_ candidates: PlaceCandidates) {
    var places = Numbers<Place>()
    var countries = Numbers<CountryCode>()
    var units = Numbers<Place>()
    var districts = Numbers<Place>()
    for candidate in candidates.all {
      let option = candidate.option
      var member = Member()
      member.same = places.number(of: option.place)
      member.isCountry = option.feature == .country
      member.isUnit = option.feature == .admin1
      member.isDistrict = option.feature == .admin2
      if !option.country.letters.isEmpty { member.country = countries.number(of: option.country) }
      if !option.feature.isWorldwide {
        let unit = member.isUnit ? option.place : option.admin1
        member.unit = unit.map { units.number(of: $0) } ?? 0
        let district =
          member.isDistrict ? option.place : candidates.gazetteer.admin2(of: option.place)
        member.district = district.map { districts.number(of: $0) } ?? 0
      }
      members.append(member)
    }
    counts.same = places.count
    counts.country = countries.count
    counts.unit = units.count
    counts.district = districts.count
  }

  /// The masses of all groups, from the shares of all candidates.
  func masses(_ shares: [Double]) -> PlaceMasses {
    var masses = PlaceMasses(
      same: [Double](repeating: 0, count: counts.same + 1),
      country: [Mass](repeating: Mass(), count: counts.country + 1),
      unit: [Mass](repeating: Mass(), count: counts.unit + 1),
      district: [Mass](repeating: Mass(), count: counts.district + 1))
    for (member, share) in zip(members, shares) {
      masses.same[member.same] += share
      masses.country[member.country].add(share, itself: member.isCountry)
      masses.unit[member.unit].add(share, itself: member.isUnit)
      masses.district[member.district].add(share, itself: member.isDistrict)
    }
    (masses.country[0], masses.unit[0], masses.district[0]) = (Mass(), Mass(), Mass())
    return masses
  }

  /// What one name has of each.
  func masses(_ shares: [Double], of range: Range<Int>) -> OwnMasses {
    OwnMasses(members: members[range], shares: shares[range])
  }

  private struct Numbers<Key: Hashable> {
    private var numbers: [Key: Int] = [:]
    var count: Int { numbers.count }

    mutating func number(of key: Key) -> Int {
      if let number = numbers[key] { return number }
      numbers[key] = numbers.count + 1
      return numbers.count
    }
  }
}

/// Shares of candidates that are a unit, and of those that lie in it.
struct Mass {
  private(set) var itself = 0.0
  private(set) var inside = 0.0

  mutating func add(_ share: Double, itself isItself: Bool) {
    if isItself { itself += share } else { inside += share }
  }

  static func - (all: Mass, own: Mass) -> Mass {
    var rest = all
    rest.itself -= own.itself
    rest.inside -= own.inside
    return rest
  }
}

struct PlaceMasses {
  var same: [Double]
  var country: [Mass]
  var unit: [Mass]
  var district: [Mass]
}

/// The masses of one name; it has few candidates.
struct OwnMasses {
  let members: ArraySlice<PlaceGroups.Member>
  let shares: ArraySlice<Double>

  func country(_ number: Int) -> Mass { mass(number, \.country, \.isCountry) }
  func unit(_ number: Int) -> Mass { mass(number, \.unit, \.isUnit) }
  func district(_ number: Int) -> Mass { mass(number, \.district, \.isDistrict) }

  private func mass(
    _ number: Int, _ group: KeyPath<PlaceGroups.Member, Int>,
    _ isItself: KeyPath<PlaceGroups.Member, Bool>
  ) -> Mass {
    var mass = Mass()
    for index in members.indices where members[index][keyPath: group] == number {
      mass.add(shares[index], itself: members[index][keyPath: isItself])
    }
    return mass
  }
}
