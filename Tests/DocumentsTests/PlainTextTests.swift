// Text files: their names become ids, and an empty one is no document.

import Testing

@testable import Documents

@Test(arguments: ["a.txt", "a.md", "a.TXT", "a.Md"])
func `a text file is one document, named like the file`(name: String) throws {
  let results = try intake(name, "Text.\r\n")
  #expect(results.map(\.place) == [name])
  #expect(results.documents.map(\.id.text) == ["a"])
  #expect(results.documents.map(\.text) == [Array("Text.\r\n".utf8)])
  #expect(results.documents.first?.headline == nil)
  #expect(results.documents.first?.published == nil)
  #expect(results.documents.first?.remarks == [])
}

@Test(arguments: [
  "", " ", "\n\r\n\t\u{B}\u{C}", "\u{FEFF}", "\u{FEFF}\n", "Title: T\n\n", "Title: T\r\n\r\n \n",
])
func `a file without text is a fault`(text: String) throws {
  let fault = Fault(place: "a.txt", reason: "the document has no text")
  #expect(try intake("a.txt", text).faults == [fault])
}

@Test(arguments: [
  ("a.b.txt", "a.b"), ("sub/a.txt", "a"), ("sub.d/deep/a b.md", "a b"), ("Київ.txt", "Київ"),
])
func `an id is the file's name without folders and ending`(name: String, id: String) throws {
  #expect(try intake(name, "Text.").documents.first?.id.text == id)
}

@Test(arguments: ["a\u{1}.txt", "a\n.txt", String(repeating: "é", count: 64) + "\u{7F}.txt"])
func `a file whose name is no id is a fault with the rule`(name: String) throws {
  let reason =
    "the file's name is no id (1 to 255 bytes without control characters, not “.” or “..”)"
  #expect(try intake(name, "Text.").faults == [Fault(place: name, reason: reason)])
}

@Test func `a file that went away is a fault`() {
  for format in DocumentFormat.allCases {
    let file = DocumentFile(path: "/nowhere/a.txt", name: "a.txt", format: format, size: 5)
    let results = DocumentReader.read(DocumentPart(file: file, range: 0..<5))
    #expect(results.faults == [Fault(place: "a.txt", reason: "the file cannot be read")])
  }
}
