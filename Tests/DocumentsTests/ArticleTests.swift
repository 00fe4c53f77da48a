// Articles in JSON files: one object, or an array of them.

import Testing

@testable import Documents

private func reasons(_ json: String) throws -> [String] {
  try intake("a.json", json).faults.map(\.reason)
}

@Test func `an object is one document with all its fields`() throws {
  let results = try intake(
    "a.json",
    #"""
    {"id": "own-1", "headline": "H", "published": "2024-10-07", "source": "S", "author": "A",
     "url": "https://example.org/", "language": "en", "text": "One\r\n\u00e9 \ud83d\ude00"}
    """#)
  let document = try #require(results.documents.first)
  #expect(results.map(\.place) == ["a.json"])
  #expect(document.id.text == "own-1")
  #expect(document.headline == "H")
  #expect(document.published.map { "\($0)" } == "2024-10-07")
  #expect(document.source == "S")
  #expect(document.author == "A")
  #expect(document.url == "https://example.org/")
  #expect(document.language == "en")
  #expect(document.text == Array("One\r\né 😀".utf8))
  #expect(document.remarks.isEmpty)
}

@Test(arguments: [
  #"{"text": "T"}"#, #"[{"text": "T"}]"#, " \r\n[ {\"text\": \"T\"} ]\n",
  "\u{FEFF}{\"text\":\"T\"}",
  #"{"id": null, "headline": null, "published": null, "source": null, "text": "T"}"#,
])
func `an article alone has its file's name as id and place`(json: String) throws {
  let results = try intake("news/a.json", json)
  #expect(results.map(\.place) == ["news/a.json"])
  #expect(results.documents.map(\.id.text) == ["a"])
  #expect(results.documents.map(\.string) == ["T"])
  #expect(results.documents.first?.headline == nil)
  #expect(results.documents.first?.remarks == [])
}

@Test func `articles of an array are numbered where they have no id`() throws {
  let json = #"[{"text": "A"}, {"id": "own", "text": "B"}, {"text": "C"}]"#
  let results = try intake("a.json", json)
  #expect(results.map(\.place) == ["a.json[0]", "a.json[1]", "a.json[2]"])
  #expect(results.documents.map(\.id.text) == ["a-1", "own", "a-3"])
  #expect(results.documents.map(\.string) == ["A", "B", "C"])
}

@Test(arguments: [
  ("a.json", "[]"), ("a.ndjson", ""), ("a.ndjson", "\n\n"), ("a.jsonl", "\r\n \n"),
])
func `a file without an article is told`(name: String, text: String) throws {
  let results = try intake(name, text)
  #expect(results.faults == [Fault(place: name, reason: "the file holds no article")])
}

@Test(arguments: [
  (#"{"text": 1}"#, "“text” is not a string"),
  (#"{}"#, "key “text” is missing"),
  ("null", "the value is not an object"),
  ("7", "the value is not an object"),
  (#"[{"text": "X"}]"#, "the value is not an object"),
  (#"{"text": ""}"#, "the document has no text"),
])
func `a bad element is told and the good ones around it are read`(
  element: String, reason: String
) throws {
  let results = try intake("a.json", #"[{"text": "A"}, \#(element), {"text": "C"}]"#)
  #expect(results.documents.map(\.id.text) == ["a-1", "a-3"])
  #expect(results.documents.map(\.string) == ["A", "C"])
  #expect(results.faults == [Fault(place: "a.json[1]", reason: reason)])
}

@Test(arguments: [
  #"{"text": "T", "views": 7, "tags": ["a", {"b": null}], "body": {"text": "other"}}"#,
  #"{"Text": "X", "TITLE": "Y", "text": "T"}"#,
])
func `unknown keys are ignored`(json: String) throws {
  let results = try intake("a.json", json)
  #expect(results.documents.map(\.string) == ["T"])
  #expect(results.documents.first?.headline == nil)
  #expect(results.documents.first?.remarks == [])
}

@Test(arguments: [("7", "7"), ("-7", "-7"), ("0", "0"), ("9007199254740993", "9007199254740993")])
func `a whole number is an id`(number: String, id: String) throws {
  let results = try intake("a.json", #"{"id": \#(number), "text": "T"}"#)
  #expect(results.documents.map(\.id.text) == [id])
}

@Test(arguments: ["1.5", "true", "[1]", "{}", "123456789012345678901234567890"])
func `any other id that is no string is a fault`(id: String) throws {
  #expect(try reasons(#"{"id": \#(id), "text": "T"}"#) == ["“id” is not a string"])
}

@Test(arguments: ["", ".", "..", #"a\nb"#, #"\u0000"#, String(repeating: "x", count: 256)])
func `an id that is no name is a fault with the rule`(id: String) throws {
  let json = #"{"id": "\#(id)", "text": "T"}"#
  #expect(
    try reasons(json) == [
      "“id” is not a name (1 to 255 bytes without control characters, not “.” or “..”)"
    ])
}

@Test(arguments: [
  (#"{"headline": "H"}"#, "key “text” is missing"),
  (#"{"text": null}"#, "“text” is not a string"),
  (#"{"text": ["T"]}"#, "“text” is not a string"),
  (#"{"text": "T", "headline": 1}"#, "“headline” is not a string"),
  (#"{"text": "T", "published": 20241007}"#, "“published” is not a string"),
  (#"{"text": ""}"#, "the document has no text"),
  (#"{"text": " \r\n\t"}"#, "the document has no text"),
  ("7", "the value is not an object"),
  (#""text""#, "the value is not an object"),
])
func `an article that is none is told by its key`(json: String, reason: String) throws {
  #expect(try reasons(json) == [reason])
}

@Test(arguments: [
  "", " \n", "{", "[", "nonsense", #"{"text": "T"} {"text": "U"}"#, #"[{"text": "T"}"#,
])
func `a file that is not JSON is one fault`(json: String) throws {
  let results = try intake("a.json", json)
  #expect(results.map(\.place) == ["a.json"])
  #expect(results.faults.map { $0.reason.hasPrefix("not valid JSON") } == [true])
}

@Test(arguments: ["a.json", "a.ndjson"])
func `a hundred thousand brackets are a fault`(name: String) throws {
  for depth in [513, 100_000] {
    let results = try intake(name, String(repeating: "[", count: depth))
    #expect(results.faults.map { $0.reason.hasPrefix("not valid JSON") } == [true])
  }
}
