// Whose pages may read answers, and under which names there are any.

import HTTP
import Testing

struct SharingTests {
  private static func standing(_ text: String) throws -> String {
    let origins = try #require(Origins(text))
    let answer = ResponseEncoder.encode(
      Response(.noContent), framing: .none, body: [], standing: StandingFields(origins))
    return String(decoding: answer.bytes, as: UTF8.self)
  }

  @Test(
    arguments: [
      ("https://example.org", "https://example.org"), ("HTTP://A.b", "http://a.b"),
      ("http://localhost:3000", "http://localhost:3000"), ("http://a:80", "http://a"),
      ("https://a:443", "https://a"), ("https://a:80", "https://a:80"),
      ("http://[::1]:5173", "http://[::1]:5173"), ("http://[::1]", "http://[::1]"),
    ])
  func `an origin is written as browsers write it`(_ text: String, _ written: String) {
    #expect(Origin(text)?.text == written)
  }

  @Test(arguments: [
    "", "*", "null", "example.org", "https://", "https://a/", "https://a/b", "https://a?b",
    "https://a:b", "://a", "https://a b", "https://a\r\nX: y", "https://u@a", "https//a",
    "https://é", "https://[::1", "https://[]",
  ])
  func `what is no origin is none`(_ text: String) {
    #expect(Origin(text) == nil)
  }

  @Test(arguments: [
    "", ",", "https://a,", "https://a,b", "*,https://a", "none,https://a", "None", "https://a b",
  ])
  func `a list with a fault is none`(_ text: String) {
    #expect(Origins(text) == nil)
  }

  @Test func `a list is read with or without spaces`() throws {
    let listed = try [#require(Origin("https://a")), #require(Origin("http://b:1"))]
    #expect(Origins("https://a, http://b:1") == .listed(listed))
    #expect(Origins("*") == .any)
    #expect(Origins("none") == Origins.none)
  }

  @Test(
    arguments: [
      ("https://a", "Access-Control-Allow-Origin: https://a\r\n"),
      ("http://b:1", "Access-Control-Allow-Origin: http://b:1\r\n"), ("https://c", ""),
      ("https://A", ""), ("https://a.evil", ""), ("null", ""), ("", ""), ("https://a/", ""),
    ])
  func `an origin of the list is told so, no other is`(_ origin: String, _ line: String) throws {
    let lines = OriginLines(try #require(Origins("https://a,http://b:1")))
    let sent = SentHead("Origin: \(origin)\r\n")
    let told = lines.line(for: sent.head, sent.bytes.span)
    #expect(String(decoding: told, as: UTF8.self) == line)
    let twice = SentHead("Origin: \(origin)\r\nOrigin: \(origin)\r\n")
    let second = lines.line(for: twice.head, twice.bytes.span)
    #expect(second.isEmpty)
  }

  @Test(arguments: ["*", "none"])
  func `without a list nobody is told by name`(_ text: String) throws {
    let lines = OriginLines(try #require(Origins(text)))
    let sent = SentHead("Origin: https://a\r\n")
    let told = lines.line(for: sent.head, sent.bytes.span)
    #expect(told.isEmpty)
  }

  @Test(arguments: ["*", "none", "https://a"])
  func `every answer is guarded, and shared as the setting says`(_ text: String) throws {
    let fields = try Self.standing(text)
    for field in [
      "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer",
      "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
    ] { #expect(fields.contains("\r\n\(field)\r\n")) }
    let resource = "Cross-Origin-Resource-Policy: \(text == "*" ? "cross" : "same")-origin\r\n"
    #expect(fields.contains(resource))
    #expect(fields.contains("Access-Control-Allow-Origin: *\r\n") == (text == "*"))
    #expect(fields.contains("Access-Control-Expose-Headers: ") == (text != "none"))
    #expect(fields.contains("Vary: Origin\r\n") == (text == "https://a"))
    #expect(!fields.contains("Credentials"))
  }

  @Test func `an answer's own policy takes the place of the strict one`() throws {
    var response = Response(.ok)
    response.contentSecurityPolicy = "default-src 'self'"
    response.vary = [.accept, .acceptEncoding]
    let answer = ResponseEncoder.encode(
      response, framing: .sized(0), body: [],
      standing: StandingFields(try #require(Origins("https://a"))))
    let text = String(decoding: answer.bytes, as: UTF8.self)
    #expect(text.contains("Content-Security-Policy: default-src 'self'\r\n"))
    #expect(!text.contains("default-src 'none'"))
    #expect(text.contains("Vary: Accept, Accept-Encoding, Origin\r\n"))
  }

  @Test(
    arguments: [
      ("a", "a", true), ("a", "A:80", true), ("A", "a", true), ("a:80", "a", false),
      ("a:80", "a:80", true), ("a:80", "a:81", false), ("a", "b", false), ("a", "a.b", false),
      ("[::1]", "[::1]:8080", true), ("[::1]:80", "[::1]", false), ("a,b:1", "b:1", true),
      ("a", "a:", true),
    ])
  func `a name that is not served is 421`(_ hosts: String, _ host: String, _ isServed: Bool) {
    var policy = SharingPolicy()
    policy.hosts = hosts.split(separator: ",").compactMap { Authority(String($0)) }
    let sent = SentHead(host: host)
    var status: Status?
    do throws(Problem) {
      try policy.check(sent.head, sent.bytes.span)
    } catch {
      status = error.status
    }
    #expect(status == (isServed ? nil : .misdirectedRequest))
  }

  @Test func `https is 421 on a connection without it, under whatever name`() {
    for target in ["https://a/", "HTTPS://a"] {
      let sent = SentHead(target: target)
      let problem = #expect(throws: Problem.self) {
        try SharingPolicy().check(sent.head, sent.bytes.span)
      }
      #expect(problem?.status == .misdirectedRequest)
      #expect(throws: Never.self) {
        try SharingPolicy().check(sent.head, sent.bytes.span, isFromGateway: true)
      }
    }
    for target in ["http://a/", "HTTP://a/", "hTTp://a"] {
      let plain = SentHead(target: target)
      #expect(throws: Never.self) { try SharingPolicy().check(plain.head, plain.bytes.span) }
    }
  }
}
