// The places that any report names, in one numbering over all parts of a snapshot.

import Gazetteer

/// Places numbered as they came, with the order of their names. It only grows, so that a number once
/// given stays; a place that nobody names any more does no harm.
final class PlaceTable: Sendable {
  let places: [Place]
  private let numbers: [Place: UInt32]
  /// Folded, by number.
  private let names: StringTable
  /// Numbers in the order of their folded names, then of their places.
  let byName: [UInt32]
  /// How many numbers have an earlier name than each; equal names have equal ranks.
  let nameRanks: [UInt32]

  var count: Int { places.count }

  /// No place.
  init() {
    (places, numbers, names, byName, nameRanks) = ([], [:], StringTable(), [], [])
  }

  /// - Parameter new: places that `table` does not have, each once.
  private init(_ table: PlaceTable, adding new: [Place], _ gazetteer: Gazetteer) {
    var (numbers, names) = (table.numbers, table.names)
    for (number, place) in zip(UInt32(table.count)..., new) {
      numbers[place] = number
      _ = names.add(Folding.folded(gazetteer.name(of: place)))
    }
    let places = table.places + new
    func precedes(_ left: UInt32, _ right: UInt32) -> Bool {
      let (a, b) = (Symbol(number: left), Symbol(number: right))
      return names.equal(a, b)
        ? places[Int(left)] < places[Int(right)] : names.precedes(a, b)
    }
    let sorted = (UInt32(table.count)..<UInt32(places.count)).sorted(by: precedes)
    let byName = Self.merged(table.byName, sorted, by: precedes)
    self.places = places
    self.numbers = numbers
    self.names = names
    self.byName = byName
    nameRanks = Self.ranks(byName, names)
  }

  /// The same with some more places; itself where it has them all.
  ///
  /// - Complexity: O(more places), and where one is new O(all + new × log new).
  func adding(_ more: [Place], _ gazetteer: Gazetteer) -> PlaceTable {
    let new = more.filter { numbers[$0] == nil }
    return new.isEmpty ? self : PlaceTable(self, adding: new, gazetteer)
  }

  /// The numbers of places that it has.
  func numbers(of places: [Place]) -> [UInt32] { places.map { numbers[$0] ?? 0 } }

  /// From how many places have an earlier name to how many have no later one.
  func nameRanks(of name: [UInt8]) -> Range<Int64> {
    let held = byName.lazy.map { [names] in names.bytes[names.range(Symbol(number: $0))] }
    let start = held.partitioningIndex { !$0.lexicographicallyPrecedes(name) }
    let end = held[start...].partitioningIndex { name.lexicographicallyPrecedes($0) }
    return Int64(start)..<Int64(end)
  }

  private static func merged(
    _ left: [UInt32], _ right: [UInt32], by precedes: (UInt32, UInt32) -> Bool
  ) -> [UInt32] {
    var merged: [UInt32] = []
    merged.reserveCapacity(left.count + right.count)
    var rest = left[...]
    for number in right {
      let end = rest.partitioningIndex { precedes(number, $0) }
      merged.append(contentsOf: rest[..<end])
      merged.append(number)
      rest = rest[end...]
    }
    return merged + rest
  }

  private static func ranks(_ byName: [UInt32], _ names: StringTable) -> [UInt32] {
    var ranks = [UInt32](repeating: 0, count: byName.count)
    for (rank, number) in byName.enumerated() {
      let before = rank == 0 ? number : byName[rank - 1]
      let isNew = !names.equal(Symbol(number: before), Symbol(number: number))
      ranks[Int(number)] = isNew ? UInt32(rank) : ranks[Int(before)]
    }
    return ranks
  }
}

extension StringTable {
  fileprivate func equal(_ left: Symbol, _ right: Symbol) -> Bool {
    bytes[range(left)].elementsEqual(bytes[range(right)])
  }
}
