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
    let gazetteer = try Gazetteer(path: arguments[2])
    let outcome = try Loader(gazetteer: gazetteer).load([arguments[1]])
    let trial = EditTrial(outcome.snapshot)
    Machine.releaseFreeMemory()
    print("loaded       \(outcome.snapshot.reportCount) reports, \(PrivateMemory.megabytes) MB")
    trial.measureQueries("no edits", seconds: 4)
    trial.measureEdits(of: 1, count: 2_000)
    trial.measureEdits(of: 100, count: 50)
    trial.measureEdits(of: 1, count: 10_000, pause: 0.002)
    trial.writer.waitUntilMerged()
    let snapshot = trial.store.snapshot
    let parts = (snapshot?.partSizes ?? []).map { "\($0.left)-\($0.gone)" }
    Machine.releaseFreeMemory()
    print(
      "at the end   \(snapshot?.reportCount ?? 0) reports, \(PrivateMemory.megabytes) MB,"
        + " parts (left-gone): \(parts.joined(separator: " "))")
    trial.measureQueries("parts left", seconds: 4)
  }
}

/// A store with a writer, and copies of its reports to be taken again.
final class EditTrial: Sendable {
  let store = SnapshotStore()
  let writer: StoreWriter
  private let ids: [String]

  init(_ snapshot: Snapshot) {
    store.publish(snapshot)
    writer = StoreWriter(store: store, log: ChangeLog(after: 0), clock: .fixed(0), published: {})
    var (run, ids) = (snapshot.allReports(Conditions(), .newestFirst), [String]())
    while let report = run.next() { ids.append(report.id) }
    self.ids = ids.shuffled()
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
    for round in 0..<count {
      let edit = edit(size, round)
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

  private func edit(_ size: Int, _ round: Int) -> Edit {
    var edit = Edit(intake: .init())
    for number in 0..<size {
      let id = ids[(round * size + number) % ids.count]
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
