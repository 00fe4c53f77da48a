// What browsers ask before a request of another origin's page.

import HTTP
import Testing

struct PreflightTests {
  private static let asked = "Origin: https://a\r\nAccess-Control-Request-Method: GET\r\n"
  private static var options: Response {
    Response(.noContent, fields: [Field("Allow", "GET, OPTIONS")])
  }

  private static func answer(_ fields: String, method: String = "OPTIONS") -> [String: String] {
    let sent = SentHead(fields, method: method)
    let response = options.answering(Preflight(sent.head, sent.bytes.span))
    return Dictionary(uniqueKeysWithValues: response.fields.map { ($0.name, $0.value) })
  }

  @Test func `a preflight is told methods, fields and for how long`() {
    let answer = Self.answer(Self.asked)
    #expect(answer["Access-Control-Allow-Methods"] == "GET, OPTIONS")
    #expect(answer["Access-Control-Allow-Headers"]?.contains("If-None-Match") == true)
    #expect(answer["Access-Control-Max-Age"] == "7200")
  }

  @Test(arguments: ["x-asked", "content-type,x-asked", "a, b"])
  func `the names that it asks for are allowed`(_ names: String) {
    let answer = Self.answer(Self.asked + "Access-Control-Request-Headers: \(names)\r\n")
    #expect(answer["Access-Control-Allow-Headers"] == names)
  }

  @Test(arguments: ["", "a b", "a:b", "é", "a;q=1", String(repeating: "a", count: 513)])
  func `what is no list of names is not repeated`(_ names: String) {
    let answer = Self.answer(Self.asked + "Access-Control-Request-Headers: \(names)\r\n")
    #expect(answer["Access-Control-Allow-Headers"]?.hasPrefix("Accept, Content-Type") == true)
  }

  @Test func `another OPTIONS, and another method, is none`() {
    let origin = "Origin: https://a\r\n"
    #expect(Self.answer(origin) == ["Allow": "GET, OPTIONS"])
    #expect(Self.answer("Access-Control-Request-Method: GET\r\n") == ["Allow": "GET, OPTIONS"])
    #expect(Self.answer(Self.asked, method: "GET") == ["Allow": "GET, OPTIONS"])
  }

  @Test func `a path that is not there allows nothing`() {
    let sent = SentHead(Self.asked, method: "OPTIONS")
    let response = Problem(.notFound, "nothing").response
    let answer = response.answering(Preflight(sent.head, sent.bytes.span))
    #expect(answer.fields == response.fields)
  }
}
