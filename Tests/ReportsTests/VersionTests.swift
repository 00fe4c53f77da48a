// The version of a snapshot tells contents apart, and only contents.

import Dates
import Digests
import Extraction
import Gazetteer
import TestSupport
import Testing

@testable import Reports

private func version(
  _ change: (inout ReportEntry) -> Void = { _ in }, settings: [String] = ["1"],
  skipped: [Snapshot.Skipped] = [], made: Int64 = 0, gazetteer: Gazetteer = Gazetteer()
) -> String {
  var entry = ReportEntry(id: "a", text: Array("text".utf8))
  change(&entry)
  var intake = Snapshot.Intake()
  intake.skipped = skipped
  let snapshot = Snapshot(
    reports: segment([entry, ReportEntry(id: "b")]), gazetteer: gazetteer, intake: intake,
    made: made, settings: settings)
  return snapshot.version.hexadecimal
}

@Test func `the same contents have the same version, whenever they were loaded`() {
  #expect(version() == version(made: 1_700_000_000))
  #expect(version().count == 32)
}

@Test func `whatever is different in a report makes another version`() {
  let versions = [
    version(), version { $0.id = "c" }, version { $0.headline = "" }, version { $0.headline = "h" },
    version { $0.source = "h" }, version { $0.author = "h" }, version { $0.url = "h" },
    version { $0.language = "h" }, version { $0.text = Array("texu".utf8) },
    version { $0.text = [] },
    version { $0.remarks = ["h"] },
    version { $0.published = Moment(start: 0, precision: .day) },
    version { $0.published = Moment(start: 0, precision: .minute) },
    version { $0.published = Moment(start: 86_400, precision: .day) },
    version(settings: ["2"]), version(settings: ["1", ""]),
    version(skipped: [.init(place: "p", reason: "r")]),
    version(skipped: [.init(place: "p", reason: "s")]),
  ]
  #expect(Set(versions).count == versions.count)
}

/// Each of these is another annotation of a text of four bytes.
private let changes: [@Sendable (inout Annotations) -> Void] = [
  { _ in },
  { $0.language = "en" },
  { $0.structure.standfirst = 0..<4 },
  { $0.structure.credits = 0..<4 },
  { $0.structure.paragraphs = [0..<4] },
  { $0.structure.headings = [0..<4] },
  { $0.places = [PlaceMention(range: 0..<4, kind: .name, place: nil)] },
  { $0.places = [PlaceMention(range: 0..<3, kind: .name, place: nil)] },
  { $0.places = [PlaceMention(range: 0..<4, kind: .name, place: Place(row: 0))] },
  { $0.places = [PlaceMention(range: 0..<4, kind: .name, place: Place(row: 1))] },
  { $0.places = [PlaceMention(range: 0..<4, kind: .demonym, place: Place(row: 1))] },
  { $0.dates = [DateMention(range: 0..<4, first: nil, last: nil, precision: .week)] },
  { $0.unresolved = [Unresolved(.date, 0..<4, "a reason")] },
  { $0.unresolved = [Unresolved(.date, 0..<4, "another")] },
]

@Test func `whatever is found in a text makes another version`() {
  let versions = changes.map { change in version { change(&$0.annotations) } }
  #expect(Set(versions).count == changes.count)
}

@Test func `another gazetteer makes another version`() throws {
  let folder = try Folder()
  let gazetteers = try ["Old Depot", "New Depot"].map { name in
    let row = "my:depot\t\(name)\t\t\t48.39\t37.85\tUA\t\t\tspot\t\t\n"
    let table = try folder.write("\(name).tsv", row)
    return try Gazetteer(bytes: GazetteerBuilder.build(GazetteerSources(tables: [table])).bytes)
  }
  let versions = [version()] + gazetteers.map { version(gazetteer: $0) }
  #expect(Set(versions).count == 3)
  #expect(version(gazetteer: gazetteers[0]) == versions[1])
}

@Test func `the digest of bytes does not depend on how long words lie in them`() {
  var digests: Set<String> = []
  for length in 0..<40 {
    var digest = Digest()
    digest.combine(Array(repeating: 0 as UInt8, count: length).span)
    digests.insert(digest.hexadecimal)
  }
  #expect(digests.count == 40)
}

@Test func `every bit of every byte matters`() {
  var digests: Set<String> = []
  for length in [1, 7, 8, 9, 17] {
    for bit in 0..<(length * 8) {
      var bytes = Array(repeating: 0xA5 as UInt8, count: length)
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
      var digest = Digest()
      digest.combine(bytes.span)
      digests.insert(digest.hexadecimal)
    }
  }
  #expect(digests.count == (1 + 7 + 8 + 9 + 17) * 8)
}

@Test func `readers see a new snapshot when the store says that it changed`() {
  let store = SnapshotStore()
  #expect(store.changeCount == 0)
  #expect(store.snapshot == nil)
  let snapshot = Snapshot(
    reports: segment([]), gazetteer: Gazetteer(), intake: .init(), made: 0, settings: [])
  store.publish(snapshot)
  #expect(store.changeCount == 1)
  #expect(store.snapshot === snapshot)
}
