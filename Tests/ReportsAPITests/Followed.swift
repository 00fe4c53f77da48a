// A library that changes, and clients that follow its changes.

import Dates
import Foundation
import Gazetteer
import HTTP
import Loading
import Platform
import Reports
import TestSupport
import Testing

@testable import ReportsAPI

/// Reports of a few words that come and go.
final class Followed {
  static let firstNumber: Int64 = 1_000
  let log: ChangeLog
  let library: Library
  let writer: StoreWriter
  private var random: SeededGenerator

  init(
    seed: UInt64 = 1, keeping: Int = 100_000, loaded: Bool = true,
    now: @escaping @Sendable () -> Int64 = { 1_728_400_000 }
  ) {
    let log = ChangeLog(after: Self.firstNumber, keeping: keeping)
    self.log = log
    random = SeededGenerator(seed: seed)
    library = Library(loaded: false) {
      $0.changes = log
      $0.now = now
    }
    writer = StoreWriter(store: library.store, log: log, clock: .fixed(0), published: {})
    if loaded { load() }
  }

  /// Ends the time in which there is nothing to be asked yet.
  func load() {
    library.store.publish(
      Snapshot(
        reports: SegmentBuilder().finish(), gazetteer: Gazetteer(), intake: .init(), made: 0,
        settings: [], changeNumber: Self.firstNumber))
  }

  @discardableResult
  func take(
    _ ids: String..., text: String = "bridge", published: String? = nil,
    removing: [String] = []
  ) -> [Change] {
    var edit = Edit(intake: .init())
    edit.taken = ids.map { id in
      var entry = ReportEntry(id: id, text: Array(text.utf8))
      entry.published = published.flatMap { Moment($0) }
      return entry
    }
    edit.removed = removing
    return (try? writer.apply(edit)) ?? []
  }

  /// Some of ten reports come, change or go.
  func takeAtRandom() {
    var edit = Edit(intake: .init())
    for number in 0..<10 where Int.random(in: 0..<4, using: &random) == 0 {
      if Bool.random(using: &random) {
        edit.removed.append("r\(number)")
      } else {
        edit.taken.append(entry("r\(number)"))
      }
    }
    _ = try? writer.apply(edit)
  }

  private func entry(_ id: String) -> ReportEntry {
    let words = ["bridge", "road", "camp"].filter { _ in Bool.random(using: &random) }
    var entry = ReportEntry(id: id, text: Array(("x " + words.joined(separator: " ")).utf8))
    let month = Int.random(in: 1...12, using: &random)
    entry.published = Moment("2024-\(month < 10 ? "0" : "")\(month)-01")
    return entry
  }

  /// Ids of everything that a list has.
  func ids(_ query: String) throws -> Set<String> {
    let json = try library.ask("/reports?limit=1000\(query)").json()
    return Set((json["reports"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String })
  }
}

/// Whoever does what changes tell.
struct Follower {
  var ids: Set<String> = []
  var numbers: [Int] = []

  mutating func apply(_ change: [String: Any]) throws {
    let id = try #require(change["id"] as? String)
    numbers.append(try #require(change["number"] as? Int))
    switch change["change"] as? String {
    case "deleted":
      ids.remove(id)
      #expect(change["report"] is NSNull)
    case "added", "updated": ids.insert(id)
    default: Issue.record("\(change)")
    }
  }
}
