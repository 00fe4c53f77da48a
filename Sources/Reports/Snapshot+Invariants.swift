// What holds of every snapshot, checked by tests.

import Gazetteer

extension Snapshot {
  /// The first promise that does not hold, in words; nil when all do.
  ///
  /// - Complexity: that of its segment.
  package func brokenInvariant() -> String? {
    reports.brokenInvariant() ?? atlas.brokenInvariant(reports.namings).map { "atlas: \($0)" }
  }
}

extension Atlas {
  func brokenInvariant(_ namings: NamingTable) -> String? {
    let lengths = [points.count, byName.count, nameRanks.count]
    if lengths.contains(where: { $0 != namings.count }) { return "columns differ in length" }
    let numbers = Array(0..<UInt32(namings.count))
    if byName.sorted() != numbers || Set(byLongitude).count != byLongitude.count {
      return "an order does not hold each locality once"
    }
    let longitudes = byLongitude.map { points[Int($0)].longitude }
    if longitudes != longitudes.sorted() { return "localities do not stand from west to east" }
    let ranks = byName.map { Int(nameRanks[Int($0)]) }
    for (index, rank) in ranks.enumerated() where rank != index && rank != ranks[max(index, 1) - 1]
    {
      return "names do not stand in the order of their ranks"
    }
    return brokenCountry(namings)
  }

  private func brokenCountry(_ namings: NamingTable) -> String? {
    if Set(codes).count != codes.count { return "a country stands twice" }
    for (key, code) in codes.enumerated() {
      let lists = localities(in: [code]).map { namings.reports[Int($0)] }
      if Set(lists.joined()).sorted() != Array(countryReports[key]) {
        return "a country does not know the reports of its localities"
      }
    }
    return nil
  }
}
