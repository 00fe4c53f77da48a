// POST /extract through a real socket, and what is answered beside dateline extract.

import Foundation
import TestSupport
import Testing

private let article = #"{"text": "“We left Oderiv”, Ana Bila said.", "published": "2024-10-07"}"#

extension RunningServer {
  func post(
    _ body: [UInt8], as type: String, _ target: String = "/extract"
  ) throws -> Answer {
    let client = try Client(port: port)
    client.send(Self.request(body, as: type, target))
    return try client.readAnswer()
  }

  fileprivate static func request(
    _ body: [UInt8], as type: String, _ target: String = "/extract"
  ) -> [UInt8] {
    let fields = "Host: localhost\r\nContent-Type: \(type)\r\nContent-Length: \(body.count)\r\n"
    return Array("POST \(target) HTTP/1.1\r\n\(fields)\r\n".utf8) + body
  }
}

private func makeServer() throws -> RunningServer {
  let folder = try Folder()
  try folder.write("a.json", article)
  return try RunningServer([folder.path])
}

@Test func `what is sent is answered as what is stored and as what the command prints`() throws {
  let folder = try Folder()
  let file = try folder.write("extract.json", article)
  let server = try RunningServer([file])
  let answer = try server.post(Array(article.utf8), as: "application/json")
  #expect(answer.status == 200)
  #expect(answer.text == (try server.get("/reports/extract").text))
  #expect(answer.text == (try Program(["extract", file], in: folder).end().output))
  #expect(try server.json("/reports")["numberMatched"] as? Int == 1)
}

@Test func `alternatives are the same wherever they are asked`() throws {
  let article = #"{"text": "Shells hit Springfield and Ivanivka on Monday."}"#
  let folder = try Folder()
  let file = try folder.write("extract.json", article)
  let server = try RunningServer([file])
  let answer = try server.post(
    Array(article.utf8), as: "application/json", "/extract?explain=1")
  #expect(answer.text.contains(#""alternatives":[{"id":"#))
  #expect(answer.text == (try server.get("/reports/extract?explain=1").text))
  #expect(answer.text == (try Program(["extract", "--explain", file], in: folder).end().output))
}

@Test func `a long body is read beside the loop, and answers keep their order`() throws {
  let server = try makeServer()
  let long = Array(String(repeating: "“We left”, Ana Bila said. ", count: 4000).utf8)
  let client = try Client(port: server.port)
  client.send(RunningServer.request(long, as: "text/plain"))
  client.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
  client.send(RunningServer.request(Array("x".utf8), as: "text/plain"))
  let answers = try (0..<3).map { _ in try client.readAnswer() }
  #expect(answers.map(\.status) == [200, 200, 200])
  #expect(answers[0].text.contains("“We left”") || answers[0].text.contains("We left"))
  #expect(answers[1].text.contains("alive"))
}

@Test(arguments: [
  ("text/html", "x", 415), ("text/plain", "", 400), ("application/json", "{", 400),
  ("text/plain", "\u{0}", 400),
])
func `what cannot be read is a problem`(type: String, body: String, status: Int) throws {
  let answer = try makeServer().post(Array(body.utf8), as: type)
  #expect(answer.status == status)
  #expect(answer["Content-Type"] == "application/problem+json")
}

@Test(arguments: [("gzip", 415), ("br", 415), ("identity", 200), ("Identity", 200)])
func `a body that is compressed is a 415`(coding: String, status: Int) throws {
  let server = try makeServer()
  let client = try Client(port: server.port)
  client.send(
    "POST /extract HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Encoding: \(coding)\r\n"
      + "Content-Length: 2\r\n\r\nhi")
  let answer = try client.readAnswer()
  #expect(answer.status == status)
  #expect(answer["Accept-Encoding"] == (status == 415 ? "identity" : nil))
}

@Test(arguments: [4 * 1024 * 1024 + 1, 8 * 1024 * 1024 + 1])
func `a body that is too long is a 413, whoever finds out`(count: Int) throws {
  let body = Array(repeating: UInt8(ascii: "a"), count: count)
  #expect(try makeServer().post(body, as: "text/plain").status == 413)
}

@Test func `random bytes never end the server`() throws {
  let server = try makeServer()
  for seed in 1...20 as ClosedRange<UInt64> {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 0..<5000, using: &random)
    let body = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    for type in ["text/plain", "application/json"] {
      #expect([200, 400].contains(try server.post(body, as: type).status), "seed \(seed)")
    }
  }
  #expect(try server.get("/healthz").status == 200)
}
