// A store that has come to its reports by many edits.

import Gazetteer
import TestSupport

@testable import Reports

/// The reports in several parts: others were there before them, some of them were otherwise, and some
/// parts have become one.
func makeParts(_ entries: [ReportEntry], _ globe: SmallGlobe, seed: UInt64) -> Snapshot {
  var random = SeededGenerator(seed: seed &+ 91)
  var reports = RandomReports(seed: seed &+ 92, places: globe.places)
  let first = reports.changed(entries)
  var snapshot = makeSnapshot(first, globe.gazetteer)
  var rest = entries.shuffled(using: &random)[...]
  let wanted = Set(entries.map(\.id))
  var unwanted = first.map(\.id).filter { !wanted.contains($0) }[...]
  while !rest.isEmpty || !unwanted.isEmpty {
    var edit = Edit(intake: .init())
    let now = rest.prefix(.random(in: 1...40, using: &random))
    rest = rest.dropFirst(now.count)
    // Some are otherwise at first.
    let early = rest.suffix(.random(in: 0...3, using: &random)).map { entry in
      var entry = entry
      entry.headline = "an early one"
      return entry
    }
    edit.taken = now + early
    edit.removed = Array(unwanted.prefix(.random(in: 0...9, using: &random)))
    unwanted = unwanted.dropFirst(edit.removed.count)
    snapshot = snapshot.applying(edit, made: 0).snapshot
    if Int.random(in: 0..<4, using: &random) == 0 { snapshot = merged(snapshot, &random) }
  }
  return snapshot
}

/// The same with some parts as one.
func merged(_ snapshot: Snapshot, _ random: inout SeededGenerator) -> Snapshot {
  let chosen = snapshot.parts.indices.filter { _ in Bool.random(using: &random) }
  return snapshot.placing(snapshot.merging(chosen)) ?? snapshot
}
