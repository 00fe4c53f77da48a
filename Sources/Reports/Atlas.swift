// Where the localities of a segment lie.

import Gazetteer

/// What queries ask of localities, looked up in the gazetteer once; columns by locality number.
struct Atlas: Sendable {
  let points: [Coordinates]
  private let spherePoints: [SpherePoint]
  private let countries: [CountryCode]
  private let admin1: [Place?]
  /// Those that lie where their points are, from west to east; a country or a region lies in no box and
  /// no circle.
  let byLongitude: [UInt32]
  /// Codes in the order in which they first come.
  let codes: [CountryCode]
  /// The reports that name a locality in each of `codes`.
  let countryReports: Postings

  init(_ namings: NamingTable, _ gazetteer: Gazetteer) {
    let places = namings.places
    let numbers = places.indices.map { UInt32($0) }
    let points = places.map { gazetteer.coordinates(of: $0) }
    self.points = points
    spherePoints = points.map { SpherePoint($0) }
    countries = places.map { gazetteer.countryCode(of: $0) }
    admin1 = places.map { gazetteer.admin1(of: $0) }
    byLongitude = numbers.filter { gazetteer.isPoint(places[Int($0)]) }.sorted {
      points[Int($0)].longitude < points[Int($1)].longitude
    }
    (codes, countryReports) = Self.reportsByCountry(namings, countries)
  }

  private static func reportsByCountry(
    _ namings: NamingTable, _ countries: [CountryCode]
  ) -> ([CountryCode], Postings) {
    var codes: [CountryCode] = []
    var keys: [CountryCode: Int] = [:]
    for code in countries where keys[code] == nil {
      keys[code] = codes.count
      codes.append(code)
    }
    let keyOf = countries.map { keys[$0] ?? 0 }
    let reports = Postings(keyCount: codes.count) { take in
      namings.namings.forEachByRow { take(keyOf[Int($1.locality)], $0) }
    }
    return (codes, reports)
  }

  /// The reports that name a locality in any of some countries.
  func reports(in wanted: [CountryCode], rowCount: Int) -> RowList {
    let lists = codes.indices.filter { wanted.contains(codes[$0]) }.map { countryReports[$0] }
    return .union(lists, rowCount: rowCount)
  }

  // MARK: - Localities

  func localities(in wanted: [CountryCode]) -> RowList {
    numbers { wanted.contains(countries[$0]) }
  }

  /// Those that lie in some units of the first level; a unit lies in itself.
  func localities(inAdmin1 wanted: Set<Place>) -> RowList {
    numbers { admin1[$0].map { wanted.contains($0) } ?? false }
  }

  func localities(in circle: Circle) -> RowList {
    let (center, reach) = (SpherePoint(circle.center), circle.squaredChord)
    return byLongitude.filter { spherePoints[Int($0)].squaredChord(to: center) <= reach }
      .sorted()[...]
  }

  func localities(in box: Box) -> RowList {
    let found = box.longitudes.flatMap { stretch in
      let first = byLongitude.partitioningIndex {
        points[Int($0)].longitude >= stretch.lowerBound
      }
      return byLongitude[first...]
        .prefix { points[Int($0)].longitude <= stretch.upperBound }
        .filter { box.south...box.north ~= points[Int($0)].latitude }
    }
    return Set(found).sorted()[...]
  }

  private func numbers(where isIn: (Int) -> Bool) -> RowList {
    points.indices.filter(isIn).map { UInt32($0) }[...]
  }
}
