// Which report names which locality.

import Gazetteer

/// The localities of a segment: the same place in two reports is one of them. They are numbered by
/// the reports that name them, most first, then by the place's id.
struct NamingTable: Sendable {
  /// By locality.
  let places: [Place]
  /// By report.
  let namings: Grouped<Naming>
  /// By locality, over all reports.
  let tallies: [LocalityTally]
  /// The reports of each locality.
  let reports: Postings
  /// Reports from this row on have no date.
  let firstUndated: UInt32
  /// Locality numbers in the order of their places.
  private let byPlace: [UInt32]

  var count: Int { places.count }

  /// - Parameter drafts: by report, each with the row of a place for its locality.
  init(_ drafts: Grouped<Naming>, firstUndated: UInt32) {
    var counts: [UInt32: Int] = [:]
    for naming in drafts.elements { counts[naming.locality, default: 0] += 1 }
    let order = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    var numbers: [UInt32: UInt32] = [:]
    for (number, row) in order.enumerated() { numbers[row] = UInt32(number) }
    let namings = drafts.map { draft in
      var naming = draft
      naming.locality = numbers[draft.locality] ?? 0
      return naming
    }

    places = order.map { Place(row: $0) }
    self.namings = namings
    self.firstUndated = firstUndated
    tallies = Self.tallies(namings, localities: order.count, firstUndated)
    reports = Postings(keyCount: order.count) { take in
      namings.forEachByRow { take(Int($1.locality), $0) }
    }
    byPlace = order.indices.sorted { order[$0] < order[$1] }.map { UInt32($0) }
  }

  private static func tallies(
    _ namings: Grouped<Naming>, localities: Int, _ firstUndated: UInt32
  ) -> [LocalityTally] {
    var tallies = [LocalityTally](repeating: LocalityTally(), count: localities)
    namings.forEachByRow { row, naming in
      tallies[Int(naming.locality)].add(naming, row: row, isDated: row < firstUndated)
    }
    return tallies
  }

  /// The number of the locality of a place; nil where no report names it.
  ///
  /// - Complexity: O(log localities).
  func number(of place: Place) -> UInt32? {
    let index = byPlace.partitioningIndex { places[Int($0)] >= place }
    guard index < byPlace.count, places[Int(byPlace[index])] == place else { return nil }
    return byPlace[index]
  }
}
