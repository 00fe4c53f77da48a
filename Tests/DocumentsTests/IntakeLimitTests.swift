// Every limit of intake: what just fits is read, and one more is a fault or a remark.

import TestSupport
import Testing

@testable import Documents

private func limits(_ change: (inout IntakeLimits) -> Void) -> IntakeLimits {
  var limits = IntakeLimits()
  change(&limits)
  return limits
}

private func repeated(_ text: String, _ count: Int) -> String {
  String(repeating: text, count: count)
}

private let small = limits { $0.documentBytes = 100 }

@Test(arguments: [("x", 100), ("é", 50)])
func `a text file of documentBytes is read and a longer one is not`(
  character: String, count: Int
) throws {
  let text = repeated(character, count)
  #expect(try intake("a.txt", text, small).documents.map(\.string) == [text])
  let faults = try intake("a.txt", text + "x", small).faults
  #expect(faults == [Fault(place: "a.txt", reason: "101 bytes are more than the 100 allowed")])
}

@Test(arguments: ["a.json", "a.ndjson"])
func `an article's text of documentBytes is read and a longer one is not`(name: String) throws {
  let text = repeated("é", 50)
  #expect(try intake(name, #"{"text":"\#(text)"}"#, small).documents.map(\.string) == [text])
  let faults = try intake(name, #"{"text":"\#(text)x"}"#, small).faults
  #expect(faults.map(\.reason) == ["101 bytes are more than the 100 allowed"])
}

@Test(arguments: ["a.json", "a.ndjson"], [(#"\u0416"#, 40), (#"\u007f"#, 90), (#"\""#, 100)])
func `a text may be written all in escapes`(name: String, escape: (String, Int)) throws {
  let json = #"{"text":"\#(repeated(escape.0, escape.1))"}"#
  #expect(try intake(name, json, small).documents.count == 1)
}

@Test func `a line that no text within the limit needs is not read`() throws {
  let line = #"{"text":"a"}"#
  let padded = { count in line + repeated(" ", count - line.utf8.count) + "\n" + line }
  #expect(try intake("a.ndjson", padded(600), small).documents.count == 2)
  let results = try intake("a.ndjson", padded(601), small)
  #expect(results.documents.map(\.id.text) == ["a-2"])
  let fault = Fault(place: "a.ndjson:1", reason: "601 bytes are more than the 600 allowed")
  #expect(results.faults == [fault])
}

@Test func `a JSON file of jsonFileBytes is read and a longer one is not`() throws {
  let json = #"{"text":"a"}"#
  let few = limits { $0.jsonFileBytes = json.utf8.count }
  #expect(try intake("a.json", json, few).documents.count == 1)
  let fault = Fault(place: "a.json", reason: "13 bytes are more than the 12 allowed")
  #expect(try intake("a.json", json + " ", few).faults == [fault])
  #expect(try intake("a.ndjson", json + "\n" + json, few).documents.count == 2)
  #expect(try intake("a.txt", json + " ", few).documents.count == 1)
}

@Test(arguments: [1, 2, 32])
func `a header block of headerLines is read and a longer one is not`(count: Int) throws {
  let few = limits { $0.headerLines = count }
  let block = "Title: T\n" + repeated("Source:\n", count - 1)
  let read = try #require(try intake("a.txt", block + "\nText.", few).documents.first)
  #expect(read.headline == "T")
  #expect(read.string == "Text.")
  let text = block + "Source:\n\nText."
  let kept = try #require(try intake("a.txt", text, few).documents.first)
  #expect(kept.headline == nil)
  #expect(kept.string == text)
  #expect(kept.remarks.first?.hasPrefix("Line \(count + 1): the block is too long;") == true)
}

@Test func `a header line of fieldBytes with its end is read and a longer one is not`() throws {
  let few = limits { $0.fieldBytes = 20 }
  let block = { (count: Int) in "Title: T\nSource: \(repeated("s", count))\n\nText." }
  #expect(try intake("a.txt", block(11), few).documents.map(\.source) == [repeated("s", 11)])
  let kept = try #require(try intake("a.txt", block(12), few).documents.first)
  #expect(kept.source == nil)
  #expect(kept.string == block(12))
  #expect(kept.remarks.first?.hasPrefix("Line 2: the line is too long;") == true)
}

@Test(arguments: ["headline", "source", "author", "url", "language"])
func `a field in JSON of fieldBytes is taken and a longer one is left out`(name: String) throws {
  let few = limits { $0.fieldBytes = 20 }
  let json = { (count: Int) in #"{"\#(name)": "\#(repeated("é", count))", "text": "T"}"# }
  let taken = try #require(try intake("a.json", json(10), few).documents.first)
  #expect(fields(taken) == [repeated("é", 10)])
  #expect(taken.remarks.isEmpty)
  let without = try #require(try intake("a.json", json(11), few).documents.first)
  #expect(fields(without).isEmpty)
  #expect(without.string == "T")
  #expect(without.remarks == ["The “\(name)” is longer than 20 bytes; it was left out."])
}

private func fields(_ document: Document) -> [String] {
  [document.headline, document.source, document.author, document.url, document.language]
    .compactMap { $0 }
}

@Test func `folders as deep as folderDepth are read and deeper ones are told`() throws {
  let folder = try Folder()
  try folder.write("1/2/a.txt", "A")
  try folder.write("1/2/3/b.txt", "B")
  let listing = try folder.list("", limits { $0.folderDepth = 2 })
  #expect(listing.files.map(\.name) == ["1/2/a.txt"])
  #expect(listing.faults == [Fault(place: "1/2/3", reason: "folders are nested more than 2 deep")])
  let all = try folder.list("", limits { $0.folderDepth = 3 })
  #expect(all.files.map(\.name) == ["1/2/3/b.txt", "1/2/a.txt"])
  #expect(all.faults.isEmpty)
}
