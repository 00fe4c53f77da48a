// What becomes of each document of a load: taken as it is, taken with a remark, or told.

import Documents
import Loading
import TestSupport
import Testing

@testable import Reports

@Test func `all that a document says reaches its report`() throws {
  let folder = try Folder()
  try folder.write(
    "a.json",
    #"""
    {"id": "own", "headline": "H", "published": "7 October 2024", "source": "S", "author": "A",
     "url": "https://example.org/", "language": "en", "text": "One\r\né"}
    """#)
  let report = try #require(try folder.load().snapshot.report("own"))
  #expect(report.headline == "H")
  #expect(report.published.map { "\($0)" } == "2024-10-07")
  #expect(report.source == "S")
  #expect(report.author == "A")
  #expect(report.url == "https://example.org/")
  #expect(report.language == "en")
  #expect(report.bytes == Array("One\r\né".utf8))
  #expect(report.remarks.isEmpty)
}

/// One document for each fault: its name, its bytes, the place told and the reason.
private let faults: [(name: String, bytes: [UInt8], place: String, reason: String)] = [
  ("blank.txt", [0x20, 0x0A], "blank.txt", "the document has no text"),
  ("control\u{1}.txt", [0x41], "control\u{1}.txt", "the file's name is no id"),
  ("id.json", Array(#"{"id": "..", "text": "A"}"#.utf8), "id.json", "“id” is not a name"),
  ("key.json", Array("{}".utf8), "key.json", "key “text” is missing"),
  ("large.txt", Array(repeating: 0x41, count: 201), "large.txt", "201 bytes are more than the 200"),
  ("line.ndjson", Array("{}\n{\"text\": \"A\"}".utf8), "line.ndjson:1", "key “text” is missing"),
  ("list.json", Array(#"[{"text": "A"}, 7]"#.utf8), "list.json[1]", "the value is not an object"),
  ("nested.json", Array(repeating: 0x5B, count: 200), "nested.json", "not valid JSON"),
  ("nul.txt", [0x41, 0], "nul.txt", "the file holds NUL bytes and is no text"),
  ("same.md", Array("Text.".utf8), "same.txt", "its id “same” is already that of same.md"),
  ("text.json", Array(#"{"text": 7}"#.utf8), "text.json", "“text” is not a string"),
  ("utf16.txt", [0xFF, 0xFE, 0x41, 0], "utf16.txt", "the file is UTF-16"),
]

@Test(arguments: [1, 7])
func `a document with a fault is told, and all the others are loaded`(workers: Int) throws {
  let folder = try Folder()
  for fault in faults { try folder.write(fault.name, fault.bytes) }
  for name in ["first.txt", "sub/good.txt", "same.txt"] { try folder.write(name, "Good.") }
  try folder.link("gone.txt", to: "nowhere.txt")
  let outcome = try folder.load { loader in
    loader.limits.documentBytes = 200
    loader.workers = workers
  }
  #expect(outcome.ids == ["first", "line-2", "list-1", "same", "good"])
  let link = ("gone.txt", "the link leads nowhere")
  let expected = [link] + faults.map { ($0.place, $0.reason) }
  #expect(outcome.skipped.map(\.place) == expected.map(\.0))
  for (skipped, expected) in zip(outcome.skipped, expected) {
    #expect(skipped.reason.hasPrefix(expected.1), "\(skipped.place)")
  }
}

@Test func `an id that is taken names both files, and the first keeps it`() throws {
  let folder = try Folder()
  try folder.write("a/one.txt", "First.")
  try folder.write("b/one.txt", "Second.")
  try folder.write(
    "c.json", #"[{"id": "two", "text": "Third."}, {"id": "two", "text": "Fourth."}]"#)
  try folder.write("d.ndjson", "\n{\"id\": \"one\", \"text\": \"Fifth.\"}")
  let outcome = try folder.load()
  #expect(outcome.ids == ["one", "two"])
  #expect(outcome.reports.map(\.bytes) == ["First.", "Third."].map { Array($0.utf8) })
  #expect(
    outcome.skipped == [
      Fault(place: "b/one.txt", reason: "its id “one” is already that of a/one.txt"),
      Fault(place: "c.json[1]", reason: "its id “two” is already that of c.json[0]"),
      Fault(place: "d.ndjson:2", reason: "its id “one” is already that of a/one.txt"),
    ])
}

@Test func `remarks are told with their place and kept with their report`() throws {
  let folder = try Folder()
  try folder.write("a.txt", "Title: T\nEditor: E\nDate: soon\n\nText.")
  try folder.write("b.txt", "Nothing to remark.")
  try folder.write("c.txt", [0x63, 0x61, 0x66, 0xE9])
  let outcome = try folder.load()
  #expect(outcome.remarks.map(\.place) == ["a.txt", "a.txt", "c.txt"])
  #expect(outcome.reports.map(\.remarks.count) == [2, 0, 1])
  #expect(outcome.reports.flatMap(\.remarks) == outcome.remarks.map(\.reason))
  #expect(outcome.remarks.first?.reason == "The header “editor” is not known; it was left out.")
  #expect(outcome.skipped.isEmpty)
}

@Test func `a document that is not taken leaves no remarks`() throws {
  let folder = try Folder()
  try folder.write("a.md", "Text.")
  try folder.write("a.txt", "Title: T\nEditor: E\n\nText.")
  let outcome = try folder.load()
  #expect(outcome.skipped.map(\.place) == ["a.txt"])
  #expect(outcome.remarks.isEmpty)
}

@Test func `of several folders each is told by its name`() throws {
  let folder = try Folder()
  try folder.write("wire/a.txt", "A")
  try folder.write("desk/a.txt", "B")
  try folder.write("more/a.txt", "C")
  let outcome = try folder.load(["wire", "desk", "more/a.txt"])
  #expect(outcome.skipped.map(\.place) == ["desk/a.txt", "a.txt"])
  #expect(outcome.skipped.allSatisfy { $0.reason.hasSuffix("already that of wire/a.txt") })
}
