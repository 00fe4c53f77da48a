// An edit gives the same store as all its reports taken at once, in whatever parts it is.

import TestSupport
import Testing

@testable import Reports

/// Reports that come, change and go: what the store makes of it, and what a list of them makes.
private struct Edited {
  let globe: SmallGlobe
  var snapshot: Snapshot
  var entries: [ReportEntry] = []
  private var reports: RandomReports
  private var random: SeededGenerator
  private var rounds = 0

  init(seed: UInt64) throws {
    globe = try SmallGlobe()
    reports = RandomReports(seed: seed, places: globe.places)
    random = SeededGenerator(seed: seed &+ 1)
    snapshot = makeSnapshot([], globe.gazetteer)
  }

  /// - Returns: the changes that the store told, and those that it should have.
  mutating func edit() -> (told: [Change], expected: [Change]) {
    rounds += 1
    var edit = Edit(intake: .init())
    edit.removed = entries.map(\.id).filter { _ in Int.random(in: 0..<6, using: &random) == 0 }
    edit.removed += ["never", edit.removed.first ?? "there"]
    edit.taken = reports.entries(.random(in: 0...25, using: &random)).map { entry in
      var entry = entry
      entry.id += "-\(rounds)"
      return entry
    }
    for entry in entries where Int.random(in: 0..<5, using: &random) == 0 {
      var entry = entry
      if Bool.random(using: &random) { entry.headline = "edited \(rounds)" }
      edit.taken.append(entry)
    }
    edit.taken.shuffle(using: &random)
    let next = snapshot.applying(edit, made: 0)
    snapshot = next.snapshot
    return (next.changes, apply(edit))
  }

  private mutating func apply(_ edit: Edit) -> [Change] {
    var changes: [Change] = []
    for id in edit.removed {
      guard let index = entries.firstIndex(where: { $0.id == id }) else { continue }
      entries.remove(at: index)
      changes.append(Change(.deleted, id))
    }
    for entry in edit.taken {
      if let index = entries.firstIndex(where: { $0.id == entry.id }) {
        if entries[index].headline == entry.headline { continue }
        entries[index] = entry
        changes.append(Change(.updated, entry.id))
      } else {
        entries.append(entry)
        changes.append(Change(.added, entry.id))
      }
    }
    return changes
  }

  mutating func merge() { snapshot = merged(snapshot, &random) }
}

@Test(arguments: 1...12 as ClosedRange<UInt64>)
func `after any edits the store says what all its reports taken at once say`(
  seed: UInt64
) throws {
  var edited = try Edited(seed: seed)
  var count: Int64 = 0
  for _ in 0..<12 {
    let (told, expected) = edited.edit()
    #expect(told == expected, "seed \(seed)")
    count += Int64(told.count)
    #expect(edited.snapshot.changeNumber == count)
    let whole = makeSnapshot(edited.entries.shuffled(), edited.globe.gazetteer)
    #expect(edited.snapshot.version == whole.version, "seed \(seed)")
    #expect(edited.snapshot.brokenInvariant() == nil, "seed \(seed)")
    edited.merge()
    #expect(edited.snapshot.version == whole.version, "seed \(seed)")
    #expect(edited.snapshot.brokenInvariant() == nil, "seed \(seed)")
    #expect(edited.snapshot.reportCount == edited.entries.count)
  }
}

@Test(arguments: 1...8 as ClosedRange<UInt64>)
func `reports that go while their parts are merged are gone`(seed: UInt64) throws {
  var edited = try Edited(seed: seed)
  for _ in 0..<6 { _ = edited.edit() }
  let merge = edited.snapshot.merging(Array(edited.snapshot.parts.indices.dropFirst()))
  _ = edited.edit()
  let before = edited.snapshot
  let after = try #require(before.placing(merge))
  #expect(after.parts.count < before.parts.count)
  #expect(after.version == before.version)
  #expect(after.changeNumber == before.changeNumber)
  #expect(after.brokenInvariant() == nil, "seed \(seed)")
  #expect(after.placing(merge) == nil)
}

@Test(arguments: 1...8 as ClosedRange<UInt64>)
func `all reports one after another stand in order, whatever parts they are in`(
  seed: UInt64
) throws {
  let trial = try Trial(seed: seed * 2, count: 120)
  #expect(trial.snapshot.parts.count > 1)
  for order in ReportOrder.allCases {
    var (reports, ids) = (trial.snapshot.allReports(Conditions(), order), [String]())
    #expect(reports.count == trial.entries.count)
    while let report = reports.next() { ids.append(report.id) }
    #expect(ids == trial.reports(Conditions(), order).map(\.id), "seed \(seed)")
    var (quotations, records) = (
      trial.snapshot.allQuotations(Conditions(), order), [Standing.Record]()
    )
    while let quotation = quotations.next() { records.append(quotation.record) }
    #expect(records == trial.quotations(Conditions(), order).map(\.record), "seed \(seed)")
  }
}

@Test func `a report is found, and tested, in whatever part it is`() throws {
  let trial = try Trial(seed: 8, count: 100)
  var random = RandomConditions(seed: 8, globe: trial.globe)
  for _ in 0..<20 {
    let asked = random.conditions()
    let meets = trial.snapshot.test(asked)
    let wanted = Set(trial.reports(asked, .newestFirst).map(\.id))
    for entry in trial.entries {
      let report = try #require(trial.snapshot.report(entry.id))
      #expect(report.digest == entry.digest)
      #expect(meets(report) == wanted.contains(entry.id))
    }
  }
  #expect(trial.snapshot.report("never") == nil)
}
