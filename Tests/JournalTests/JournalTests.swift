// Changes outlive the process, whatever ends it.

import Foundation
import Reports
import TestSupport
import Testing

@testable import Journal

private func open(
  _ path: String, reader: String = "r", start: Int64 = 100, keeping: Int = 1000
) throws(JournalFault) -> Journal {
  try Journal(path, reader: reader, start: start, keeping: keeping)
}

@Test func `a new journal takes what is there for known, and begins behind its start`() throws {
  let folder = try Folder()
  let path = folder.path + "/changes"
  let journal = try open(path)
  #expect(try journal.begin(with: ["a": "1", "b": "2"]).isEmpty)
  #expect(try journal.changes().last == 100)
  #expect(try journal.changes().changes.isEmpty)
}

@Test func `who opens it again is told what has changed meanwhile, once`() throws {
  let folder = try Folder()
  let path = folder.path + "/changes"
  _ = try open(path).begin(with: ["a": "1", "b": "2", "c": "3"])
  let missed = [Change(.deleted, "b"), Change(.updated, "a"), Change(.added, "d")]
  let now: [ExactName: String] = ["a": "9", "c": "3", "d": "4"]
  #expect(try open(path, start: 500).begin(with: now) == missed)
  let journal = try open(path, start: 900)
  #expect(try journal.begin(with: now).isEmpty)
  #expect(try journal.changes().changes == missed)
  #expect(try journal.changes().last == 103)
}

@Test func `what was kept is there, and the reports are as they then were`() throws {
  let folder = try Folder()
  let path = folder.path + "/changes"
  do {
    let journal = try open(path)
    _ = try journal.begin(with: ["a": "1"])
    try journal.keep([Change(.updated, "a"), Change(.added, "b")]) { ["a": "2", "b": "1"][$0] }
    try journal.keep([Change(.deleted, "b")]) { _ in nil }
  }
  let journal = try open(path)
  #expect(try journal.begin(with: ["a": "2"]).isEmpty)
  #expect(
    try journal.changes().changes == [
      Change(.updated, "a"), Change(.added, "b"), Change(.deleted, "b"),
    ])
  #expect(try journal.changes().last == 103)
}

@Test func `only so many changes are kept, and numbers go on`() throws {
  let folder = try Folder()
  let journal = try open(folder.path + "/changes", keeping: 3)
  _ = try journal.begin(with: [:])
  for number in 0..<10 { try journal.keep([Change(.added, "r\(number)")]) { _ in "1" } }
  #expect(try journal.changes().changes.map(\.id) == ["r7", "r8", "r9"])
  #expect(try journal.changes().last == 110)
}

@Test func `where texts are read in another way it begins anew`() throws {
  let folder = try Folder()
  let path = folder.path + "/changes"
  do {
    let first = try open(path)
    _ = try first.begin(with: ["a": "1"])
    try first.keep([Change(.deleted, "a")]) { _ in nil }
  }
  let journal = try open(path, reader: "another", start: 700)
  #expect(try journal.begin(with: ["a": "1", "b": "1"]).isEmpty)
  #expect(try journal.changes().changes.isEmpty)
  #expect(try journal.changes().last == 700)
}

@Test(arguments: ["not a database at all, but long enough to be taken for one", ""])
func `a file that is none of ours is refused by its name`(contents: String) throws {
  let folder = try Folder()
  let path = try folder.write("other", String(repeating: contents, count: 100))
  if contents.isEmpty {
    _ = try open(path)
  } else {
    let fault = #expect(throws: JournalFault.self) { try open(path) }
    #expect(fault?.description.hasPrefix(path) == true)
  }
}

@Test func `one process alone has a journal, until it ends`() throws {
  let folder = try Folder()
  let path = folder.path + "/changes"
  do {
    let journal = try open(path)
    let fault = #expect(throws: JournalFault.self) { try open(path) }
    #expect(fault?.description == "\(path): another process uses it")
    try journal.keep([Change(.added, "x")]) { _ in "1" }
  }
  #expect(try open(path).changes().changes == [Change(.added, "x")])
}

@Test func `numbers that were given out never come again, though the clock is set back`() throws {
  let folder = try Folder()
  let path = folder.path + "/changes"
  _ = try open(path, start: 900)
  #expect(try open(path, reader: "another", start: 100).changes().last == 901)
}

@Test(arguments: [
  "DELETE FROM changes WHERE number = 102", "DELETE FROM changes WHERE number = 103",
  "UPDATE changes SET kind = 'moved' WHERE number = 102",
  "UPDATE facts SET value = '110' WHERE name = 'last'",
])
func `changes that are missing are told, not renumbered`(damage: String) throws {
  let folder = try Folder()
  let path = folder.path + "/changes"
  for id in ["a", "b", "c"] { try open(path).keep([Change(.added, id)]) { _ in "1" } }
  try Database(path).run(damage)
  let fault = #expect(throws: JournalFault.self) { try open(path).changes() }
  #expect(fault?.description == "\(path): changes are missing in it")
}

extension ExactName: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self.init(text) }
}

@Test(arguments: ["9223372036854775807", "-1", "12x", ""])
func `a number that cannot be that of a change is damage`(last: String) throws {
  let folder = try Folder()
  let path = folder.path + "/changes"
  _ = try open(path).begin(with: ["a": "1"])
  try Database(path).run("UPDATE facts SET value = ? WHERE name = 'last'", [.text(last)])
  let fault = #expect(throws: JournalFault.self) { try open(path).begin(with: ["b": "1"]) }
  #expect(fault?.description == "\(path): \(last) is no number of a change")
}

@Test func `all that is kept stands in the one file, at any time`() throws {
  let folder = try Folder()
  let journal = try open(folder.path + "/changes")
  _ = try journal.begin(with: ["a": "1"])
  try journal.keep([Change(.updated, "a")]) { _ in "2" }
  let copy = folder.path + "/copy"
  try FileManager.default.copyItem(atPath: folder.path + "/changes", toPath: copy)
  #expect(try open(copy).changes().changes == [Change(.updated, "a")])
  withExtendedLifetime(journal) {}
}

@Test func `a file in a folder that is not there is refused with the reason`() throws {
  let path = try Folder().path + "/none/changes"
  let fault = #expect(throws: JournalFault.self) { try open(path) }
  #expect(
    fault?.description
      == "\(path): it cannot be opened; its folder must be there, and files be allowed in it")
}
