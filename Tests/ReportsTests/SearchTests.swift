// Whatever is asked of reports, places and quotations, the indexes find what a scan finds.

import Dates
import Extraction
import Gazetteer
import Testing

@testable import Reports

/// Asks a store and a scan for the three lists.
private func expectSame(_ trial: Trial, _ asked: Conditions, _ why: Comment) {
  let everything = Int.max / 2
  var request = TimePageRequest(.newestFirst)
  request.limit = everything
  let reports = trial.snapshot.reports(asked, request)
  let quotations = trial.snapshot.quotations(asked, request)
  var localityRequest = LocalityPageRequest(.mostReports)
  localityRequest.limit = everything
  let localities = trial.snapshot.localities(asked, localityRequest)

  let scanned = trial.scan.localities(asked)
  #expect(reports.records.map(\.id) == trial.reports(asked, .newestFirst).map(\.id), why)
  #expect(
    quotations.records.map(\.record) == trial.quotations(asked, .newestFirst).map(\.record), why)
  #expect(
    localities.records.map { ScannedLocality($0) }.sorted { $0.place < $1.place } == scanned, why)
  #expect(reports.matched == reports.records.count, why)
  #expect(quotations.matched == quotations.records.count, why)
  #expect(localities.matched == scanned.count, why)
  #expect(reports.next == nil && quotations.next == nil && localities.next == nil, why)
}

extension QuotationView {
  /// From the report's record, not from the table of quotations.
  var record: Standing.Record {
    Standing.Record(id: report.id, start: report.entry.annotations.quotations[index].start)
  }
}

@Test(arguments: 1...6 as ClosedRange<UInt64>)
func `each condition finds what a scan finds`(seed: UInt64) throws {
  let trial = try Trial(seed: seed, count: 250)
  #expect(trial.snapshot.brokenInvariant() == nil, "seed \(seed)")
  var random = RandomConditions(seed: seed, globe: trial.globe)
  for kind in ConditionKind.allCases {
    for isNot in [false, true, false, true] {
      let asked = random.condition(kind, isNot: isNot)
      expectSame(trial, asked, "seed \(seed): \(String(describing: asked))")
    }
  }
}

@Test(arguments: 1...16 as ClosedRange<UInt64>)
func `conditions together find what a scan finds`(seed: UInt64) throws {
  let trial = try Trial(seed: seed, count: [0, 1, 40, 300][Int(seed % 4)])
  #expect(trial.snapshot.brokenInvariant() == nil, "seed \(seed)")
  var random = RandomConditions(seed: seed &+ 1_000, globe: trial.globe)
  for _ in 0..<30 {
    let asked = random.conditions()
    expectSame(trial, asked, "seed \(seed): \(String(describing: asked))")
  }
}

@Test(arguments: 1...6 as ClosedRange<UInt64>)
func `a test of names means the names that a scan finds`(seed: UInt64) throws {
  let trial = try Trial(seed: seed, count: 40)
  var random = RandomConditions(seed: seed, globe: trial.globe)
  for kind in [ConditionKind.speaker, .role, .affiliation, .cue, .kind, .speaker, .cue] {
    let test = try #require(random.condition(kind, isNot: false).quotations.first?.test)
    let names = trial.snapshot.names(meeting: test)
    let scanned = trial.scan.names(meeting: test)
    #expect(names.map { Array($0.utf8) } == scanned, "seed \(seed): \(String(describing: test))")
  }
}

/// The random conditions would prove little if most of them found nothing, or everything.
@Test(arguments: ConditionKind.allCases)
func `a random condition mostly parts the reports`(kind: ConditionKind) throws {
  let trial = try Trial(seed: 3, count: 100)
  var random = RandomConditions(seed: 3, globe: trial.globe)
  let counts = (0..<40).map { _ in
    trial.scan.reports(random.condition(kind, isNot: false)).count
  }
  #expect(counts.count { 1..<100 ~= $0 } > 20, "reports found: \(counts)")
}

@Test(arguments: 1...10 as ClosedRange<UInt64>)
func `one locality counts what a scan counts`(seed: UInt64) throws {
  let trial = try Trial(seed: seed, count: 30)
  var random = RandomConditions(seed: seed, globe: trial.globe)
  let kind: ConditionKind = seed % 2 == 0 ? .published : .happened
  var asked = random.condition(kind, isNot: seed % 3 == 0)
  for place in trial.globe.places {
    let scanned = trial.scan.localities(asked).first { $0.place == place }
    let found = trial.snapshot.locality(place, asked).map { ScannedLocality($0) }
    #expect(found == scanned, "seed \(seed), \(trial.globe.gazetteer.id(of: place))")
  }
  asked = Conditions()
  #expect(trial.snapshot.locality(Place(row: .max - 1), asked) == nil)
}

@Test(arguments: 1...10 as ClosedRange<UInt64>)
func `the farthest circle holds the whole globe`(seed: UInt64) throws {
  let trial = try Trial(seed: seed, count: 60)
  var every = LocalityPageRequest(.name)
  every.limit = 1000
  let points = trial.snapshot.localities(Conditions(), every).records.count {
    trial.globe.gazetteer.isPoint($0.place)
  }
  for place in trial.globe.places {
    let point = trial.globe.gazetteer.coordinates(of: place)
    let far = Coordinates(
      longitude: point.longitude > 0 ? point.longitude - 180 : point.longitude + 180,
      latitude: -point.latitude)
    let circle = try #require(Circle(center: far, kilometres: Circle.farthest))
    var asked = Conditions()
    asked.places = [Condition(.circle(circle))]
    let request = LocalityPageRequest(.name)
    #expect(
      trial.snapshot.localities(asked, request).matched == points, "seed \(seed), \(far)")
  }
}
