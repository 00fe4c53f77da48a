// The cache gives an answer to those who ask the same, and stays small.

import HTTP
import Testing

@testable import HTTPServer

/// A request's head with the bytes that it speaks of.
private struct Asked {
  var head: RequestHead
  let bytes: [UInt8]

  init(_ target: String, host: String = "a", accept: String? = nil) {
    let field = accept.map { "Accept: \($0)\r\n" } ?? ""
    let bytes = Array("GET \(target) HTTP/1.1\r\nHost: \(host)\r\n\(field)\r\n".utf8)
    var head = RequestHead()
    _ = head.parse(bytes.span, limits: Limits())
    self.head = head
    self.bytes = bytes
  }

  func answer(_ size: Int = 10) -> CachedAnswer {
    let encoded = ResponseEncoder.encode(
      Response(.ok), framing: .sized(size), body: Array(repeating: 65, count: size))
    return CachedAnswer(
      key: AnswerKey(head, bytes.span),
      plain: CachedForm(
        validators: Validators(etag: nil, lastModified: nil), full: DatedAnswer(encoded),
        notModified: nil))
  }
}

@Test func `answers by TLS and without are not mixed`() {
  var cache = AnswerCache(maximumBytes: 100_000)
  let plain = Asked("/reports")
  var secure = plain
  secure.head.isSecure = true
  cache.insert(plain.answer())
  #expect(cache.holds(plain) && !cache.holds(secure))
  cache.insert(secure.answer())
  #expect(cache.holds(plain) && cache.holds(secure))
}

@Test func `a request that is known without TLS is not known by it`() {
  var repeats = Repeats()
  let asked = Asked("/reports")
  repeats.remember(
    7,
    RepeatedRequest(
      head: asked.bytes,
      answer: DatedAnswer(ResponseEncoder.encode(Response(.ok), framing: .sized(0), body: [])),
      route: .none, status: 200, originLine: [], persistence: .keep, isHead: false))
  #expect(repeats.find(7, asked.bytes.span) != nil)
  #expect(repeats.find(7, asked.bytes.span, isSecure: true) == nil)
}

extension AnswerCache {
  fileprivate mutating func holds(_ asked: Asked) -> Bool {
    find(asked.head, asked.bytes.span) != nil
  }
}

@Test(arguments: [
  Pair("/a"), Pair("/reports?limit=2", host: "b"), Pair("/reports?limit=2", accept: "text/html"),
  Pair("/reports?limit=20"), Pair("/reports?limit="), Pair("/reports"),
  Pair("/reports?limit=2", isSame: true), Pair("http://a/reports?limit=2", host: "b", isSame: true),
  Pair("/reports?limit=2#part", isSame: true), Pair("/reports?limit=2", accept: "a\r\nAccept: b"),
])
func `only who asks the same gets the answer`(pair: Pair) {
  var cache = AnswerCache(maximumBytes: 100_000)
  cache.insert(Asked("/reports?limit=2").answer())
  let isHeld = cache.holds(Asked(pair.target, host: pair.host, accept: pair.accept))
  #expect(isHeld == pair.isSame)
}

/// Another request, and whether it asks the same as the first.
struct Pair: Sendable {
  let target: String
  let host: String
  let accept: String?
  let isSame: Bool

  init(_ target: String, host: String = "a", accept: String? = nil, isSame: Bool = false) {
    self.target = target
    self.host = host
    self.accept = accept
    self.isSame = isSame
  }
}

@Test func `parts do not run into each other`() {
  var cache = AnswerCache(maximumBytes: 100_000)
  cache.insert(Asked("/ab?c").answer())
  let held = ["/a?bc", "/abc", "/ab?c"].filter { cache.holds(Asked($0)) }
  #expect(held == ["/ab?c"])
}

@Test func `what is asked for stays, what is not goes, and the size is bounded`() {
  var cache = AnswerCache(maximumBytes: 40_000)
  let favourite = Asked("/favourite")
  cache.insert(favourite.answer(1000))
  var kept = 0
  var isFavouriteHeld = true
  for number in 0..<200 {
    cache.insert(Asked("/\(number)").answer(1000))
    isFavouriteHeld = isFavouriteHeld && cache.holds(favourite)
  }
  for number in 0..<200 where cache.holds(Asked("/\(number)")) { kept += 1 }
  #expect(isFavouriteHeld)
  #expect(kept > 5)
  #expect(kept < 40)
}

@Test func `nothing is left when answers no longer hold`() {
  var cache = AnswerCache(maximumBytes: 100_000)
  cache.insert(Asked("/a").answer())
  cache.removeAll()
  let isHeld = cache.holds(Asked("/a"))
  #expect(!isHeld)
}
