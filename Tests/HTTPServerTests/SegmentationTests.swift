// How bytes are cut on their way never changes an answer; the same tag means the same bytes.

import HTTP
import Synchronization
import TestSupport
import Testing

@testable import HTTPServer

private let messages = [
  "GET /echo HTTP/1.1\r\nHost: a\r\n\r\n",
  "HEAD /cached HTTP/1.1\r\nHost: a\r\n\r\n",
  "GET /cached HTTP/1.1\r\nHost: a\r\nIf-None-Match: \"v0\"\r\n\r\n",
  "\r\n\r\nGET /stream/2 HTTP/1.1\r\nHost: a\r\n\r\n",
  "GET /job HTTP/1.1\r\nHost: a\r\n\r\n",
  "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nGET / HTT",
  "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3;a=\"b\"\r\nabc\r\n0\r\n"
    + "X-Sum: 1\r\n\r\n",
  "POST /%zz HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nno",
  "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
]
private let lastMessages = [
  "GET /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
  "GET /echo HTTP/1.0\r\n\r\n",
  "GET  /echo HTTP/1.1\r\nHost: a\r\n\r\n",
  "GET /echo HTTP/1.1\r\n\r\n",
  "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n",
]

@Test(arguments: 1...6 as ClosedRange<UInt64>)
func `a conversation cut at random comes to the same answers`(_ seed: UInt64) throws {
  let server = try TestServer()
  var random = SeededGenerator(seed: seed)
  for number in 1...8 {
    let count = Int.random(in: 0...6, using: &random)
    let parts = (0..<count).map { _ in messages.randomElement(using: &random) ?? "" }
    let last = lastMessages.randomElement(using: &random) ?? ""
    let bytes = Array((parts.joined() + last + messages[0]).utf8)
    let whole = try answers(server, [bytes[...]])
    let cut = try answers(server, pieces(of: bytes, &random))
    #expect(whole == cut, "seed \(seed), conversation \(number): \(parts + [last])")
  }
}

private func answers(_ server: TestServer, _ pieces: [ArraySlice<UInt8>]) throws -> String {
  let client = try server.connect()
  for piece in pieces { client.send(Array(piece)) }
  return try client.readToEnd()
}

private func pieces(
  of bytes: [UInt8], _ random: inout SeededGenerator
) -> [ArraySlice<UInt8>] {
  var pieces: [ArraySlice<UInt8>] = []
  var start = 0
  while start < bytes.count {
    let end = min(bytes.count, start + Int.random(in: 1...30, using: &random))
    pieces.append(bytes[start..<end])
    start = end
  }
  return pieces
}

@Test(arguments: 1...4 as ClosedRange<UInt64>)
func `the same tag means the same bytes, and 304 has none`(_ seed: UInt64) throws {
  let server = try TestServer()
  var random = SeededGenerator(seed: seed)
  var bodies: [String: [UInt8]] = [:]
  for number in 1...40 {
    if Int.random(in: 0..<8, using: &random) == 0 {
      server.counts.version.add(1, ordering: .relaxed)
    }
    let known = bodies.keys.sorted().randomElement(using: &random) ?? "\"none\""
    let client = try server.connect()
    client.send("GET /cached HTTP/1.1\r\nHost: a\r\nIf-None-Match: \(known)\r\n\r\n")
    let answer = try client.readAnswer()
    let tag = try #require(answer["ETag"])
    if answer.status == 304 {
      #expect(tag == known, "seed \(seed), \(number)")
      client.send("GET /echo HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(try client.readAnswer().text == "GET ", "seed \(seed), \(number)")
    } else {
      #expect(tag != known, "seed \(seed), \(number)")
      #expect(bodies[tag] ?? answer.body == answer.body, "seed \(seed), \(number)")
      bodies[tag] = answer.body
    }
  }
  #expect(bodies.count > 1)
}
