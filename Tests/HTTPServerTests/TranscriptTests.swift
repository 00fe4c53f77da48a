// What goes over a real socket, word for word.

import HTTP
import Synchronization
import TestSupport
import Testing

@testable import HTTPServer

private let date = "Sun, 06 Nov 1994 08:49:37 GMT"

@Test func `an answer is this and nothing else`() throws {
  let client = try TestServer().connect()
  client.send("GET /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
  let answer = try client.readToEnd()
  #expect(
    answer == """
      HTTP/1.1 200 OK\r
      Date: \(date)\r
      Server: dateline\r
      Content-Type: text/plain\r
      Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r
      X-Content-Type-Options: nosniff\r
      Referrer-Policy: no-referrer\r
      Cross-Origin-Resource-Policy: cross-origin\r
      Access-Control-Allow-Origin: *\r
      Access-Control-Expose-Headers: Content-Range, ETag, Link, Location, Retry-After\r
      Content-Length: 4\r
      Connection: close\r
      \r
      GET \("")
      """)
}

@Test func `what is not HTTP gets one 400 and the connection's end`() throws {
  let server = try TestServer()
  for garbage in [
    "\u{16}\u{3}\u{1}", "SSH-2.0-client\r\n", "{\"a\": 1}\r\n\r\n", "\r\n\r\nGET\r\n",
  ] {
    let client = try server.connect()
    client.send(garbage)
    let answer = try client.readToEnd()
    #expect(answer.hasPrefix("HTTP/1.1 400 Bad Request\r\n"), "\(garbage)")
    #expect(answer.contains("Connection: close\r\n"))
    #expect(answer.contains("application/problem+json"))
    #expect(answer.contains("Date: \(date)\r\n"))
    #expect(answer.components("HTTP/1.1 ") == 1)
  }
}

@Test(arguments: [1, 100, 2000])
func `pipelined requests are answered in their order`(count: Int) throws {
  let client = try TestServer().connect()
  let requests = (0..<count).map { number in
    let body = "n\(number)"
    return "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
  }
  client.send(requests.joined())
  for number in 0..<count { #expect(try client.readAnswer().text == "POST n\(number)") }
}

@Test func `requests behind a job wait for its answer`() throws {
  let client = try TestServer().connect()
  client.send(
    "GET /job HTTP/1.1\r\nHost: a\r\n\r\nGET /echo HTTP/1.1\r\nHost: a\r\n\r\n"
      + "GET /job HTTP/1.1\r\nHost: a\r\n\r\nGET /echo HTTP/1.1\r\nHost: a\r\n\r\n")
  let bodies = try (0..<4).map { _ in try client.readAnswer().text }
  #expect(bodies == ["done", "GET ", "done", "GET "])
}

@Test func `sent a byte at a time, a request gets the same answer`() throws {
  let client = try TestServer().connect()
  let request =
    "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"
  for byte in request.utf8 { client.send([byte]) }
  #expect(try client.readAnswer().text == "POST abc")
}

@Test func `a client that waits for 100 gets it, and then its answer`() throws {
  let client = try TestServer().connect()
  client.send(
    "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
  #expect(try client.readHead().status == 100)
  client.send("hi")
  #expect(try client.readAnswer().text == "POST hi")
}

@Test func `HEAD has the length and no body`() throws {
  let client = try TestServer().connect()
  client.send("HEAD /big HTTP/1.1\r\nHost: a\r\n\r\nGET /echo HTTP/1.1\r\nHost: a\r\n\r\n")
  let head = try client.readAnswer(toHead: true)
  #expect(head["Content-Length"] == "4000000")
  #expect(try client.readAnswer().text == "GET ")
}

@Test func `an HTTP 1.0 peer is let go, or kept and told so`() throws {
  let server = try TestServer()
  let closing = try server.connect()
  closing.send("GET /echo HTTP/1.0\r\n\r\n")
  #expect(try closing.readToEnd().contains("Connection: close\r\n"))
  let kept = try server.connect()
  kept.send("GET /echo HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
  #expect(try kept.readAnswer()["Connection"] == "keep-alive")
  kept.send("GET /echo HTTP/1.0\r\n\r\n")
  #expect(try kept.readToEnd().contains("Connection: close"))
}

@Test func `a client that has finished writing still gets its answer`() throws {
  let client = try TestServer().connect()
  client.send("GET /echo HTTP/1.1\r\nHost: a\r\n\r\n")
  client.finishWriting()
  #expect(try client.readToEnd().hasSuffix("\r\n\r\nGET "))
}

extension String {
  /// How often a part occurs.
  fileprivate func components(_ part: String) -> Int { ranges(of: part).count }
}
