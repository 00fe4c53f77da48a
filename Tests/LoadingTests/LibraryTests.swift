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
private final class Shelf: Lookout {
  let folder: Folder
  let store = SnapshotStore()
  let log = ChangeLog(after: 0)
  let library: Library
  var writing: Set<String> = []

  /// - Parameters:
  ///   - names: of the folders below the one, if it is not all of it.
  ///   - linked: whether they are links to `release1`.
  ///   - seconds: how long one look reads; with 0 it reads one file.
  init(_ names: [String] = [], linked: Bool = false, seconds: Double = 1) throws {
    folder = try Folder()
    if linked { try folder.makeFolder("release1") }
    for name in names {
      try linked ? folder.link(name, to: "release1") : folder.makeFolder(name)
    }
    let names = names.isEmpty ? [""] : names
    let root = folder.path
    let paths = names.map { $0.isEmpty ? root : "\(root)/\($0)" }
    let outcome = try folder.load(names)
    store.publish(outcome.snapshot)
    let writer = StoreWriter(store: store, log: log, clock: .fixed(0), published: {})
    library = Library(
      Loader(gazetteer: Gazetteer()).source, paths, outcome, writer: writer,
      secondsOfReading: seconds)
  }

  @discardableResult
  func update() throws -> Uptake {
    try library.update(self)
  }

  func cover(_ folders: [String]) -> Bool { false }
  func isBeingWritten(_ path: String) -> Bool { writing.contains(path) }

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
  #expect(try shelf.update().faults.map(\.reason) == ["there is no such folder or file"])
  #expect(shelf.contents == ["a": "one"])
  #expect(try shelf.update().faults.isEmpty)
  try shelf.folder.write("b.txt", "two")
  #expect(try shelf.update().changes == [Change(.deleted, "a"), Change(.added, "b")])
}

@Test func `what is read of a folder that has moved away stays while another goes on`() throws {
  let shelf = try Shelf(["one", "two"])
  try shelf.folder.write("one/a.txt", "one")
  try shelf.folder.write("two/b.txt", "one")
  try shelf.update()
  try FileManager.default.removeItem(atPath: shelf.folder.path + "/one")
  #expect(try shelf.update().faults.count == 1)
  #expect(!shelf.library.hasMoved)
  try shelf.folder.write("two/b.txt", "two")
  #expect(try shelf.update().changes == [Change(.updated, "b")])
  #expect(shelf.contents == ["a": "one", "b": "two"])
  try shelf.folder.makeFolder("one")
  #expect(shelf.library.hasMoved)
  #expect(try shelf.update().changes == [Change(.deleted, "a")])
}

@Test func `a link that leads to another folder is followed`() throws {
  let shelf = try Shelf(["current"], linked: true)
  try shelf.folder.write("release1/a.txt", "one")
  try shelf.update()
  try shelf.folder.write("release2/a.txt", "two")
  try FileManager.default.removeItem(atPath: shelf.folder.path + "/current")
  try shelf.folder.link("current", to: "release2")
  #expect(shelf.library.hasMoved)
  #expect(try shelf.update().changes == [Change(.updated, "a")])
  #expect(!shelf.library.hasMoved)
}

@Test func `much is taken up in parts, and no report is gone between them`() throws {
  let shelf = try Shelf(seconds: 0)
  for number in 0..<40 { try shelf.folder.write("old/n\(number).txt", "text \(number)") }
  for _ in 0..<40 { try shelf.update() }
  #expect(shelf.contents.count == 40)
  try FileManager.default.moveItem(
    atPath: shelf.folder.path + "/old", toPath: shelf.folder.path + "/new")
  var (looks, isPartial) = (0, true)
  while isPartial {
    let uptake = try shelf.update()
    #expect(uptake.changes.isEmpty && shelf.contents.count == 40)
    isPartial = uptake.isPartial
    looks += 1
  }
  #expect(looks == 40)
  #expect(try shelf.store.snapshot?.version == shelf.folder.load().snapshot.version)
}

@Test func `a report that goes from a file with a fault in it is gone`() throws {
  let shelf = try Shelf()
  try shelf.folder.write(
    "n.ndjson", "{\"id\":\"x\",\"text\":\"1\"}\n{broken\n{\"id\":\"y\",\"text\":\"2\"}")
  try shelf.update()
  try shelf.folder.write("n.ndjson", "{\"id\":\"x\",\"text\":\"1\"}\n{broken")
  #expect(try shelf.update().changes == [Change(.deleted, "y")])
  #expect(shelf.contents == ["x": "1"])
}

@Test func `the old version of a document stays for as long as it is bad`() throws {
  let shelf = try Shelf()
  try shelf.folder.write("n.ndjson", "{\"id\":\"x\",\"text\":\"1\"}\n{\"id\":\"y\",\"text\":\"2\"}")
  try shelf.update()
  try shelf.folder.write("n.ndjson", "{\"id\":\"x\",\"text\":\"1\"}\n{\"id\":\"y\",")
  try shelf.update()
  try shelf.folder.write("n.ndjson", "{\"id\":\"x\",\"text\":\"3\"}\n{\"id\":\"y\",\"te")
  #expect(try shelf.update().changes == [Change(.updated, "x")])
  #expect(shelf.contents == ["x": "3", "y": "2"])
}

@Test func `a file that two of the folders hold is read once, at the start and later`() throws {
  let shelf = try Shelf(["one", "one/two"])
  try shelf.folder.write("one/two/a.txt", "one")
  #expect(try shelf.update().changes == [Change(.added, "a")])
  try shelf.folder.write("one/two/a.txt", "two")
  let uptake = try shelf.update()
  #expect(uptake.changes == [Change(.updated, "a")] && !uptake.isPartial)
  let fresh = try shelf.folder.load(["one", "one/two"]).snapshot
  #expect(fresh.intake.skipped.isEmpty)
  #expect(shelf.store.snapshot?.intake == fresh.intake)
}
