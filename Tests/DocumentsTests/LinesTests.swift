// Files with one article on each line.

import Testing

@testable import Documents

private let article = #"{"text": "T"}"#

@Test(arguments: ["a.ndjson", "a.jsonl"])
func `each line is a document, named by its number`(name: String) throws {
  let results = try intake(name, "\(article)\n{\"id\": \"own\", \"text\": \"U\"}\n\(article)\n")
  #expect(results.map(\.place) == ["\(name):1", "\(name):2", "\(name):3"])
  #expect(results.documents.map(\.id.text) == ["a-1", "own", "a-3"])
  #expect(results.documents.map(\.string) == ["T", "U", "T"])
}

@Test(arguments: [
  (article, [1]), ("\(article)\n", [1]), ("\n\n\(article)\n \t\n\(article)", [3, 5]),
  ("\(article)\r\n\r\n\(article)\r\n", [1, 3]), ("\u{FEFF}\(article)\n\(article)", [1, 2]),
])
func `empty lines are counted and not read, and a last line needs no end`(
  lines: String, numbers: [Int]
) throws {
  let results = try intake("a.ndjson", lines)
  #expect(results.map(\.place) == numbers.map { "a.ndjson:\($0)" })
  #expect(results.documents.map(\.id.text) == numbers.map { "a-\($0)" })
}

@Test(
  arguments: [
    ("{\"text\": \"cut", nil), ("nonsense", nil), ("[\(article)]", "the value is not an object"),
    ("{\"text\": 7}", "“text” is not a string"), ("{}", "key “text” is missing"),
    ("{\"text\": \" \"}", "the document has no text"), ("7", "the value is not an object"),
    ("\(article) \(article)", nil),
  ] as [(String, String?)])
func `a broken line is told and the others are read`(line: String, reason: String?) throws {
  let results = try intake("sub/a.ndjson", "\(article)\n\n\(line)\r\n\(article)")
  #expect(results.documents.map(\.id.text) == ["a-1", "a-4"])
  #expect(results.map(\.place) == ["sub/a.ndjson:1", "sub/a.ndjson:3", "sub/a.ndjson:4"])
  let told = try #require(results.faults.first)
  #expect(told.place == "sub/a.ndjson:3")
  #expect(reason.map { told.reason == $0 } ?? told.reason.hasPrefix("not valid JSON"))
}

@Test func `a text in JSON keeps its own line ends`() throws {
  let results = try intake("a.ndjson", "{\"text\": \"a\\r\\nb\\u2028c\"}\r\n")
  #expect(results.documents.map(\.text) == [Array("a\r\nb\u{2028}c".utf8)])
}
