// What is found below a folder, and in which order.

import Foundation
import TestSupport
import Testing

@testable import Documents

@Test func `files come in the order of their names' bytes, folders among them`() throws {
  let folder = try Folder()
  let names = ["10.txt", "2.txt", "B.txt", "a-b.txt", "a.txt", "a/z.txt", "b/1/x.md", "b/c.txt"]
  let others = ["é.txt", "ж.json", "\u{FF0E}.txt", "😀.txt"]
  for name in (names + others).reversed() { try folder.write(name, "x") }
  let listing = try folder.list()
  let sorted = ["10.txt", "2.txt", "B.txt", "a/z.txt", "a-b.txt", "a.txt", "b/1/x.md", "b/c.txt"]
  #expect(listing.files.map(\.name) == sorted + others)
  #expect(listing.faults.isEmpty)
}

@Test func `a file is listed with its path, format and size`() throws {
  let folder = try Folder()
  try folder.write("sub/a.json", "{}")
  let files = try folder.list().files
  let stamp = try #require(files.first?.stamp)
  let file = DocumentFile(
    path: "\(folder.path)/sub/a.json", name: "sub/a.json", format: .json, size: 2, stamp: stamp)
  #expect(files == [file])
  #expect(file.stem == "a")
  try folder.write("sub/a.json", "[]")
  #expect(try folder.list().files.first?.stamp != stamp)
}

@Test func `other endings are counted, in all folders`() throws {
  let folder = try Folder()
  for name in ["a.txt", "b.pdf", "c", "sub/d.html", "sub/txt", "sub/deep/e.txt.gz"] {
    try folder.write(name, "x")
  }
  let listing = try folder.list()
  #expect(listing.files.map(\.name) == ["a.txt"])
  #expect(listing.otherFiles == 5)
  #expect(listing.faults.isEmpty)
}

@Test func `hidden files and folders are neither read nor counted`() throws {
  let folder = try Folder()
  for name in [".a.txt", ".hidden/b.txt", ".b.pdf", "sub/.c.txt", "d.txt"] {
    try folder.write(name, "x")
  }
  let listing = try folder.list()
  #expect(listing.files.map(\.name) == ["d.txt"])
  #expect(listing.otherFiles == 0)
}

@Test func `names that look alike but differ in their bytes are two files`() throws {
  let folder = try Folder()
  for name in ["\u{E9}.txt", "e\u{301}.txt", "\u{E9}/a.txt", "e\u{301}/a.txt", "\u{301}.txt"] {
    try folder.write(name, "x")
  }
  let names = try folder.list().files.map { Array($0.name.utf8) }
  let expected = ["e\u{301}/a.txt", "e\u{301}.txt", "\u{E9}/a.txt", "\u{E9}.txt", "\u{301}.txt"]
  #expect(Set(names) == Set(expected.map { Array($0.utf8) }))
  #expect(names.count == 5)
}

@Test func `a folder without documents is empty, not a fault`() throws {
  let folder = try Folder()
  try folder.makeFolder("empty")
  for (name, folders) in [
    ("", [folder.path, folder.path + "/empty"]), ("empty", [folder.path + "/empty"]),
  ] {
    var empty = FolderListing()
    empty.folders = folders
    #expect(try folder.list(name) == empty)
  }
}

@Test func `one file can be named`() throws {
  let folder = try Folder()
  try folder.write("sub/a.txt", "x")
  try folder.write("sub/b.txt", "x")
  #expect(try folder.list("sub/a.txt").files.map(\.name) == ["a.txt"])
}

@Test func `a file of another kind cannot be named`() throws {
  let folder = try Folder()
  try folder.write("a.pdf", "x")
  let reason = "not a kind of file that is read (.txt .md .json .ndjson .jsonl)"
  #expect(throws: Fault(place: "\(folder.path)/a.pdf", reason: reason)) {
    try folder.list("a.pdf")
  }
}

@Test(arguments: ["missing", "missing.txt", "sub/missing"])
func `a path that does not exist is a fault`(name: String) throws {
  let folder = try Folder()
  let fault = Fault(
    place: "\(folder.path)/\(name)", reason: "there is no such folder or file")
  #expect(throws: fault) { try folder.list(name) }
}

@Test func `what is no regular file is told by name`() throws {
  let folder = try Folder()
  try folder.write("a.txt", "x")
  #expect(unsafe mkfifo("\(folder.path)/pipe.txt", 0o600) == 0)
  let listing = try folder.list()
  #expect(listing.files.map(\.name) == ["a.txt"])
  #expect(listing.faults == [Fault(place: "pipe.txt", reason: "not a regular file")])
}

@Test func `a file whose name is not UTF-8 is told`() throws {
  let folder = try Folder()
  try folder.write("a.txt", "x")
  let name = Array("\(folder.path)/caf".utf8CString.dropLast()) + [-23] + Array(".txt".utf8CString)
  #expect(unsafe mkdir(name, 0o700) == 0)
  let listing = try folder.list()
  #expect(listing.files.map(\.name) == ["a.txt"])
  #expect(listing.faults == [Fault(place: "caf\u{FFFD}.txt", reason: "the file cannot be read")])
}

@Test(.disabled(if: geteuid() == 0, "the superuser can read everything"))
func `a folder that cannot be read is told by name`() throws {
  let folder = try Folder()
  try folder.write("closed/a.txt", "x")
  try folder.write("open/b.txt", "x")
  #expect(unsafe chmod("\(folder.path)/closed", 0) == 0)
  let listing = try folder.list()
  #expect(unsafe chmod("\(folder.path)/closed", 0o700) == 0)
  #expect(listing.files.map(\.name) == ["open/b.txt"])
  #expect(listing.faults == [Fault(place: "closed", reason: "the folder cannot be read")])
}

@Test func `a name that is not UTF-8 is named as one that cannot be read`() throws {
  let folder = try Folder()
  let descriptor = unsafe open(folder.path + "/", O_RDONLY | O_DIRECTORY)
  defer { close(descriptor) }
  let bytes: [CChar] = [0x61, -1, 0x2E, 0x74, 0x78, 0x74, 0]
  close(unsafe openat(descriptor, bytes, O_CREAT | O_WRONLY, 0o600))
  let listing = try folder.list()
  #expect(listing.files.isEmpty)
  #expect(listing.faults == [Fault(place: "a\u{FFFD}.txt", reason: "the file cannot be read")])
}

@Test func `of a folder that cannot be looked at the files stay as they were`() throws {
  let folder = try Folder()
  for name in ["sub/a.txt", "sub/deep/b.txt", "subway/c.txt", "sub.txt"] {
    try folder.write(name, "one")
  }
  let known = try folder.list().files
  var listing = FolderListing()
  listing.stay(
    Fault(place: "sub", reason: "the folder cannot be read"), folder.path + "/sub", known)
  #expect(listing.files.map(\.name) == ["sub/a.txt", "sub/deep/b.txt"])
  #expect(listing.faults.map(\.place) == ["sub"])
}
