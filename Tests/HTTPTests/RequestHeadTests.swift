// What a parsed head tells beyond the chapters under Messages.

@testable import HTTP
import Testing

struct RequestHeadTests {
  private static let earlier = [
    "CONNECT a.example:443 HTTP/1.0\r\nHost: a.example\r\nContent-Length: 5\r\n\r\n",
    "PUT http://b/c?d HTTP/1.1\nHost: a\nExpect: 100-continue\nConnection: close\n\n",
  ]

  private static let requests = [
    "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET http://b/c?d HTTP/1.1\r\nHost: a\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n",
    "GET / HTTP/1.0\r\n\r\n",
    "OPTIONS * HTTP/1.1\nHost: a\n\n",
  ]

  @Test(arguments: requests, earlier)
  func `a head that was used before is as good as a new one`(_ request: String, _ earlier: String) {
    let bytes = Array(request.utf8)
    var fresh = RequestHead()
    let outcome = fresh.parse(bytes.span, limits: Limits())
    #expect(outcome == .complete(consumed: bytes.count))
    var used = RequestHead()
    let before = Array(earlier.utf8)
    #expect(used.parse(before.span, limits: Limits()) == .complete(consumed: before.count))
    #expect(used != fresh)
    #expect(used.parse(bytes.span, limits: Limits()) == outcome)
    #expect(used == fresh)
  }

  @Test(
    arguments: [
      ("host", .host), ("CONNECTION", .connection), ("Content-Length", .contentLength),
      ("transfer-Encoding", .transferEncoding), ("eXpect", .expect), ("Accept", .accept),
      ("If-None-Match", .ifNoneMatch), ("Content-Type", .contentType), ("range", .range),
      ("ORIGIN", .origin), ("if-match", .ifMatch), ("If-Range", .ifRange),
      ("accept-Encoding", .acceptEncoding), ("If-Modified-Since", .ifModifiedSince),
      ("If-Unmodified-Since", .ifUnmodifiedSince),
      ("Access-Control-Request-Method", .requestedMethod),
      ("Access-Control-Request-Headers", .requestedHeaders),
      ("Hosts", .other), ("Hose", .other), ("Accepts", .other), ("X", .other), ("", .other),
    ] as [(String, KnownField)])
  func `a field is known by its name in any case`(_ name: String, _ field: KnownField) {
    #expect(KnownField(name: Array(name.utf8).span) == field)
  }

  @Test func `the lines of a field are one list`() {
    let bytes = Array("GET / HTTP/1.1\r\nHost: a\r\nAccept: b/c\r\naccept: d/e\r\n\r\n".utf8)
    var head = RequestHead()
    #expect(head.parse(bytes.span, limits: Limits()) == .complete(consumed: bytes.count))
    #expect(head.value(.accept, in: bytes.span) == "b/c, d/e")
    #expect(head.value(.expect, in: bytes.span) == nil)
    #expect(head.hasLine(.accept) { bytes[$0].elementsEqual("d/e".utf8) })
    #expect(!head.hasLine(.accept) { bytes[$0].isEmpty })
  }
}
