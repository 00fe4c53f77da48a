// Conditions on places.

import Gazetteer

extension Search {
  func addPlaces(to conjunction: inout Conjunction) {
    let wanted = conditions.places.filter { !$0.isNot }.map(\.test)
    if !wanted.isEmpty { conjunction.add(reports(naming: wanted)) }
    for condition in conditions.places where condition.isNot {
      conjunction.add(reports(naming: [condition.test]), isNot: true)
    }
  }

  /// The reports that name one locality which meets all of some tests.
  private func reports(naming tests: [PlaceTest]) -> RowList {
    if case .country(let codes) = tests.first, tests.count == 1 {
      return atlas.reports(in: codes, rowCount: segment.count)
    }
    let told = tests.compactMap(\.told)
    let localities = localities(meeting: tests)
    let reports = localities.map { segment.namings.reports[Int($0)] }
    let rows = RowList.union(reports, rowCount: segment.count)
    if told.isEmpty { return rows }
    let isIn = RowBits(localities, count: segment.namings.count)
    return rows.filter { row in
      segment.namings.namings[row].contains { naming in
        isIn.contains(naming.locality) && naming.told.meet(told)
      }
    }[...]
  }

  /// The localities that meet all of some tests, of what is told at least in some report.
  func localities(meeting tests: [PlaceTest]) -> RowList {
    .intersection(tests.map { localities(meeting: $0) })
  }

  func localities(meeting test: PlaceTest) -> RowList {
    switch test {
    case .place(let places):
      return Set(places.compactMap { segment.namings.number(of: $0) }).sorted()[...]
    case .country(let codes): return atlas.localities(in: codes)
    case .admin1(let units): return atlas.localities(inAdmin1: Set(units))
    case .box(let box, .within): return atlas.localities(in: box)
    case .box(let box, .possible): return atlas.localities(possiblyIn: box)
    case .circle(let circle, .within): return atlas.localities(in: circle)
    case .circle(let circle, .possible): return atlas.localities(possiblyIn: circle)
    case .told(let wanted):
      let tallies = segment.namings.tallies
      return tallies.indices.filter { !tallies[$0].told.isDisjoint(with: wanted) }
        .map { UInt32($0) }[...]
    }
  }
}

extension PlaceTest {
  /// Of a test of what is told, which reports may answer differently.
  var told: Told? {
    if case .told(let told) = self { told } else { nil }
  }
}

extension RowBits {
  init(_ rows: RowList, count: Int) {
    self.init(count: count)
    for row in rows { insert(row) }
  }
}
