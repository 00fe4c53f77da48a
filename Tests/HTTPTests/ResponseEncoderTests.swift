// Answers as bytes.

import HTTP
import Testing

struct ResponseEncoderTests {
  private static let date = String(repeating: " ", count: 29)

  private static func text(
    _ response: Response, _ framing: ResponseEncoder.Framing, _ body: String = ""
  ) -> String {
    let answer = ResponseEncoder.encode(response, framing: framing, body: Array(body.utf8))
    return String(decoding: answer.bytes, as: UTF8.self)
  }

  @Test(
    arguments: [
      (.sized(5), "Content-Length: 5\r\n\r\nhello"),
      (.chunked, "Transfer-Encoding: chunked\r\n\r\n"),
      (.untilClose, "\r\n"), (.sized(0), "Content-Length: 0\r\n\r\n"),
    ] as [(ResponseEncoder.Framing, String)])
  func `an answer of each framing, byte by byte`(_ framing: ResponseEncoder.Framing, _ end: String)
  {
    let response = Response(
      .ok, fields: [Field("Vary", "Accept")], contentType: "text/plain",
      etag: EntityTag(opaque: "7"))
    let body = framing == .sized(5) ? "hello" : ""
    let head = """
      HTTP/1.1 200 OK\r
      Date: \(Self.date)\r
      Server: dateline\r
      ETag: "7"\r
      Content-Type: text/plain\r
      Vary: Accept\r

      """
    #expect(Self.text(response, framing, body) == head + end)
  }

  @Test func `304 has no body and no length`() {
    #expect(
      Self.text(Response(.notModified), .none)
        == "HTTP/1.1 304 Not Modified\r\nDate: \(Self.date)\r\nServer: dateline\r\n\r\n")
  }

  @Test func `an answer knows where its date and its empty line stand`() {
    let answer = ResponseEncoder.encode(
      Response(.notFound, fields: [Field("A", "b")]), framing: .sized(2), body: [0x6F, 0x6B])
    let date = answer.bytes[answer.dateStart..<(answer.dateStart + 29)]
    #expect(String(decoding: date, as: UTF8.self) == Self.date)
    #expect(Notation.text(answer.bytes[..<answer.dateStart]).hasSuffix("\\r\\nDate: "))
    #expect(Notation.text(answer.bytes[answer.headEnd...]) == "\\r\\nok")
    #expect(Notation.text(answer.bytes[..<answer.headEnd]).hasSuffix("Content-Length: 2\\r\\n"))
  }

  @Test(
    arguments: [
      (.keep, ""), (.keepToldExplicitly, "Connection: keep-alive\r\n"),
      (.close, "Connection: close\r\n"),
    ] as [(Persistence, String)])
  func `the connection's fate is told where it has to be`(_ fate: Persistence, _ field: String) {
    #expect(ResponseEncoder.connectionField(fate) == field)
  }

  @Test(
    arguments: [
      ("a", "1\r\na\r\n"), ("0123456789abcdef!", "11\r\n0123456789abcdef!\r\n"), ("", ""),
    ])
  func `a part of a body is one chunk`(_ part: String, _ chunk: String) {
    var bytes: [UInt8] = []
    ResponseEncoder.chunk(Array(part.utf8), into: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == chunk)
  }

  @Test func `the constant parts`() {
    #expect(Notation.text(ResponseEncoder.lastChunk) == "0\\r\\n\\r\\n")
    #expect(
      Notation.text(ResponseEncoder.continueInterim) == "HTTP/1.1 100 Continue\\r\\n\\r\\n")
  }
}
