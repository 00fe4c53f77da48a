// Which form of an answer a request gets, and what the forms look like.

import HTTP
import Testing

private let now: Int64 = 1_728_345_599

/// A text of 2,000 bytes that can be asked for in parts.
private func makeAnswer() -> Response {
  var response = Response(
    .ok,
    fields: [
      Field("Cache-Control", "no-cache"), Field("Link", "<b>"), Field("Content-Location", "y"),
      Field("Expires", "z"),
    ], body: Array(repeating: 65, count: 2000), contentType: "text/plain",
    etag: EntityTag(opaque: "v"))
  response.lastModified = now - 100
  response.takesRanges = true
  response.vary = [.accept, .acceptEncoding]
  return response
}

private func form(_ fields: [String], of response: Response, method: String = "GET") -> AnswerForm {
  let sent = SentHead(fields.map { $0 + "\r\n" }.joined(), method: method)
  return response.form(for: sent.head, sent.bytes.span, now: now)
}

struct AnswerFormTests {
  private static let gzip = "Accept-Encoding: gzip"

  @Test(
    arguments: [
      ([], .whole(.identity)), ([gzip], .whole(.gzip)),
      (["If-None-Match: \"v\""], .notModified(.identity)),
      // A tag is one of the representation that the request selects.
      (["If-None-Match: \"v\"", gzip], .whole(.gzip)),
      (["If-None-Match: \"v-gzip\"", gzip], .notModified(.gzip)),
      (["If-None-Match: \"v-gzip\""], .whole(.identity)),
      (["If-Match: \"v\"", gzip], .preconditionFailed), (["If-Match: \"v\""], .whole(.identity)),
      (["Range: bytes=0-9"], .part(0..<10)), (["Range: bytes=-1"], .part(1999..<2000)),
      (["Range: bytes=0-9", gzip], .part(0..<10)),
      (["Range: bytes=2000-"], .rangeNotSatisfiable), (["Range: bytes=-0"], .rangeNotSatisfiable),
      (["Range: bytes=9-0", gzip], .whole(.gzip)), (["Range: bytes=0-1,4-5"], .whole(.identity)),
      (["Range: bytes=0-9", "Range: bytes=0-9"], .whole(.identity)),
      (["Range: bytes=0-9", "If-Range: \"v\""], .part(0..<10)),
      (["Range: bytes=0-9", "If-Range: \"w\""], .whole(.identity)),
      (["Range: bytes=2000-", "If-Range: \"w\""], .whole(.identity)),
      (["Range: bytes=0-9", "If-None-Match: \"v\""], .notModified(.identity)),
      (["Range: bytes=2000-", "If-None-Match: \"v\""], .notModified(.identity)),
      (["Range: bytes=0-9", "If-Match: \"w\""], .preconditionFailed),
    ] as [([String], AnswerForm)])
  func `representation, conditions and range, in this order`(
    _ fields: [String], _ expected: AnswerForm
  ) {
    #expect(form(fields, of: makeAnswer()) == expected)
  }

  @Test func `a range is cut for GET, and only from what takes ranges`() {
    var answer = makeAnswer()
    #expect(form(["Range: bytes=0-9"], of: answer, method: "HEAD") == .whole(.identity))
    answer.takesRanges = false
    #expect(form(["Range: bytes=0-9", Self.gzip], of: answer) == .whole(.gzip))
  }

  @Test func `of nothing there is no part`() {
    var empty = makeAnswer()
    empty.body = .bytes([])
    #expect(form(["Range: bytes=-5"], of: empty) == .whole(.identity))
    #expect(form(["Range: bytes=0-"], of: empty) == .rangeNotSatisfiable)
  }

  @Test(arguments: [Status.notFound, .badRequest, .serviceUnavailable, .notAcceptable])
  func `conditions and ranges do not matter where the answer is no success`(_ status: Status) {
    var answer = makeAnswer()
    answer.status = status
    for field in ["If-Match: \"w\"", "If-None-Match: *", "Range: bytes=0-1"] {
      #expect(form([field], of: answer) == .whole(.identity))
    }
    #expect(form([Self.gzip], of: answer) == .whole(.gzip))
  }

  @Test(
    arguments: [
      ("text/plain; charset=utf-8", 1024, true), ("text/plain", 1023, false),
      ("application/json", 4000, true), ("application/problem+json", 4000, true),
      ("application/geo+json", 4000, true), ("image/svg+xml", 4000, true),
      ("image/png", 4000, false), ("image/x-icon", 4000, false),
      ("application/octet-stream", 4000, false), ("", 4000, false),
    ])
  func `texts that are not tiny can be compressed`(
    _ type: String, _ count: Int, _ isCompressible: Bool
  ) {
    let body = Array(repeating: 65 as UInt8, count: count)
    #expect(Response(.ok, body: body, contentType: type).isCompressible == isCompressible)
  }

  @Test func `304 keeps what a cache needs and nothing of the body`() throws {
    for (coding, tag) in [(ContentCoding.identity, "\"v\""), (.gzip, "\"v-gzip\"")] {
      let short = makeAnswer().notModified(coding)
      #expect(short.status == .notModified)
      #expect(short.etag?.text == tag)
      #expect(short.lastModified == now - 100)
      #expect(short.vary == [.accept, .acceptEncoding])
      #expect(short.fields.map(\.name) == ["Cache-Control", "Content-Location", "Expires"])
      #expect(short.bodyBytes == 0)
    }
  }

  @Test func `206 has the fields of 200 and says which bytes it has`() {
    let part = makeAnswer().inForm(.part(10..<12))
    #expect(part.status == .partialContent)
    #expect(part.fields.dropLast() == makeAnswer().fields[...])
    #expect(part.fields.last == Field("Content-Range", "bytes 10-11/2000"))
    #expect(part.bodyBytes == 2)
    #expect(part.etag == makeAnswer().etag)
  }

  @Test func `412 and 416 are problems that depend on what the answer depends on`() {
    let failed = makeAnswer().inForm(.preconditionFailed)
    #expect(failed.status == .preconditionFailed)
    #expect(failed.vary == makeAnswer().vary)
    let outside = makeAnswer().inForm(.rangeNotSatisfiable)
    #expect(outside.status == .rangeNotSatisfiable)
    #expect(outside.fields.contains(Field("Content-Range", "bytes */2000")))
    #expect(outside.fields.contains(Field("Content-Type", "application/problem+json")))
    #expect(failed.etag == nil && outside.etag == nil)
  }
}
