// What holds of every snapshot, checked by tests.

import Digests
import Gazetteer

extension Snapshot {
  /// The first promise that does not hold, in words; nil when all do.
  ///
  /// - Complexity: that of its segments.
  package func brokenInvariant() -> String? {
    for part in parts {
      if let broken = part.brokenInvariant(places) { return broken }
    }
    let ids = parts.flatMap { part in
      part.rows.numbers.map { Array(part.segment.idBytes($0)) }
    }
    if Set(ids).count != ids.count { return "an id is in two parts" }
    return places.brokenInvariant(gazetteer).map { "places: \($0)" }
  }
}

extension Part {
  fileprivate func brokenInvariant(_ table: PlaceTable) -> String? {
    if places.map({ table.places[Int($0)] }) != segment.namings.places {
      return "a locality has the number of another place"
    }
    if count == 0 { return "a part is empty" }
    let isThere = Set(rows.numbers)
    let left = segment.quotations.list(of: rows.numbers)
    if quotations.numbers != left { return "quotations are there without their reports" }
    var (sums, contents) = ([LocalityTally](repeating: .init(), count: places.count), DigestSum())
    segment.namings.namings.forEachByRow { row, naming in
      if !isThere.contains(row) { return }
      sums[Int(naming.locality)].add(naming, row: row, isDated: row < segment.firstUndated)
    }
    for row in rows.numbers { contents.add(segment.columns.digests[Int(row)]) }
    if sums != tallies { return "a tally counts what is gone, or not what is there" }
    if contents != self.contents { return "the digest is not that of the reports" }
    return rows.broken(segment.count) ?? quotations.broken(segment.quotations.count)
      ?? segment.brokenInvariant()
      ?? atlas.brokenInvariant(segment.namings).map { "atlas: \($0)" }
  }
}

extension Present {
  fileprivate func broken(_ count: Int) -> String? {
    let isWhole = (numbers + gone).sorted() == Array(0..<UInt32(count))
    let isRising = Array(numbers) == numbers.sorted() && Array(gone) == gone.sorted()
    return isWhole && isRising ? nil : "a number is neither there nor gone, or both"
  }
}

extension PlaceTable {
  fileprivate func brokenInvariant(_ gazetteer: Gazetteer) -> String? {
    let names = places.map { Array(Folding.folded(gazetteer.name(of: $0)).utf8) }
    let order = places.indices.sorted { left, right in
      names[left] == names[right]
        ? places[left] < places[right] : names[left].lexicographicallyPrecedes(names[right])
    }
    if Set(places).count != count { return "one stands twice" }
    if byName.map({ Int($0) }) != order { return "they do not stand in the order of their names" }
    for (rank, number) in order.enumerated() {
      let first = order[..<rank].lastIndex { names[$0] != names[number] }.map { $0 + 1 } ?? 0
      if Int(nameRanks[number]) != first { return "a rank is not that of the name" }
    }
    return nil
  }
}

extension Atlas {
  func brokenInvariant(_ namings: NamingTable) -> String? {
    if points.count != namings.count { return "columns differ in length" }
    if Set(byLongitude).count != byLongitude.count { return "one stands twice" }
    let longitudes = byLongitude.map { points[Int($0)].longitude }
    if longitudes != longitudes.sorted() { return "localities do not stand from west to east" }
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
