// Pages lose and repeat nothing while a writer changes what they are made from.

import Gazetteer
import Loading
import Platform
import Reports
import TestSupport
import Testing

@testable import ReportsAPI

/// A store that changes without a rest, beside reports and places that nothing touches.
private final class Restless: Sendable {
  let store = SnapshotStore()
  let writer: StoreWriter
  /// What else comes and goes: reports of places and people that the dispatches do not name.
  private let others: [ReportEntry]
  private let isOver = Lock(false)
  let faults = Lock<[String]>([])

  init() throws {
    let gazetteer = try shippedGazetteer()
    store.publish(try Dispatch.read.get())
    writer = StoreWriter(store: store, log: ChangeLog(after: 0), clock: .fixed(0), published: {})
    let text = "“We are calm,” Kari Nordmann, the mayor of Oslo, said in Bergen."
    others = (0..<40).map { number in
      let date = number % 7 == 0 ? nil : "2024-10-0\(number % 9 + 1)"
      return Dispatch(id: "other-\(number)", published: date, text: "\(text) \(number)")
        .entry(gazetteer)
    }
  }

  /// Single reports and many come, are others, and go; parts are merged.
  func write(rounds: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for round in 0..<rounds {
      var edit = Edit(intake: .init())
      let count = [1, 2, 20].randomElement(using: &random) ?? 1
      for var entry in others.shuffled(using: &random).prefix(count) {
        if Bool.random(using: &random) {
          edit.removed.append(entry.id)
        } else {
          entry.headline = "round \(round)"
          edit.taken.append(entry)
        }
      }
      _ = try? writer.apply(edit)
    }
    isOver.tell { $0 = true }
  }

  /// Pages of a list to its end, again and again.
  func read(_ list: String, limit: Int, expecting wanted: Set<String>) {
    let library = Library(loaded: false, store: store)
    repeat {
      do {
        var (target, seen) = ("/\(list)&limit=\(limit)" as String?, [String]())
        while let page = target {
          let listing = try Listing(page, in: library)
          seen += listing.records.compactMap { $0.string("id") }.filter { wanted.contains($0) }
          target = listing.next
        }
        if seen.count != wanted.count || Set(seen) != wanted {
          faults.withLock { $0.append("\(list): \(seen.count) of \(wanted.count): \(seen)") }
        }
      } catch {
        faults.withLock { $0.append("\(list): \(error)") }
      }
    } while !isOver.withLock { $0 }
  }
}

private let lists =
  ReportOrder.allCases.map { "reports?sortby=\($0.rawValue)&fields=id" }
  + ReportOrder.allCases.map { "quotations?sortby=\($0.rawValue)&fields=id" }
  + LocalityOrder.allCases.map { "localities?sortby=\($0.rawValue)&fields=id" }

@Test func `what nothing touches is on the pages of every list exactly once while others change`()
  throws
{
  let restless = try Restless()
  let library = Library(loaded: false, store: restless.store)
  let left = Lock(lists.count)
  for (index, list) in lists.enumerated() {
    let wanted = Set(try Listing("/\(list)", in: library).records.compactMap { $0.string("id") })
    #expect(wanted.count > 10)
    try Threads.start {
      restless.read(list, limit: index % 4 + 1, expecting: wanted)
      left.tell { $0 -= 1 }
    }
  }
  restless.write(rounds: 150, seed: 1)
  left.wait { $0 == 0 ? () : nil }
  #expect(restless.faults.withLock { $0 } == [])
}

@Test func `of many edits few parts are left, and no merge loses one`() throws {
  let restless = try Restless()
  restless.write(rounds: 250, seed: 2)
  restless.writer.waitUntilMerged()
  let snapshot = try #require(restless.store.snapshot)
  #expect(snapshot.partSizes.count <= 10)
  #expect(snapshot.brokenInvariant() == nil)
  for dispatch in Dispatch.all { #expect(snapshot.report(dispatch.id) != nil) }
}
