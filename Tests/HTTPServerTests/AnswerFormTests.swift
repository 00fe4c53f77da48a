// What is sent of an answer: compressed, unchanged, in part, and the same from the cache.

import HTTP
import Synchronization
import TestSupport
import Testing

@testable import HTTPServer

extension Client {
  /// Asks on a connection that stays open.
  func ask(
    _ target: String, _ fields: String..., method: String = "GET", host: String = "a"
  ) throws -> Answer {
    let lines = fields.map { "\($0)\r\n" }.joined()
    send("\(method) \(target) HTTP/1.1\r\nHost: \(host)\r\n\(lines)\r\n")
    return try readAnswer(toHead: method == "HEAD")
  }
}

private let gzip = "Accept-Encoding: gzip"

@Test(arguments: [2000, 65_536, 65_537, 300_000, 1_000_000])
func `both forms are made once, with a tag each`(count: Int) throws {
  let server = try TestServer()
  let client = try server.connect()
  let target = "/letters/\(count)"
  let plain = try client.ask(target)
  let small = try client.ask(target, gzip)
  #expect(plain["ETag"] == "\"v0\"" && small["ETag"] == "\"v0-gzip\"")
  #expect(plain["Vary"] == "Accept-Encoding" && small["Vary"] == "Accept-Encoding")
  #expect(plain["Content-Encoding"] == nil && small["Content-Encoding"] == "gzip")
  #expect(small.body.count < plain.body.count / 10)
  #expect(try small.plain() == plain.body)
  #expect(try client.ask(target, gzip).body == small.body)
  let replies = server.counts.replies.load(ordering: .relaxed)
  #expect(replies == 2)
  _ = try client.ask(target)
  // What is too long to be kept is asked for again, and its short form stays.
  #expect(server.counts.replies.load(ordering: .relaxed) == (count < 262_144 ? 2 : 3))
  _ = try client.ask(target, gzip)
  #expect(server.counts.replies.load(ordering: .relaxed) == (count < 262_144 ? 2 : 3))
}

@Test func `who asks for gzip first makes both forms`() throws {
  let server = try TestServer()
  let client = try server.connect()
  let small = try client.ask("/letters/2000", gzip)
  #expect(try client.ask("/letters/2000").body == small.plain())
  #expect(server.counts.replies.load(ordering: .relaxed) == 1)
}

@Test(arguments: ["/letters/1023", "/echo"])
func `what is tiny has one form`(target: String) throws {
  let answer = try TestServer().connect().ask(target, gzip)
  #expect(answer["Content-Encoding"] == nil)
  #expect(answer["Vary"] == nil)
}

@Test func `a long problem is compressed too`() throws {
  let answer = try TestServer().connect().ask("/fault", gzip)
  #expect(answer.status == 404)
  #expect(answer["Vary"] == "Accept-Encoding")
  #expect(try String(decoding: answer.plain(), as: UTF8.self).contains("far far"))
}

@Test(arguments: ["/letters/2000", "/letters/100000", "/letters/file/2000", "/letters/9", "/fault"])
func `HEAD has the fields of GET, compressed or not, kept or not`(target: String) throws {
  for fields in [[gzip], [], ["If-None-Match: \"v0\""], [gzip, "If-None-Match: \"v0-gzip\""]] {
    let client = try TestServer().connect()
    let line = fields.joined(separator: "\r\n")
    let asked = line.isEmpty ? "X: y" : line
    let head = try client.ask(target, asked, method: "HEAD")
    let get = try client.ask(target, asked)
    #expect(head.status == get.status)
    #expect(head.lines == get.lines)
    #expect(try client.ask(target, asked, method: "HEAD").lines == get.lines)
  }
}

@Test(arguments: [0, 1])
func `a body is compressed by the loop up to the limit, by the pool beyond it`(more: Int) throws {
  let server = try TestServer { ($0.inlineCompressionBytes, $0.waitingJobs) = (2000, 0) }
  let answer = try server.connect().ask("/letters/\(2000 + more)", gzip)
  // The pool takes nothing, so that what it would have done is left.
  #expect(answer["Content-Encoding"] == (more == 0 ? "gzip" : nil))
  #expect(answer["ETag"] == (more == 0 ? "\"v0-gzip\"" : "\"v0\""))
  #expect(answer["Vary"] == "Accept-Encoding")
}

@Test func `what is compressed by the pool keeps its place in the row`() throws {
  let client = try TestServer().connect()
  let get = { (target: String) in "GET \(target) HTTP/1.1\r\nHost: a\r\n\(gzip)\r\n\r\n" }
  client.send(get("/letters/300000") + get("/echo") + get("/letters/200000") + get("/echo"))
  let bodies = try (0..<4).map { _ in try client.readAnswer().plain().count }
  #expect(bodies == [300_000, 4, 200_000, 4])
}

@Test(arguments: ["/letters/2000", "/letters/300000", "/letters/file/2000"])
func `a 304 has the fields that the 200 has, of each form`(target: String) throws {
  let names = ["ETag", "Last-Modified", "Cache-Control", "Vary", "Access-Control-Allow-Origin"]
  let forms: [(String, String)] = [("X: y", "\"v0\""), (gzip, "\"v0-gzip\"")]
  for (coding, tag) in forms {
    let client = try TestServer().connect()
    // First made just now, then from the cache.
    for _ in 0..<2 {
      let unchanged = try client.ask(target, coding, "If-None-Match: \(tag)")
      let whole = try client.ask(target, coding)
      #expect(unchanged.status == 304 && whole.status == 200)
      #expect(unchanged["ETag"] == tag)
      for name in names { #expect(unchanged[name] == whole[name] && whole[name] != nil, "\(name)") }
      #expect(unchanged["Content-Length"] == nil && unchanged["Content-Encoding"] == nil)
      let since = "If-Modified-Since: \(try #require(whole["Last-Modified"]))"
      #expect(try client.ask(target, coding, since).status == 304)
    }
  }
}

@Test func `a tag of the other form is no tag of this one`() throws {
  let client = try TestServer().connect()
  for _ in 0..<2 {
    #expect(try client.ask("/letters/2000", gzip, "If-None-Match: \"v0\"").status == 200)
    #expect(try client.ask("/letters/2000", "If-None-Match: \"v0-gzip\"").status == 200)
  }
}

@Test func `a condition that does not hold is 412, made just now or kept`() throws {
  let client = try TestServer().connect()
  for _ in 0..<2 {
    for field in ["If-Match: \"w\"", "If-Unmodified-Since: Sun, 06 Nov 1994 08:00:00 GMT"] {
      let failed = try client.ask("/letters/2000", field)
      #expect(failed.status == 412)
      #expect(failed["Content-Type"] == "application/problem+json")
    }
    #expect(try client.ask("/letters/2000", "If-Match: \"v0\"").status == 200)
    #expect(try client.ask("/fault", "If-Match: \"w\"").status == 404)
  }
}

@Test func `a part of a file is sent as it lies in it`() throws {
  let client = try TestServer().connect()
  for _ in 0..<2 {
    let whole = try client.ask("/letters/file/2000")
    #expect(whole["Accept-Ranges"] == "bytes")
    let part = try client.ask("/letters/file/2000", "Range: bytes=1-3", gzip)
    #expect(part.status == 206 && part.text == "bcd")
    #expect(part["Content-Range"] == "bytes 1-3/2000" && part["ETag"] == "\"v0\"")
    #expect(try client.ask("/letters/file/2000", "Range: bytes=-2").text == "wx")
    let outside = try client.ask("/letters/file/2000", "Range: bytes=2000-")
    #expect(outside.status == 416 && outside["Content-Range"] == "bytes */2000")
    let again = try client.ask("/letters/file/2000", "Range: bytes=1-3", "If-Range: \"old\"")
    #expect(again.status == 200 && again.body.count == 2000)
    #expect(try client.ask("/letters/file/2000", "Range: bytes=1-3", method: "HEAD").status == 200)
    #expect(try client.ask("/letters/2000", "Range: bytes=1-3").status == 200)
  }
}
