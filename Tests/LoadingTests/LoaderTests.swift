// Folders in, a snapshot out: the order, the version, and what surrounds them.

import Documents
import Loading
import Platform
import Synchronization
import TestSupport
import Testing

@testable import Reports

/// Many files in all formats, a long one of lines, and some with something wrong.
private func mixedFolder() throws -> Folder {
  let folder = try Folder()
  for number in 0..<40 {
    try folder.write("wire/\(number).txt", "Title: H\(number)\nX: y\n\nText \(number).")
    try folder.write("wire/\(number).json", "[{\"text\": \"A\"}, {\"text\": \(number % 2)}]")
  }
  let lines = (0..<300).map { "{\"id\": \"l\($0)\", \"text\": \"Line \($0)\"}" }
  try folder.write("lines.ndjson", lines.joined(separator: "\n") + "\nnonsense\n")
  try folder.write("z.pdf", "x")
  return folder
}

private func load(_ folder: Folder, workers: Int) throws -> LoadOutcome {
  try folder.load { loader in
    loader.workers = workers
    loader.limits.partBytes = 200
  }
}

@Test(arguments: [1, 2, 7])
func `documents come in the order of files and lines`(workers: Int) throws {
  let outcome = try load(mixedFolder(), workers: workers)
  let names = (0..<40).map { "\($0)" }.sorted()
  #expect(outcome.ids == (0..<300).map { "l\($0)" } + names.flatMap { ["\($0)-1", $0] })
  #expect(outcome.skipped.map(\.place) == ["lines.ndjson:301"] + names.map { "wire/\($0).json[1]" })
  #expect(outcome.remarks.map(\.place) == names.map { "wire/\($0).txt" })
  #expect(outcome.snapshot.intake.otherFiles == 1)
  #expect(outcome.snapshot.brokenInvariant() == nil)
}

@Test func `the version is the same for any number of workers`() throws {
  let folder = try mixedFolder()
  let version = try load(folder, workers: 1).snapshot.version
  for workers in [2, 7, 7] {
    #expect(try load(folder, workers: workers).snapshot.version == version)
  }
}

@Test(arguments: [
  ("a.txt", "Another text."), ("b.txt", "One more."), ("c.pdf", "Another file."), ("d.json", "{}"),
])
func `another content is another version`(name: String, content: String) throws {
  let folder = try Folder()
  try folder.write("a.txt", "Text.")
  let version = try folder.load().snapshot.version
  try folder.write(name, content)
  #expect(try folder.load().snapshot.version != version)
}

@Test func `settings are part of the version, the clock is not`() throws {
  let folder = try Folder()
  try folder.write("a.txt", "Text.")
  let plain = try folder.load().snapshot
  let later = try folder.load { $0.clock = .fixed(1_728_293_400) }.snapshot
  let other = try folder.load { $0.settings = ["https://example.org"] }.snapshot
  #expect(later.made == 1_728_293_400)
  #expect(later.version == plain.version)
  #expect(other.version != plain.version)
}

@Test func `folders and files are loaded in the order in which they are named`() throws {
  let folder = try Folder()
  for name in ["a/1.txt", "b/2.txt", "c/3.txt", "c/4.txt"] { try folder.write(name, "Text.") }
  #expect(try folder.load(["b", "c/4.txt", "a"]).ids == ["2", "4", "1"])
}

@Test func `an empty folder gives an empty snapshot`() throws {
  let outcome = try Folder().load()
  #expect(outcome.ids.isEmpty)
  #expect(outcome.skipped.isEmpty)
  #expect(outcome.remarks.isEmpty)
}

@Test(arguments: [["missing"], ["", "missing"]])
func `a folder that does not exist stops the load`(names: [String]) throws {
  let folder = try Folder()
  try folder.write("a.txt", "Text.")
  let place = "\(folder.path)/missing"
  let fault = Fault(place: place, reason: "there is no such folder or file")
  let failure = #expect(throws: LoadFailure.documents(fault)) { try folder.load(names) }
  #expect(failure?.description == "\(place): there is no such folder or file")
}

@Test func `a failure of the system is told in its words`() {
  let error = SystemError(call: "bind", code: SystemError.addressInUse)
  #expect(LoadFailure.system(error).description == "bind: Address already in use")
}

@Test func `progress only goes forward and ends with everything`() throws {
  let reports = Lock<[(documents: Int, share: Double)]>([])
  let outcome = try mixedFolder().load { loader in
    loader.limits.partBytes = 200
    loader.progress = { documents, share in reports.withLock { $0.append((documents, share)) } }
  }
  let told = reports.withLock { $0 }
  #expect(told.count > 80)
  #expect(zip(told, told.dropFirst()).allSatisfy { $0.documents <= $1.documents })
  #expect(zip(told, told.dropFirst()).allSatisfy { $0.share < $1.share })
  #expect(told.first.map { $0.share > 0 && $0.share < 1 } == true)
  #expect(told.last?.share == 1)
  #expect(told.last?.documents == outcome.ids.count)
}
