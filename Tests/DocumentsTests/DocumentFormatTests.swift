// A file's ending says how it is read.

import Testing

@testable import Documents

@Test(
  arguments: [
    ("a.txt", .text), ("a.md", .text), ("a.json", .json), ("a.ndjson", .lines), ("a.jsonl", .lines),
    ("a.JSON", .json), ("a.b.txt", .text), ("a.json.txt", .text), ("a.txt.json", .json),
  ] as [(String, DocumentFormat)])
func `a known ending tells the format`(name: String, format: DocumentFormat) {
  #expect(DocumentFormat(fileName: name) == format)
}

@Test(arguments: [
  "", "a", "txt", "json", "md", "a.", "a.txt.", "a.pdf", "a.txt~", "a.txt.gz", "atxt", "a.html",
  "a.json/b", "a.json/txt",
])
func `any other name is not read`(name: String) {
  #expect(DocumentFormat(fileName: name) == nil)
}

@Test func `the endings that messages name are the ones read`() {
  #expect(DocumentFormat.endings.allSatisfy { DocumentFormat(fileName: "a\($0)") != nil })
  #expect(Set(DocumentFormat.endings.compactMap { DocumentFormat(fileName: "a\($0)") }).count == 3)
}
