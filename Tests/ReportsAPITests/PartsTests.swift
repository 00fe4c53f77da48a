// Whatever parts the store has, it answers as if it had one.

import Gazetteer
import HTTP
import Reports
import TestSupport
import Testing

@testable import ReportsAPI

extension Dispatch {
  /// All of them, come one after another: some were otherwise before, some others are gone, some parts
  /// have become one.
  static func snapshotInParts(seed: UInt64) throws -> Snapshot {
    let gazetteer = try shippedGazetteer()
    var random = SeededGenerator(seed: seed)
    var snapshot = Snapshot(
      reports: SegmentBuilder().finish(), gazetteer: gazetteer, intake: .init(),
      made: 1_700_000_000, settings: [])
    func apply(_ taken: [ReportEntry], removing: [String] = []) {
      var edit = Edit(intake: .init())
      (edit.taken, edit.removed) = (taken, removing)
      snapshot = snapshot.applying(edit, made: 1_700_000_000).snapshot
      guard Int.random(in: 0..<4, using: &random) == 0 else { return }
      let chosen = Array(snapshot.partSizes.indices.suffix(2))
      snapshot = snapshot.placing(snapshot.merging(chosen)) ?? snapshot
    }
    // Each with the text of another, and some that go.
    let texts = all.map(\.text).shuffled(using: &random)
    let early = zip(all, texts).map { dispatch, text in
      Dispatch(id: dispatch.id, published: dispatch.published, text: text).entry(gazetteer)
    }
    let others = zip(0..., texts).map { number, text in
      Dispatch(id: "other-\(number)", published: "2024-10-0\(number % 9 + 1)", text: text)
        .entry(gazetteer)
    }
    apply(early + others.prefix(4))
    apply(Array(others.dropFirst(4)))
    for dispatch in all.shuffled(using: &random) { apply([dispatch.entry(gazetteer)]) }
    apply([], removing: others.map(\.id))
    return snapshot
  }
}

/// Libraries that serve the same, in one part and in several.
private func twoLibraries(seed: UInt64) throws -> [Library] {
  let snapshots = [try Dispatch.read.get(), try Dispatch.snapshotInParts(seed: seed)]
  #expect(snapshots[0].version == snapshots[1].version)
  #expect(snapshots[1].partSizes.count > 3)
  return snapshots.map { snapshot in
    let library = Library(loaded: false)
    library.store.publish(snapshot)
    return library
  }
}

private func expectSame(_ target: String, _ libraries: [Library], _ seed: UInt64) throws {
  let answers = try libraries.map { library in
    do {
      let response = try library.ask(Listing.escape(target))
      return (try response.bytes(), response.etag?.text)
    } catch let problem as Problem {
      return (try problem.response.bytes(), nil)
    }
  }
  #expect(answers[0] == answers[1], "\(target), seed \(seed)")
}

@Test(arguments: [1, 2, 3, 4] as [UInt64])
func `a store of several parts answers random queries as a store of one`(seed: UInt64) throws {
  let libraries = try twoLibraries(seed: seed)
  var queries = RandomQueries(random: SeededGenerator(seed: seed &+ 40))
  for _ in 0..<400 { try expectSame(queries.target(), libraries, seed) }
}

@Test(arguments: [5, 6] as [UInt64])
func `a store of several parts has the same pages, records and names`(seed: UInt64) throws {
  let libraries = try twoLibraries(seed: seed)
  for list in Listing.lists {
    for query in [
      "limit=1", "limit=4&sortby=published", "limit=3&sortby=name", "limit=2&explain=1",
      "limit=3&sortby=last_published", "speaker=said,Bahati,mayor&explain=1", "cue=say&explain=1",
      "limit=5&sortby=-last_published&q=the",
    ] {
      var target: String? = "/\(list.rawValue)?\(query)"
      while let page = target {
        try expectSame(page, libraries, seed)
        target = try? Listing(page, in: libraries[0]).next
      }
    }
  }
  for dispatch in Dispatch.all { try expectSame("/reports/\(dispatch.id)", libraries, seed) }
  for place in ["gn:709354", "gn:206", "gn:216281"] {
    try expectSame("/localities/\(place)?limit=2", libraries, seed)
  }
}
