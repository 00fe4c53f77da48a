// The version of a snapshot tells contents apart, and only contents.

import Dates
import Digests
import Gazetteer
import Testing

@testable import Reports

private func version(
  _ change: (inout ReportEntry) -> Void = { _ in }, settings: [String] = ["1"],
  skipped: [Snapshot.Skipped] = [], made: Int64 = 0
) -> String {
  var entry = ReportEntry(id: "a", text: Array("text".utf8))
  change(&entry)
  var intake = Snapshot.Intake()
  intake.skipped = skipped
  let snapshot = Snapshot(
    reports: segment([entry, ReportEntry(id: "b")]), gazetteer: Gazetteer(), intake: intake,
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
