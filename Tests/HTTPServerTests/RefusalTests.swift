// A refusal is final, and one stream of bytes has one reading, over a real socket.

import HTTP
import Synchronization
import TestSupport
import Testing

@testable import HTTPServer

private let next = "GET /echo HTTP/1.1\r\nHost: a\r\n\r\n"
private let post = "POST /echo HTTP/1.1\r\nHost: a\r\n"
private let chunked = post + "Transfer-Encoding: chunked\r\n\r\n"

/// A request that is refused, and with which status.
struct RefusedCase: CustomTestStringConvertible {
  let testDescription: String
  let status: Int
  let request: String

  init(_ name: String, _ status: Int, _ request: String) {
    (testDescription, self.status, self.request) = (name, status, request)
  }

  /// What other servers have read as two requests, or as another one.
  static let all = [
    RefusedCase("a length and chunks", 400, post + lengths("6", coding: "chunked") + "0\r\n\r\n"),
    RefusedCase("chunks and a length", 400, post + coded("chunked", length: "6") + "0\r\n\r\n"),
    RefusedCase("two lengths", 400, post + "Content-Length: 0\r\n" + sized("44")),
    RefusedCase("a list of lengths", 400, post + sized("0, 44")),
    RefusedCase("a signed length", 400, post + sized("+0")),
    RefusedCase("a hexadecimal length", 400, post + sized("0x2c")),
    RefusedCase("a length that wraps around", 400, post + sized("18446744073709551616")),
    RefusedCase("an unknown coding", 400, post + coded("xchunked")),
    RefusedCase("chunked twice", 400, post + coded("chunked, chunked") + "0\r\n\r\n"),
    RefusedCase("chunked before another", 400, post + coded("chunked, identity") + "0\r\n\r\n"),
    RefusedCase("a coding behind a vertical tab", 400, post + coded("\u{B}chunked")),
    RefusedCase(
      "a space before the colon", 400, post + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n"),
    RefusedCase("a folded coding", 400, post + "Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n"),
    RefusedCase(
      "chunks from a peer of HTTP/1.0", 400,
      "POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
    RefusedCase("a bare line feed", 400, post + "X: a\nContent-Length: 44\r\n\r\n"),
    RefusedCase("a bare carriage return", 400, post + "X: a\rContent-Length: 44\r\n\r\n"),
    RefusedCase("NUL in a value", 400, post + "X: a\0b\r\n\r\n"),
    RefusedCase("a chunk with a prefix", 400, chunked + "0x0\r\n\r\n"),
    RefusedCase("a chunk longer than it says", 400, chunked + "1\r\nAB\r\n0\r\n\r\n"),
    RefusedCase("a chunk that ends in LF", 400, chunked + "1\r\nA\n0\r\n\r\n"),
    RefusedCase("an extension with LF", 400, chunked + "1;a\nA\r\n0\r\n\r\n"),
    RefusedCase("an extension without a name", 400, chunked + "1;\r\nA\r\n0\r\n\r\n"),
    RefusedCase("a size that wraps around", 400, chunked + "10000000000000001\r\nA\r\n0\r\n\r\n"),
    RefusedCase("a length among the trailers", 400, chunked + "0\r\nContent-Length: 44\r\n\r\n"),
    RefusedCase("no host", 400, "GET /echo HTTP/1.1\r\n\r\n"),
    RefusedCase("two hosts", 400, "GET /echo HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
    RefusedCase("an empty host", 400, "GET /echo HTTP/1.1\r\nHost:\r\n\r\n"),
    RefusedCase("a host with a path", 400, "GET /echo HTTP/1.1\r\nHost: a/b\r\n\r\n"),
    RefusedCase("the preface of HTTP/2", 400, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    RefusedCase("* with GET", 400, "GET * HTTP/1.1\r\nHost: a\r\n\r\n"),
    RefusedCase("a host for a target", 400, "GET a:80 HTTP/1.1\r\nHost: a\r\n\r\n"),
    RefusedCase("a request without a version", 400, "GET /echo\r\n\r\n"),
    RefusedCase("a body that is too large", 413, post + sized("99999999")),
    RefusedCase("a chunk that is too large", 413, chunked + "fffffff\r\n"),
    RefusedCase(
      "a long target", 414,
      "GET /\(String(repeating: "a", count: 9000)) HTTP/1.1\r\nHost: a\r\n\r\n"),
    RefusedCase("an unknown expectation", 417, post + "Expect: magic\r\n" + sized("44")),
    RefusedCase(
      "many fields", 431, post + String(repeating: "X: a\r\n", count: 100) + "\r\n"),
    RefusedCase("a long method", 501, String(repeating: "A", count: 9000) + " / HTTP/1.1\r\n"),
    RefusedCase("another version", 505, "GET /echo HTTP/2.0\r\nHost: a\r\n\r\n"),
  ]

  private static func sized(_ length: String) -> String { "Content-Length: \(length)\r\n\r\n" }

  private static func coded(_ coding: String, length: String? = nil) -> String {
    "Transfer-Encoding: \(coding)\r\n" + (length.map { sized($0) } ?? "\r\n")
  }

  private static func lengths(_ length: String, coding: String) -> String {
    "Content-Length: \(length)\r\n" + coded(coding)
  }
}

@Test(arguments: RefusedCase.all)
func `what is refused is refused once, and nothing behind it is answered`(
  _ refused: RefusedCase
) throws {
  let server = try TestServer()
  let client = try server.connect()
  client.send(refused.request + next + next)
  let answer = try client.readToEnd()
  #expect(answer.hasPrefix("HTTP/1.1 \(refused.status) "))
  #expect(answer.ranges(of: "\r\nDate: ").count == 1)
  for line in ["Date: Sun, 06 Nov 1994 08:49:37 GMT", "Connection: close"] {
    #expect(answer.contains("\r\n\(line)\r\n"), "\(line)")
  }
  #expect(answer.contains("\r\nContent-Type: application/problem+json\r\n"))
  #expect(server.counts.replies.load(ordering: .relaxed) == 0)
}

@Test(arguments: RefusedCase.all)
func `what came before a refusal is answered`(_ refused: RefusedCase) throws {
  let server = try TestServer()
  let client = try server.connect()
  client.send(next + refused.request + next)
  #expect(try client.readAnswer().text == "GET ")
  #expect(try client.readAnswer().status == refused.status)
  #expect(try client.readToEnd() == "")
  #expect(server.counts.replies.load(ordering: .relaxed) == 1)
}

@Test(arguments: [
  "GET  /echo HTTP/1.1\r\nHost: a\r\n\r\n", "GET /echo   HTTP/1.1\r\nHost: a\r\n\r\n",
  "GET /echo#b HTTP/1.1\r\nHost: a\r\n\r\n", "GET /echo?q=ä HTTP/1.1\r\nHost: a\r\n\r\n",
  "GET /echo HTTP/1.1\nHost: a\n\n", "BREW /echo HTTP/1.1\r\nHost: a\r\n\r\n",
])
func `what is in no standard is answered once, and nothing behind it`(request: String) throws {
  let server = try TestServer()
  let client = try server.connect()
  client.send(request + next)
  let answer = try client.readAnswer()
  #expect(answer.status == 200)
  #expect(answer["Connection"] == "close")
  #expect(try client.readToEnd() == "")
  #expect(server.counts.replies.load(ordering: .relaxed) == 1)
}

@Test(arguments: ["GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "TRACE"], ["nothing", "%zz"])
func `a body is read where its request is wanted by nobody`(method: String, path: String) throws {
  let client = try TestServer().connect()
  let head = "\(method) /\(path) HTTP/1.1\r\nHost: a\r\nContent-Length: \(next.utf8.count)\r\n\r\n"
  client.send(head + next + next)
  #expect(try client.readAnswer(toHead: method == "HEAD").status == (path == "%zz" ? 400 : 404))
  #expect(try client.readAnswer().text == "GET ")
}

@Test func `a client that waits with a body that is too large is refused at once`() throws {
  let client = try TestServer().connect()
  client.send(post + "Expect: 100-continue\r\nContent-Length: 99999999\r\n\r\n")
  #expect(try client.readHead().status == 413)
}

@Test func `a peer of HTTP 1.0 gets no interim answer`() throws {
  let client = try TestServer().connect()
  client.send("POST /echo HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n")
  client.send("hi")
  #expect(try client.readHead().status == 200)
}
