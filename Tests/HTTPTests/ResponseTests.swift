// Answers before they are bytes.

import HTTP
import Testing

struct ResponseTests {
  @Test(arguments: [
    "a\r\nSet-Cookie: b", "a\nb", "a\rb", "a\0b", "\r\n\r\n<html>", "a\r\n b", "é\r\nb", "a\u{1B}b",
  ])
  func `a value cannot start another field`(_ value: String) {
    let field = Field("X-Note", value)
    #expect(field.value.utf8.allSatisfy { $0 >= 0x20 })
    let response = Response(.ok, fields: [field])
    let answer = ResponseEncoder.encode(response, framing: .none, body: [])
    let lines = String(decoding: answer.bytes, as: UTF8.self).split(
      separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.count == 6)
    #expect(lines[3] == "X-Note: \(field.value)")
  }

  @Test(arguments: ["", "a b", "é, ü", "\"a\": b; c=d"])
  func `another value stays as it is`(_ value: String) {
    #expect(Field("X-Note", value).value == value)
  }

  @Test func `a content type comes first`() {
    let response = Response(.ok, fields: [Field("Vary", "Accept")], contentType: "text/plain")
    #expect(response.fields == [Field("Content-Type", "text/plain"), Field("Vary", "Accept")])
  }
}
