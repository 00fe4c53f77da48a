// What is served stays in step with the folder, whatever happens in it.

import Documents
import Foundation
import Gazetteer
import Platform
import TestSupport
import Testing

@testable import Loading
@testable import Reports

/// A folder, what is served of it, and the log of changes.
private final class Shelf {
  let folder: Folder
  let store = SnapshotStore()
  let log = ChangeLog(after: 0)
  let library: Library
  var writing: Set<String> = []

  init() throws {
    folder = try Folder()
    let outcome = try folder.load()
    store.publish(outcome.snapshot)
    let writer = StoreWriter(store: store, log: log, clock: .fixed(0), published: {})
    library = Library(
      Loader(gazetteer: Gazetteer()).source, [folder.path], outcome, writer: writer)
  }

  @discardableResult
  func update() throws -> Uptake {
    let writing = writing
    return try library.update { writing.contains($0) }
  }

  /// Ids and texts.
  static func contents(_ snapshot: Snapshot?) -> [String: String] {
    guard let snapshot else { return [:] }
    var (run, reports) = ([ReportView](), snapshot.allReports(Conditions(), .newestFirst))
    while let report = reports.next() { run.append(report) }
    return Dictionary(
      uniqueKeysWithValues: run.map { ($0.id, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  var contents: [String: String] { Self.contents(store.snapshot) }
}

@Test(arguments: 1...12 as ClosedRange<UInt64>)
func `after any changes what is served is what a fresh load would serve`(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let shelf = try Shelf()
  let files = FileManager.default
  var told: [String: String] = [:]
  for _ in 0..<25 {
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let name = ["a", "b", "sub/c", "sub/d"].randomElement(using: &random) ?? "a"
      let path = shelf.folder.path + "/" + name
      switch Int.random(in: 0..<5, using: &random) {
      case 0: try? files.removeItem(atPath: path + ".txt")
      case 1: try? files.removeItem(atPath: path + ".ndjson")
      case 2: try shelf.folder.write(name + ".txt", "text \(Int.random(in: 0..<9, using: &random))")
      default:
        // Ids that other files have too.
        let lines = (0..<Int.random(in: 1...3, using: &random)).map { _ in
          let id = ["a", "c", "x", "y"].randomElement(using: &random) ?? "x"
          return "{\"id\":\"\(id)\",\"text\":\"line \(Int.random(in: 0..<9, using: &random))\"}"
        }
        try shelf.folder.write(name + ".ndjson", lines.joined(separator: "\n"))
      }
    }
    let uptake = try shelf.update()
    let fresh = try shelf.folder.load()
    #expect(shelf.contents == Shelf.contents(fresh.snapshot))
    #expect(shelf.store.snapshot?.intake == fresh.snapshot.intake)
    #expect(shelf.store.snapshot?.version == fresh.snapshot.version)
    for change in uptake.changes {
      if change.kind == .deleted {
        #expect(told.removeValue(forKey: change.id) != nil)
      } else {
        let old = told.updateValue(shelf.contents[change.id] ?? "-", forKey: change.id)
        #expect((old == nil) == (change.kind == .added))
      }
    }
    #expect(told == shelf.contents)
  }
}

@Test func `names that are equal as texts and not in their bytes are two`() throws {
  let shelf = try Shelf()
  for name in ["\u{E9}", "e\u{301}"] {
    try shelf.folder.write(name + ".txt", "one \(name.utf8.count)")
  }
  #expect(try shelf.update().changes.count == 2)
  #expect(shelf.store.snapshot?.reportCount == 2)
  try FileManager.default.removeItem(atPath: shelf.folder.path + "/\u{E9}.txt")
  #expect(try shelf.update().changes.map { Array($0.id.utf8) } == [Array("\u{E9}".utf8)])
  #expect(shelf.store.snapshot?.report("e\u{301}") != nil)
}

@Test func `a look that finds nothing new changes nothing`() throws {
  let shelf = try Shelf()
  try shelf.folder.write("a.txt", "one")
  #expect(try shelf.update().changes == [Change(.added, "a")])
  let snapshot = shelf.store.snapshot
  #expect(try shelf.update().changes.isEmpty)
  #expect(shelf.store.snapshot === snapshot)
}

@Test func `of a file that becomes bad the old reports stay, until they are written anew`() throws {
  let shelf = try Shelf()
  try shelf.folder.write(
    "a.ndjson", "{\"id\":\"x\",\"text\":\"one\"}\n{\"id\":\"y\",\"text\":\"two\"}")
  try shelf.update()
  try shelf.folder.write("a.ndjson", "{\"id\":\"x\",\"text\":\"new\"}\n{\"id\":\"y\",")
  let uptake = try shelf.update()
  #expect(uptake.changes == [Change(.updated, "x")])
  #expect(uptake.faults.map(\.place) == ["a.ndjson:2"])
  #expect(shelf.contents == ["x": "new", "y": "two"])
  try shelf.folder.write("a.ndjson", "{\"id\":\"x\",\"text\":\"new\"}")
  #expect(try shelf.update().changes == [Change(.deleted, "y")])
}

@Test func `a file that is being written is left alone`() throws {
  let shelf = try Shelf()
  let path = try shelf.folder.write("a.txt", "one")
  shelf.writing = [path]
  #expect(try shelf.update().changes.isEmpty)
  shelf.writing = []
  #expect(try shelf.update().changes == [Change(.added, "a")])
}

@Test func `a folder that is not there leaves everything as it is`() throws {
  let shelf = try Shelf()
  try shelf.folder.write("a.txt", "one")
  try shelf.update()
  try FileManager.default.removeItem(atPath: shelf.folder.path)
  #expect(throws: LoadFailure.self) { try shelf.update() }
  #expect(shelf.contents == ["a": "one"])
}
