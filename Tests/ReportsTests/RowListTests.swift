// What is made of lists of rows, against sets.

import TestSupport
import Testing

@testable import Reports

private func list(_ random: inout SeededGenerator, below bound: UInt32, _ count: Int) -> RowList {
  let rows = (0..<count).map { _ in UInt32.random(in: 0..<bound, using: &random) }
  // A slice that does not begin at 0, as those of an index do.
  return ([0] + Set(rows).sorted())[1...]
}

@Test(arguments: 1...200 as ClosedRange<UInt64>)
func `lists are cut, joined and taken apart as sets are`(seed: UInt64) {
  var random = SeededGenerator(seed: seed)
  let bound: UInt32 = [10, 300, 5_000].randomElement(using: &random) ?? 10
  let lists = (0..<Int.random(in: 0...5, using: &random)).map { _ in
    list(&random, below: bound, Int.random(in: 0...Int(bound), using: &random) / 3)
  }
  let few = lists.map { $0.prefix(3) }
  for lists in [lists, few] {
    let union = RowList.union(lists, rowCount: Int(bound))
    #expect(Array(union) == lists.reduce(into: Set()) { $0.formUnion($1) }.sorted(), "seed \(seed)")
    guard let first = lists.first, let last = lists.last else { continue }
    let (left, right) = (Set(first), Set(last))
    #expect(Array(first.intersection(last)) == left.intersection(right).sorted(), "seed \(seed)")
    #expect(Array(first.subtracting(last)) == left.subtracting(right).sorted(), "seed \(seed)")
    let ends = [UInt32.random(in: 0...bound, using: &random), bound / 2].sorted()
    let range = ends[0]..<ends[1]
    #expect(Array(first.clamped(to: range)) == first.filter { range.contains($0) }, "seed \(seed)")
  }
}

@Test(arguments: 1...40 as ClosedRange<UInt64>)
func `postings give each key its rows`(seed: UInt64) {
  var random = SeededGenerator(seed: seed)
  let keyCount = Int.random(in: 1...30, using: &random)
  var pairs: [(key: Int, row: UInt32)] = []
  for row in 0..<UInt32.random(in: 0...50, using: &random) {
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      pairs.append((Int.random(in: 0..<keyCount, using: &random), row))
    }
  }
  let postings = Postings(keyCount: keyCount) { take in pairs.forEach { take($0.key, $0.row) } }
  for key in 0..<keyCount {
    let rows = Set(pairs.filter { $0.key == key }.map(\.row)).sorted()
    #expect(Array(postings[key]) == rows, "seed \(seed), key \(key)")
    #expect(postings.count(key) == rows.count, "seed \(seed), key \(key)")
  }
}
