// Bodies made while they are written, and bodies larger than any buffer.

import HTTP
import TestSupport
import Testing

@testable import HTTPServer

/// What `/stream/N` sends.
private func letters(_ parts: Int) -> [UInt8] {
  (0..<parts).flatMap { Array(repeating: UInt8(97 + (parts - $0) % 26), count: 50_000) }
}

@Test(arguments: [1, 3, 40])
func `a produced body comes in chunks, whole and in order`(parts: Int) throws {
  let client = try TestServer().connect()
  client.send(
    "GET /stream/\(parts) HTTP/1.1\r\nHost: a\r\n\r\nGET /echo HTTP/1.1\r\nHost: a\r\n\r\n")
  let answer = try client.readAnswer()
  #expect(answer["Transfer-Encoding"] == "chunked")
  #expect(answer["Content-Length"] == nil)
  #expect(answer.body == letters(parts))
  #expect(try client.readAnswer().text == "GET ")
}

@Test(arguments: [1, 3, 40])
func `a produced body is compressed part by part`(parts: Int) throws {
  let client = try TestServer().connect()
  let answer = try client.ask("/stream/\(parts)", "Accept-Encoding: gzip")
  #expect(answer["Content-Encoding"] == "gzip" && answer["Vary"] == "Accept-Encoding")
  #expect(answer.body.count < 50_000 * parts / 10)
  #expect(try answer.plain() == letters(parts))
}

@Test func `a stream of events is not compressed`() throws {
  let server = try TestServer()
  let client = try server.connect()
  client.send("GET /feed HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n")
  let head = try client.readHead()
  #expect(head["Content-Encoding"] == nil && head["Vary"] == nil)
}

@Test func `a client that leaves ends the body that was made for it`() throws {
  let server = try TestServer()
  do {
    let client = try server.connect()
    client.keepSmallBuffer()
    client.send("GET /stream/1000 HTTP/1.1\r\nHost: a\r\n\r\n")
    _ = try client.readHead()
  }
  #expect(server.isLeft())
}

@Test func `to HTTP 1.0 a produced body is ended by the connection's end`() throws {
  let client = try TestServer().connect()
  client.send("GET /stream/3 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
  let answer = try client.readAnswer()
  #expect(answer["Transfer-Encoding"] == nil)
  #expect(answer["Connection"] == "close")
  #expect(answer.body == letters(3))
}

@Test func `HEAD of a produced body makes none of it`() throws {
  let client = try TestServer().connect()
  client.send("HEAD /stream/3 HTTP/1.1\r\nHost: a\r\n\r\nGET /echo HTTP/1.1\r\nHost: a\r\n\r\n")
  #expect(try client.readAnswer(toHead: true)["Transfer-Encoding"] == "chunked")
  #expect(try client.readAnswer().text == "GET ")
}

@Test func `an answer larger than the socket's buffer arrives whole`() throws {
  let client = try TestServer().connect()
  client.send("GET /big HTTP/1.1\r\nHost: a\r\n\r\nGET /big HTTP/1.1\r\nHost: a\r\n\r\n")
  #expect(try client.readAnswer().body.count == 4_000_000)
  #expect(try client.readAnswer().body.allSatisfy { $0 == 66 })
}

@Test func `others are served while one client does not read`() throws {
  let server = try TestServer()
  let lazy = try server.connect()
  lazy.keepSmallBuffer()
  for _ in 0..<50 { lazy.send("GET /big HTTP/1.1\r\nHost: a\r\n\r\n") }
  let brisk = try server.connect()
  for _ in 0..<100 {
    brisk.send("GET /echo HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try brisk.readAnswer().text == "GET ")
  }
}

@Test(arguments: [(64, 200), (65, 413)])
func `a body is taken up to its limit`(size: Int, status: Int) throws {
  let server = try TestServer { $0.bodyBytes = 64 }
  let body = String(repeating: "x", count: size)
  let sized = try server.connect()
  sized.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: \(size)\r\n\r\n\(body)")
  #expect(try sized.readAnswer().status == status)
  let chunked = try server.connect()
  let chunk = String(size, radix: 16) + "\r\n\(body)\r\n0\r\n\r\n"
  chunked.send("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n\(chunk)")
  #expect(try chunked.readAnswer().status == status)
}
