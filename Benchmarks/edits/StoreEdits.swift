// Measures the store while it changes: how long edits take, how long queries take beside them, and
// what memory is left in use. `Benchmarks/store --edits` builds and runs it.

import Documents
import Foundation
import Gazetteer
import Loading
import Platform
import Reports

@main
enum StoreEdits {
  /// - Parameters: a file of documents and the gazetteer's image.
  static func main() throws {
    let arguments = CommandLine.arguments
    let trial = try load(documents: arguments[1], gazetteer: arguments[2])
    trial.showMemory()
    trial.measureQueries("no edits", seconds: 4)
    trial.measureEdits(of: 1, count: 2_000)
    trial.measureEdits(of: 100, count: 50)
    for _ in 0..<3 {
      trial.measureEdits(of: 1, count: 10_000, pause: 0.001)
      trial.showMemory()
    }
    trial.measureQueries("parts left", seconds: 4)
  }

  /// Whoever keeps what was loaded keeps the first segment.
  private static func load(documents: String, gazetteer: String) throws -> EditTrial {
    let loader = Loader(gazetteer: try Gazetteer(path: gazetteer))
    defer { Machine.returnLargeBlocks() }
    return EditTrial(try loader.load([documents]).snapshot)
  }
}

/// A store with a writer, and copies of its reports to be taken again.
final class EditTrial: Sendable {
  let store = SnapshotStore()
  let writer: StoreWriter
  private let ids: [String]
  /// A number for each edit, which its reports tell.
  private let rounds = Lock(0)

  init(_ snapshot: Snapshot) {
    store.publish(snapshot)
    writer = StoreWriter(store: store, log: ChangeLog(after: 0), clock: .fixed(0), published: {})
    var (run, ids) = (snapshot.allReports(Conditions(), .newestFirst), [String]())
    while let report = run.next() { ids.append(report.id) }
    self.ids = ids.shuffled()
  }

  func showMemory() {
    writer.waitUntilMerged()
    let snapshot = store.snapshot
    let parts = (snapshot?.partSizes ?? []).map { "\($0.left)-\($0.gone)" }
    let before = PrivateMemory.megabytes
    Machine.releaseFreeMemory()
    print(
      "memory       \(snapshot?.reportCount ?? 0) reports, \(before) MB,"
        + " \(PrivateMemory.megabytes) MB trimmed,"
        + " parts (left-gone): \(parts.joined(separator: " "))")
  }

  /// Edits that change so many reports each, with queries on another thread.
  func measureEdits(of size: Int, count: Int, pause: Double = 0) {
    let queries = Queries(store)
    let isOver = Lock(false)
    let times = Lock<[Double]?>(nil)
    try? Threads.start {
      let measured = queries.measure { !isOver.withLock { $0 } }
      times.tell { $0 = measured }
    }
    var edits: [Double] = []
    for _ in 0..<count {
      let edit = edit(size)
      let start = Instant.precise
      _ = try? writer.apply(edit)
      edits.append(Instant.precise.seconds(since: start))
      if pause > 0 { Threads.pause(seconds: pause) }
    }
    isOver.tell { $0 = true }
    let parts = store.snapshot?.partSizes.count ?? 0
    print("edits        \(count) of \(size): \(spread(edits)); \(parts) parts")
    print("queries      meanwhile: \(spread(times.wait { $0 }))")
  }

  func measureQueries(_ name: String, seconds: Double) {
    let end = Instant.precise + seconds
    print("queries      \(name): \(spread(Queries(store).measure { Instant.precise < end }))")
  }

  private func edit(_ size: Int) -> Edit {
    let round = rounds.withLock { round in
      round += 1
      return round
    }
    var edit = Edit(intake: .init())
    for number in 0..<size {
      let id = ids[(round * 7_919 + number) % ids.count]
      guard var entry = store.snapshot?.report(id)?.entry else { continue }
      entry.headline = "edited \(round)"
      edit.taken.append(entry)
    }
    return edit
  }
}

/// Queries as lists ask them, each with a page of 50.
struct Queries {
  private let store: SnapshotStore

  init(_ store: SnapshotStore) { self.store = store }

  /// The seconds that each of them took.
  func measure(while goesOn: () -> Bool) -> [Double] {
    var times: [Double] = []
    while goesOn() {
      for number in 0..<4 {
        guard let snapshot = store.snapshot else { continue }
        let start = Instant.precise
        ask(number, snapshot)
        times.append(Instant.precise.seconds(since: start))
      }
      Threads.pause(seconds: 0.001)
    }
    return times
  }

  private func ask(_ number: Int, _ snapshot: Snapshot) {
    var words = Conditions()
    words.text = try? TextQuery("bridge -river")
    switch number {
    case 0: _ = snapshot.reports(Conditions(), TimePageRequest(.newestFirst))
    case 1: _ = snapshot.reports(words, TimePageRequest(.oldestFirst))
    case 2: _ = snapshot.quotations(Conditions(), TimePageRequest(.newestFirst))
    default: _ = snapshot.localities(Conditions(), LocalityPageRequest(.mostReports))
    }
  }
}

private func spread(_ seconds: [Double]) -> String {
  let sorted = seconds.sorted()
  func at(_ share: Double) -> String {
    let index = min(sorted.count - 1, Int(share * Double(sorted.count)))
    return index < 0 ? "-" : String(format: "%.3f", 1000 * sorted[index])
  }
  return "\(sorted.count), median \(at(0.5)) ms, p99 \(at(0.99)) ms, longest \(at(1)) ms"
}

enum PrivateMemory {
  static var megabytes: Int {
    let text = (try? String(contentsOfFile: "/proc/self/smaps_rollup", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("Private_Dirty:") } ?? ""
    return (Int(line.split(separator: " ").dropFirst().first ?? "") ?? 0) / 1024
  }
}
