// The lines ahead of a text: which are understood, and where the text begins.

import Foundation
import Testing

@testable import Documents

private func document(_ text: String, _ limits: IntakeLimits = IntakeLimits()) throws -> Document {
  let id = try #require(DocumentID("a"))
  return try PlainText.read(Array(text.utf8), id: id, limits)
}

private func value(of name: String, in document: Document) -> String? {
  switch name {
  case "headline", "title": document.headline
  case "published", "date": document.published.map { "\($0)" }
  case "source": document.source
  case "author": document.author
  case "url": document.url
  case "language": document.language
  default: nil
  }
}

@Test(arguments: HeaderBlock.names, [0, 1, 2])
func `every name is understood in small letters, capitals and both`(name: String, form: Int) throws
{
  let written = [name, name.uppercased(), name.capitalized][form]
  let document = try document("\(written): 2024-10-07\n\nText.")
  #expect(value(of: name, in: document) == "2024-10-07")
  #expect(HeaderBlock.names.filter { value(of: $0, in: document) != nil }.count <= 2)
  #expect(document.string == "Text.")
  #expect(document.remarks.isEmpty)
}

@Test func `a whole block is read`() throws {
  let document = try document(
    """
    Title: A headline: with a colon
    Date: 7 October 2024
    Source:  The Wire\u{20}
    Author: A. Writer, B. Writer
    URL: https://example.org/a?b=c:d
    Language: en

    First line.
    """)
  #expect(document.headline == "A headline: with a colon")
  #expect(document.published.map { "\($0)" } == "2024-10-07")
  #expect(document.source == "The Wire")
  #expect(document.author == "A. Writer, B. Writer")
  #expect(document.url == "https://example.org/a?b=c:d")
  #expect(document.language == "en")
  #expect(document.string == "First line.")
}

@Test(arguments: [
  "Title: T\r\nSource: S\r\n\r\n", "Title: T\nSource: S\n\n", "Title: T \nSource:S\n \t\n",
  "\u{FEFF}Title: T\nSource: S\n\n", "Title: T\nURL:\nSource: S\n\n",
])
func `line ends, blanks and a byte-order mark make no difference`(block: String) throws {
  let document = try document("\(block)Text.")
  #expect(document.headline == "T")
  #expect(document.source == "S")
  #expect(document.url == nil)
  #expect(document.remarks.isEmpty)
  #expect(document.string == "Text.")
}

@Test(arguments: ["\n  Text \r\n\r\n\tmore: x\n\n", "Text\u{FEFF}\u{301}", "Title: again\n\nText"])
func `the text behind a block is kept byte for byte`(text: String) throws {
  #expect(try document("Title: T\n\n\(text)").text == Array(text.utf8))
}

@Test(arguments: [
  "Officials said: the town is empty.\n\nMore.", "Note: this is prose.\n\nMore.", "No colon.\n\n",
  "\nTitle: not on the first line\n\nMore.", ": x\n\nMore.", "Title\n\nMore.", "7: x\n\nMore.",
  "Title in the first line, then prose: more\n\nMore.", "Text without any line end",
])
func `a text that begins like any other has no block`(text: String) throws {
  let document = try document(text)
  #expect(document.text == Array(text.utf8))
  #expect(document.headline == nil)
  #expect(document.remarks.isEmpty)
}

@Test(arguments: [
  ("Title: T\nText at once.\n\nMore.", 2, "“Text at once.” is not “Name: value”"),
  ("Title: T\nURL: u\n“So”: said he.\n\n", 3, "““So”: said he.” is not “Name: value”"),
  ("Title: T\n", 2, "no empty line ends the block"),
  ("Title: T\nSource: S", 2, "no empty line ends the block"),
  ("Title: T\nSource: S\n", 3, "no empty line ends the block"),
])
func `a block that is none stays in the text, and the line at fault is told`(
  text: String, line: Int, reason: String
) throws {
  let document = try document(text)
  #expect(document.text == Array(text.utf8))
  #expect(document.headline == nil)
  #expect(
    document.remarks == [
      "Line \(line): \(reason); the lines above it were taken as text, not as a header block."
    ])
}

@Test(arguments: [
  (
    "Title: A\nHeadline: B",
    "The header “headline” says again what an earlier one said; it was left out."
  ),
  (
    "Source: A\nSOURCE: B",
    "The header “source” says again what an earlier one said; it was left out."
  ),
  ("Title: A\nEditor: B", "The header “editor” is not known; it was left out."),
  ("Title: A\nPhoto credit: B", "The header “photo credit” is not known; it was left out."),
])
func `what is said twice or not known is left out and told`(block: String, remark: String) throws {
  let document = try document("\(block)\n\nText.")
  #expect(document.remarks == [remark])
  #expect((document.headline ?? document.source) == "A")
  #expect(document.string == "Text.")
}
