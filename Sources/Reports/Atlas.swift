// Where the localities of a segment lie.

import Gazetteer

/// What queries ask of localities, looked up in the gazetteer once; columns by locality number.
struct Atlas: Sendable {
  let points: [Coordinates]
  private let spherePoints: [SpherePoint]
  private let countries: [CountryCode]
  private let admin1: [Place?]
  /// Those that lie where their points are, from west to east.
  let byLongitude: [UInt32]
  /// All others, which have an extent; an area whose box is not known counts where its point is.
  private let areas: [(locality: UInt32, box: SphereBox)]
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
    areas = numbers.compactMap { number in
      let (place, point) = (places[Int(number)], points[Int(number)])
      let box = gazetteer.isPoint(place) ? nil : gazetteer.box(of: place) ?? Box(at: point)
      return box.map { (number, SphereBox($0)) }
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

  // MARK: - Areas

  /// Those in a box, and the areas that it meets.
  ///
  /// - Complexity: besides that, O(areas), some thousands in a large store.
  func localities(possiblyIn box: Box) -> RowList {
    rising(localities(in: box)) { $0.box.meets(box) }
  }

  /// Those in a circle, and the areas whose box it meets.
  func localities(possiblyIn circle: Circle) -> RowList {
    let (center, reach) = (MeridianPoint(circle.center), circle.squaredChord)
    return rising(localities(in: circle)) { $0.squaredChord(to: center) <= reach }
  }

  /// Some points and areas, in the order of their numbers.
  private func rising(_ points: RowList, andAreas isIn: (SphereBox) -> Bool) -> RowList {
    (points + areas.filter { isIn($0.box) }.map(\.locality)).sorted()[...]
  }

  private func numbers(where isIn: (Int) -> Bool) -> RowList {
    points.indices.filter(isIn).map { UInt32($0) }[...]
  }
}
