// The one shape of every error, RFC 9457.

import Foundation
import HTTP
import Testing

struct ProblemTests {
  private static func body(_ response: Response) throws -> [UInt8] {
    guard case .bytes(let bytes) = response.body else { throw Problem(.ok, "a producer") }
    return bytes
  }

  @Test func `a problem with everything, byte by byte`() throws {
    let problem = Problem(
      .badRequest, "There is no parameter “limt\"”.", parameter: "limt\"", nearest: "limit",
      allowed: ["limit", "sort"])
    let expected = """
      {"type":"about:blank","title":"Bad Request","status":400,\
      "detail":"There is no parameter “limt\\"”.","parameter":"limt\\"","nearest":"limit",\
      "allowed":["limit","sort"]}

      """
    #expect(try String(decoding: Self.body(problem.response), as: UTF8.self) == expected)
  }

  @Test(arguments: Status.allCases)
  func `a problem of any status has the same shape`(_ status: Status) throws {
    let response = Problem(status, "So it is.").response
    let json = try JSONSerialization.jsonObject(with: Data(Self.body(response)))
    let object = try #require(json as? [String: Any])
    #expect(Set(object.keys) == ["type", "title", "status", "detail"])
    #expect(object["type"] as? String == "about:blank")
    #expect(object["title"] as? String == status.reason)
    #expect(object["status"] as? Int == status.rawValue)
    #expect(object["detail"] as? String == "So it is.")
    #expect(response.status == status)
    #expect(
      response.fields == [
        Field("Content-Type", "application/problem+json"), Field("Cache-Control", "no-store"),
      ])
  }

  @Test func `405 names the methods in a field and in the body`() throws {
    let problem = Problem.methodNotAllowed("GET, HEAD, OPTIONS")
    #expect(problem.status == .methodNotAllowed)
    #expect(problem.allowed == ["GET", "HEAD", "OPTIONS"])
    #expect(problem.response.fields.contains(Field("Allow", "GET, HEAD, OPTIONS")))
  }

  @Test func `503 says when to come again`() {
    let problem = Problem.unavailable("Later.", retryAfterSeconds: 7)
    #expect(problem.status == .serviceUnavailable)
    #expect(problem.response.fields.contains(Field("Retry-After", "7")))
  }

  @Test func `every status has a reason of its own`() {
    let reasons = Set(Status.allCases.map(\.reason))
    #expect(reasons.count == Status.allCases.count)
    #expect(!reasons.contains(""))
  }
}
