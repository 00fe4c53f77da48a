// The index of names agrees with a linear scan of the table.

import TestSupport
import Testing

@testable import Gazetteer

/// A place as the scan sees it.
private struct Row {
  let id: String
  let name: String
  let alternates: [String]
  let feature: Feature
  let people: Int

  var line: String {
    GazetteerTests.line(
      id, name, also: alternates.joined(separator: "|"), is: feature.rawValue, people: "\(people)")
  }

  /// Whether the row bears a name as written: its first name first; nil when it does not.
  func bears(_ written: String) -> (isPrimary: Bool, Bool)? {
    let folded = Folding.folded(written)
    if folded.isEmpty { return nil }
    if Folding.folded(name) == folded { return (true, true) }
    let isFound = alternates.contains { alternate in
      Folding.folded(alternate) == folded && (!isShort(alternate) || alternate == written)
    }
    return isFound ? (false, true) : nil
  }

  private func isShort(_ text: String) -> Bool {
    let letters = text.filter { $0 != "." }
    return text.hasSuffix(".") || letters.count <= 4 && letters.allSatisfy(\.isUppercase)
  }
}

@Test(arguments: 0..<6 as Range<UInt64>)
func `every name finds what a linear scan finds, in its order`(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let rows = (0..<200).map { randomRow($0, &random) }
  let gazetteer = try SmallTable(rows.map(\.line).shuffled(using: &random)).gazetteer
  let written = rows.flatMap { [$0.name] + $0.alternates }
  let asked = written + written.map { $0.lowercased() } + written.map { $0.uppercased() }
  let others = (0..<500).map { _ in randomName(&random) }
  for name in Set(asked + others) {
    let found = gazetteer.candidates(name)
    let expected = scan(rows, name)
    #expect(found.map { gazetteer.id(of: $0.place) } == expected.map(\.id), "seed \(seed): \(name)")
    #expect(found.map(\.isPrimary) == expected.map(\.isPrimary), "seed \(seed): \(name)")
    let folded = Array(Folding.folded(name).utf8)
    let hasName = gazetteer.hasName(folded: folded.span)
    #expect(hasName || found.isEmpty, "seed \(seed): \(name)")
  }
}

private func scan(_ rows: [Row], _ name: String) -> [(id: String, isPrimary: Bool)] {
  let found = rows.compactMap { row in row.bears(name).map { (row, $0.isPrimary) } }
  let keys = found.map { row, isPrimary in
    (
      row.feature.isWorldwide ? 0 : isPrimary ? 1 : 2, Int(row.feature.precedence), -row.people,
      row.id, isPrimary
    )
  }
  return keys.sorted { ($0.0, $0.1, $0.2, $0.3) < ($1.0, $1.1, $1.2, $1.3) }.map { ($0.3, $0.4) }
}

private func randomRow(_ number: Int, _ random: inout SeededGenerator) -> Row {
  Row(
    id: "id\(number)", name: randomName(&random),
    alternates: (0..<Int.random(in: 0..<5, using: &random)).map { _ in randomName(&random) },
    feature: Feature.allCases.randomElement(using: &random) ?? .other,
    people: Int.random(in: 0..<3, using: &random))
}

/// Few letters and few lengths, so that many names are alike.
private func randomName(_ random: inout SeededGenerator) -> String {
  let pieces = ["A", "b", "É", "US", "Ore", ".", " ", "-", "a", "B", "ß"]
  let name = (0..<Int.random(in: 1..<5, using: &random)).map { _ in
    pieces.randomElement(using: &random) ?? ""
  }.joined()
  return Folding.folded(name).isEmpty ? "A\(name)" : name
}

@Test(arguments: 0..<4 as Range<UInt64>)
func `names in many runs come out as those in one`(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let written = (0..<500).map { _ in Array(randomName(&random).utf8) }
  let few = try merged(written, runLength: 7)
  let one = try merged(written, runLength: 1000)
  #expect(few.elementsEqual(one, by: ==), "seed \(seed)")
  let folded = written.map { Array(Folding.folded(String(decoding: $0, as: UTF8.self)).utf8) }
  let expected = Set(folded).sorted { $0.lexicographicallyPrecedes($1) }
  #expect(few.map(\.name) == expected, "seed \(seed)")
  for (name, rows) in few { #expect(rows == folded.indices.filter { folded[$0] == name }) }
}

private func merged(
  _ written: [[UInt8]], runLength: Int
) throws -> [(name: [UInt8], rows: [Int])] {
  var list = NameList(runLength: runLength)
  for (row, name) in written.enumerated() {
    try list.add(name.span, NameBearer(row: UInt32(row), isPrimary: true, spelling: nil))
  }
  var merge = try list.sorted()
  var result: [(name: [UInt8], rows: [Int])] = []
  var name: [UInt8] = []
  var bearers: [NameBearer] = []
  while try merge.next(&name, &bearers) {
    result.append((name, bearers.map { Int($0.row) }.sorted()))
  }
  return result
}
