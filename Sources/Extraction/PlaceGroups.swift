// Candidates that lie in one unit, district or country, and how much of the names they have.

import Gazetteer

/// The countries, units and districts of a report's candidates, in one numbering from 1; 0 is none.
struct PlaceGroups {
  struct Member {
    /// The candidate's place: candidates of several names may share it.
    var place = 0
    var country = 0
    var unit = 0
    var district = 0
    /// Which of the three it is itself.
    var itself = 0
  }

  private(set) var members: [Member] = []
  private let placeCount: Int
  private let groupCount: Int

  init(_ candidates: PlaceCandidates) {
    var places = Numbers<Place>()
    var groups = Numbers<Group>()
    for candidate in candidates.all {
      let option = candidate.option
      var member = Member()
      member.place = places.number(of: option.place)
      if !option.country.isNone { member.country = groups.number(of: .country(option.country)) }
      if option.feature == .country { member.itself = member.country }
      if !option.feature.isWorldwide {
        let isUnit = option.feature == .admin1
        let unit = isUnit ? option.place : option.admin1
        member.unit = unit.map { groups.number(of: .place($0)) } ?? 0
        let isDistrict = option.feature == .admin2
        let district =
          isDistrict ? option.place : candidates.gazetteer.admin2(of: option.place)
        member.district = district.map { groups.number(of: .place($0)) } ?? 0
        member.itself = isUnit ? member.unit : isDistrict ? member.district : 0
      }
      members.append(member)
    }
    (placeCount, groupCount) = (places.count, groups.count)
  }

  /// The masses of all groups, from the shares of all candidates.
  func masses(_ shares: [Double]) -> PlaceMasses {
    var masses = PlaceMasses(
      ofPlace: [Double](repeating: 0, count: placeCount + 1),
      ofGroup: [Mass](repeating: Mass(), count: groupCount + 1))
    for (member, share) in zip(members, shares) {
      masses.ofPlace[member.place] += share
      for group in [member.country, member.unit, member.district] where group != 0 {
        masses.ofGroup[group].add(share, itself: group == member.itself)
      }
    }
    return masses
  }

  /// What some candidates have of a group.
  func mass(_ group: Int, _ shares: [Double], of range: Range<Int>) -> Mass {
    var mass = Mass()
    if group == 0 { return mass }
    for index in range {
      let member = members[index]
      if member.country == group || member.unit == group || member.district == group {
        mass.add(shares[index], itself: member.itself == group)
      }
    }
    return mass
  }

  private enum Group: Hashable {
    case country(CountryCode)
    case place(Place)
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

/// Shares of candidates that are a country, unit or district, and of those that lie in it.
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
  var ofPlace: [Double]
  var ofGroup: [Mass]
}
