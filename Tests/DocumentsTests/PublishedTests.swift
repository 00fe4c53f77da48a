// What counts as the day on which a document was published, in headers and in JSON.

import Testing

@testable import Documents

private func inHeader(_ published: String) throws -> Document {
  try #require(try intake("a.txt", "Published: \(published)\n\nText.").documents.first)
}

private func inJSON(_ published: String) throws -> Document {
  let json = #"{"published": "\#(published)", "text": "Text."}"#
  return try #require(try intake("a.json", json).documents.first)
}

@Test(arguments: [
  ("2024-10-07", "2024-10-07"), ("7 October 2024", "2024-10-07"),
  ("October 7, 2024", "2024-10-07"), ("2024-10-07T11:30:00+02:00", "2024-10-07T09:30:00Z"),
  ("Mon, 07 Oct 2024 09:30:00 GMT", "2024-10-07T09:30:00Z"),
])
func `a date of a day or finer is taken`(text: String, published: String) throws {
  for document in [try inHeader(text), try inJSON(text)] {
    #expect(document.published.map { "\($0)" } == published)
    #expect(document.remarks.isEmpty)
  }
}

@Test(arguments: ["yesterday", "2024-10", "2024", "2024-02-30", "7/10/2024", "7 Octopus 2024"])
func `what is no date of a day leaves the document undated and is told`(text: String) throws {
  let forms = "2024-10-07, 2024-10-07T09:30:00Z (or with +02:00), 7 October 2024, October 7, 2024"
  for document in [try inHeader(text), try inJSON(text)] {
    #expect(document.published == nil)
    #expect(document.remarks == ["“\(text)” is not a date that is understood (\(forms))."])
    #expect(document.string == "Text.")
  }
}

@Test func `of a date that is none, sixty characters are told`() throws {
  let document = try inJSON(String(repeating: "x", count: 61))
  let told = try #require(document.remarks.first)
  #expect(told.hasPrefix("“" + String(repeating: "x", count: 60) + "”"))
}

@Test func `of two dates the first is taken, and the other is told`() throws {
  let document = try inHeader("2024-10-07\nDate: 2024-10-08")
  #expect(document.published.map { "\($0)" } == "2024-10-07")
  #expect(document.remarks == ["There is more than one date; the first was taken."])
}

@Test func `a first date that is none leaves room for the second`() throws {
  let document = try inHeader("soon\nDate: 2024-10-07")
  #expect(document.published.map { "\($0)" } == "2024-10-07")
  #expect(document.remarks.count == 1)
}
