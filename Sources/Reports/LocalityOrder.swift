// The orders of lists of localities.

import Gazetteer

/// How a list of localities is sorted; the id decides among equals. Localities of undated reports only
/// come last in both orders of time.
package enum LocalityOrder: String, Sendable, CaseIterable {
  case mostReports = "-report_count"
  case fewestReports = "report_count"
  case name = "name"
  case nameBackwards = "-name"
  case newest = "-last_published"
  case oldest = "last_published"
}

/// Where a locality stands in one order, whether or not it is still there: what a cursor keeps.
package struct LocalityKey: Equatable, Sendable {
  /// A number that sorts upwards, where the order is one of numbers.
  package let rank: Int64
  /// The folded name, where the order is one of names; else empty.
  package let name: [UInt8]
  package let id: String

  package init(rank: Int64, name: [UInt8], id: String) {
    self.rank = rank
    self.name = name
    self.id = id
  }
}

/// A locality of an answer, before it is sorted.
struct RankedLocality {
  let rank: Int64
  /// Places stand in the order of their ids.
  let place: Place
  let tally: LocalityTally

  static func precedes(_ left: RankedLocality, _ right: RankedLocality) -> Bool {
    left.rank == right.rank ? left.place < right.place : left.rank < right.rank
  }
}

extension Snapshot {
  /// The number by which a locality is sorted.
  func rank(_ number: UInt32, _ tally: LocalityTally, _ order: LocalityOrder) -> Int64 {
    switch order {
    case .mostReports: -Int64(tally.reports)
    case .fewestReports: Int64(tally.reports)
    case .name: Int64(places.nameRanks[Int(number)])
    case .nameBackwards: -Int64(places.nameRanks[Int(number)])
    case .newest: ReportOrder.newestFirst.rank(time(tally.newest))
    case .oldest: ReportOrder.oldestFirst.rank(time(tally.newest))
    }
  }

  private func time(_ number: UInt32?) -> Int64 {
    guard let number else { return Segment.undated }
    let (segment, row) = numbering.report(number)
    return segment.columns.published[Int(row)]
  }

  /// The key of a locality in an order.
  func key(of locality: RankedLocality, _ order: LocalityOrder) -> LocalityKey {
    let id = gazetteer.id(of: locality.place)
    guard order.isByName else { return LocalityKey(rank: locality.rank, name: [], id: id) }
    return LocalityKey(rank: 0, name: foldedName(locality.place), id: id)
  }

  private func foldedName(_ place: Place) -> [UInt8] {
    Array(Folding.folded(gazetteer.name(of: place)).utf8)
  }

  /// Whether a locality stands behind a key, as a test of many.
  func isBehind(_ key: LocalityKey, _ order: LocalityOrder) -> (RankedLocality) -> Bool {
    let idBytes = Array(key.id.utf8)
    func isLater(_ place: Place) -> Bool {
      idBytes.lexicographicallyPrecedes(gazetteer.id(of: place).utf8)
    }
    if !order.isByName {
      return { $0.rank == key.rank ? isLater($0.place) : $0.rank > key.rank }
    }
    let ranks = places.nameRanks(of: key.name)
    return {
      let rank = abs($0.rank)
      if ranks.contains(rank) { return isLater($0.place) }
      return order == .name ? rank >= ranks.upperBound : rank < ranks.lowerBound
    }
  }
}

extension LocalityOrder {
  var isByName: Bool { self == .name || self == .nameBackwards }
}
