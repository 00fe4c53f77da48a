// POST /extract: what it takes, what it gives, what it refuses.

import Foundation
import HTTP
import Testing

@testable import ReportsAPI

private func post(
  _ body: some Collection<UInt8>, as type: String? = "text/plain", _ target: String = "/extract"
) throws -> Response {
  switch try Library().post(target, Array(body), as: type) {
  case .response(let response): return response
  case .job(let work): return work { false }
  }
}

@Test(arguments: [
  ("text/plain", "“We left”, Ana Bila said."),
  ("TEXT/PLAIN; charset=\"UTF-8\"", "“We left”, Ana Bila said."),
  ("text/plain;charset=us-ascii", "Ana Bila said that they left."),
  ("application/json", #"{"text": "“We left”, Ana Bila said.", "colour": 1}"#),
  ("application/json; charset=utf-8", #"{"text": "“We left”, Ana Bila said."}"#),
])
func `a text and a document are answered in the shape of a report`(
  type: String, body: String
) throws {
  let response = try post(body.utf8, as: type)
  #expect(response.status == .ok)
  #expect(response["Content-Type"] == "application/json")
  #expect(response["Cache-Control"] == "no-store")
  #expect(response.etag == nil)
  #expect(!response.isCacheable)
  let report = try response.json()
  #expect(Set(report.keys) == Set(ReportField.ofRecord.map(\.rawValue)))
  #expect(report["id"] as? String == "extract")
  #expect((report["quotations"] as? [Any])?.count == 1)
}

@Test func `what a document says of itself is answered as it is of a stored one`() throws {
  let body = """
    {"id": "a/1", "headline": "H", "published": "2024-10-07", "language": "uk", "source": "S",
     "author": "A", "url": "u", "text": "T."}
    """
  let fields = "id,headline,published,language,source,author,url"
  let response = try post(body.utf8, as: "application/json", "/extract?fields=\(fields)")
  #expect(
    try response.text() == """
      {"id":"a/1","headline":"H","published":"2024-10-07","language":"uk","source":"S",\
      "author":"A","url":"u"}

      """)
}

@Test func `what is not understood of a document is told, not refused`() throws {
  let body = #"{"text": "T.", "published": "someday"}"#
  let report = try post(body.utf8, as: "application/json").json()
  let unresolved = try #require(report["unresolved"] as? [[String: Any]])
  #expect(unresolved.first?["kind"] as? String == "document")
  #expect((unresolved.first?["reason"] as? String)?.contains("someday") == true)
}

@Test func `a text has no header block, and offsets count from its first byte`() throws {
  let report = try post("Headline: x\n\nAna Bila said that they left.".utf8).json()
  #expect(report["headline"] is NSNull)
  let quotation = try #require((report["quotations"] as? [[String: Any]])?.first)
  let evidence = try #require(quotation["evidence"] as? [String: Any])
  #expect(evidence["start"] as? Int == 13)
}

@Test(arguments: [
  nil, "", "text/html", "application/x-www-form-urlencoded", "text/plain; charset=utf-16",
  "multipart/form-data; boundary=x", "text/plain, application/json", "\"", ";",
])
func `another type is refused with those that are taken`(type: String?) throws {
  let response = try post("Text.".utf8, as: type)
  #expect(response.status == .unsupportedMediaType)
  #expect(response["Accept"] == "text/plain, application/json")
  #expect(response["Content-Type"] == Problem.mediaType)
  #expect(try response.json()["allowed"] as? [String] == ["text/plain", "application/json"])
}

@Test(arguments: [
  ("", "not valid JSON"), ("{", "not valid JSON"), ("[]", "not an object"),
  ("{}", "“text” is missing"), (#"{"text": null}"#, "“text”"), (#"{"text": 7}"#, "“text”"),
  (#"{"text": ""}"#, "no text"), (#"{"text": " \n"}"#, "no text"),
  (#"{"text": "x", "id": ".."}"#, "“id”"), ("[{\"text\": \"x\"}]", "not an object"),
  (String(repeating: "[", count: 10_000), "JSON"), ("\u{0}", "NUL"),
])
func `bad JSON is a 400 that says what is wrong and what is allowed`(
  body: String, fault: String
) throws {
  let response = try post(body.utf8, as: "application/json")
  #expect(response.status == .badRequest)
  let problem = try response.json()
  #expect((problem["detail"] as? String)?.contains(fault) == true, "\(problem)")
  #expect((problem["allowed"] as? [String])?.first == "text")
}

@Test(
  arguments: [
    ([], "no text"), (Array(" \r\n".utf8), "no text"), ([0xFF, 0xFE, 0x41, 0], "NUL"),
    ([0x41, 0xC3], "not UTF-8"), ([0xED, 0xA0, 0x80], "not UTF-8"),
    ([0xEF, 0xBB, 0xBF], "no text"),
    ([0x41, 0, 0x42], "NUL"), ([0x93, 0x41, 0x94], "not UTF-8"),
  ] as [([UInt8], String)])
func `what is no text is a 400 that says why`(body: [UInt8], fault: String) throws {
  let response = try post(body)
  #expect(response.status == .badRequest)
  #expect((try response.json()["detail"] as? String)?.contains(fault) == true)
}

@Test(arguments: [0, 1])
func `a text may be as long as a document, and no longer`(more: Int) throws {
  let body = Array(repeating: UInt8(ascii: "a"), count: 4 * 1024 * 1024 + more)
  #expect(try post(body).status == (more == 0 ? .ok : .contentTooLarge))
}

@Test(arguments: [0, 1])
func `a long body is read by the pool, a short one at once`(more: Int) throws {
  let body = Array(repeating: UInt8(ascii: "a"), count: ExtractAnswer.inlineBytes + more)
  guard case .job(let work) = try Library().post("/extract", body, as: "text/plain") else {
    return #expect(more == 0)
  }
  #expect(more == 1)
  #expect(work { false }.status == .ok)
  #expect(work { true }.status == .serviceUnavailable)
}

@Test(arguments: ["“", "\"", "”", "“a” ", "‘’\"", "“\n\n", "\u{0301}", "said ", "A. ", "\r", "- "])
func `a long text of anything is answered`(piece: String) throws {
  let body = Array(repeating: Array(piece.utf8), count: 70_000 / piece.utf8.count).joined()
  let status = try post(body).status
  #expect(status == .ok || piece == "\r")
}

@Test func `parameters are as strict as elsewhere`() throws {
  #expect(try post("T.".utf8, as: "text/plain", "/extract?fild=id").status == .badRequest)
  #expect(try post("T.".utf8, as: "text/plain", "/extract?fields=idd").status == .badRequest)
}
