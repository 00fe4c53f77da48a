// What pages of other origins are told, and which names are answered.

import HTTP
import TestSupport
import Testing

@testable import HTTPServer

private func makeServer(_ origins: String = "*", hosts: String...) throws -> TestServer {
  var sharing = SharingPolicy()
  sharing.origins = try #require(Origins(origins))
  sharing.hosts = hosts.compactMap { Authority($0) }
  return try TestServer(sharing: sharing)
}

private let list = "https://a.example, http://localhost:3000"
private let allowed = "Access-Control-Allow-Origin"

@Test func `an origin of the list is named in every answer, whoever asked before`() throws {
  let client = try makeServer(list).connect()
  let targets: [(String, String, Int)] = [
    ("/letters/2000", "X: y", 200), ("/letters/2000", "If-None-Match: *", 304),
    ("/letters/2000", "If-Match: \"w\"", 412), ("/none", "X: y", 404),
    ("/letters/file/2000", "Range: bytes=0-1", 206),
    ("/letters/file/2000", "Range: bytes=9000-", 416), ("/stream/3", "X: y", 200),
    ("/job", "X: y", 200), ("/letters/100000", "Accept-Encoding: gzip", 200), ("/%zz", "X: y", 400),
  ]
  for (target, field, status) in targets {
    for origin in ["https://a.example", "http://localhost:3000", "https://b.example", "null"] {
      for method in ["GET", "HEAD"] where method == "GET" || !field.hasPrefix("Range") {
        let answer = try client.ask(target, field, "Origin: \(origin)", method: method)
        #expect(answer.status == status, "\(target)")
        #expect(answer[allowed] == (list.contains(origin) ? origin : nil), "\(target) \(origin)")
        #expect(answer["Vary"]?.hasSuffix("Origin") == true)
        #expect(answer["Access-Control-Allow-Credentials"] == nil)
      }
    }
    #expect(try client.ask(target, field)[allowed] == nil)
  }
}

@Test func `who asks again word for word is named again, and only he`() throws {
  let client = try makeServer(list).connect()
  for origin in ["https://a.example", "https://b.example", "http://localhost:3000"] {
    for _ in 0..<4 {
      let answer = try client.ask("/letters/9", "Origin: \(origin)")
      #expect(answer[allowed] == (list.contains(origin) ? origin : nil))
      #expect(answer.text == "abcdefghi")
    }
  }
}

@Test func `a list goes with the end of a connection`() throws {
  let client = try makeServer(list).connect()
  client.send(
    "GET /letters/9 HTTP/1.0\r\nOrigin: https://a.example\r\n\r\n")
  let answer = try client.readToEnd()
  #expect(answer.contains("\r\nConnection: close\r\n"))
  #expect(answer.contains("\r\n\(allowed): https://a.example\r\n"))
  #expect(answer.hasSuffix("\r\n\r\nabcdefghi"))
}

@Test(arguments: ["*", "none"])
func `all pages, or none`(origins: String) throws {
  let client = try makeServer(origins).connect()
  for (target, status) in [("/letters/9", 200), ("/none", 404), ("/letters/9", 200)] {
    let answer = try client.ask(target, "Origin: https://a.example")
    #expect(answer.status == status)
    #expect(answer[allowed] == (origins == "*" ? "*" : nil))
    #expect(answer["Vary"] == nil)
  }
}

@Test(arguments: ["*", "none", list])
func `a preflight is answered as the setting says`(origins: String) throws {
  let client = try makeServer(origins).connect()
  let answer = try client.ask(
    "/letters/9", "Origin: https://a.example", "Access-Control-Request-Method: GET",
    "Access-Control-Request-Headers: x-asked", method: "OPTIONS")
  let origin = ["*": "*", "none": nil, list: "https://a.example"][origins] ?? nil
  #expect(answer.status == 204)
  #expect(answer[allowed] == origin)
  #expect(answer["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS")
  #expect(answer["Access-Control-Allow-Headers"] == "x-asked")
  #expect(answer["Allow"] == "GET, HEAD, OPTIONS")
}

@Test func `what is not HTTP is guarded as well`() throws {
  let client = try makeServer().connect()
  client.send("GET / HTTP/1.1\r\n\r\n")
  let answer = try client.readToEnd()
  #expect(answer.hasPrefix("HTTP/1.1 400 "))
  for field in [
    "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer", "\(allowed): *",
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
  ] { #expect(answer.contains("\r\n\(field)\r\n")) }
}

@Test func `a name that is not served is 421, also where the answer is kept`() throws {
  let client = try makeServer(hosts: "a", "localhost:8080").connect()
  for _ in 0..<2 {
    for host in ["a", "a:99", "A", "LOCALHOST:8080"] {
      #expect(try client.ask("/letters/9", host: host).status == 200)
    }
    for host in ["evil.example", "localhost", "localhost:80", "a.evil"] {
      let answer = try client.ask("/letters/9", host: host)
      #expect(answer.status == 421)
      #expect(answer["Content-Type"] == "application/problem+json")
    }
    #expect(try client.ask("http://evil.example/letters/9").status == 421)
    #expect(try client.ask("http://a/letters/9", host: "evil.example").status == 200)
  }
}

@Test func `https is answered where a gateway of this machine may have ended TLS`() throws {
  let client = try makeServer().connect()
  for _ in 0..<2 {
    #expect(try client.ask("http://a/letters/9").status == 200)
    #expect(try client.ask("https://a/letters/9").status == 200)
  }
}
