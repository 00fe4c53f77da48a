// What a breach of the protocol is answered with.

import HTTP
import Testing

struct ViolationTests {
  @Test(arguments: Violation.allCases)
  func `a violation has an error's status and a sentence`(_ violation: Violation) {
    #expect(violation.status.rawValue >= 400)
    #expect(violation.detail.hasSuffix("."))
    #expect(violation.detail.split(separator: " ").count >= 5)
  }

  @Test func `no two violations say the same`() {
    let details = Set(Violation.allCases.map(\.detail))
    #expect(details.count == Violation.allCases.count)
  }

  @Test(
    arguments: [
      (.unsupportedVersion, .versionNotSupported), (.requestLineTooLong, .uriTooLong),
      (.headTooLarge, .headerFieldsTooLarge), (.tooManyFields, .headerFieldsTooLarge),
      (.trailersTooLarge, .headerFieldsTooLarge), (.bodyTooLarge, .contentTooLarge),
      (.unsupportedExpectation, .expectationFailed), (.headTimeout, .requestTimeout),
      (.bodyTimeout, .requestTimeout), (.lengthAndEncoding, .badRequest),
      (.unsupportedEncoding, .badRequest), (.missingHost, .badRequest),
    ] as [(Violation, Status)])
  func `a violation with a status of its own`(_ violation: Violation, _ status: Status) {
    #expect(violation.status == status)
  }

  @Test func `a violation's problem says what it says`() {
    let problem = Problem(.missingHost)
    #expect(problem == Problem(.badRequest, Violation.missingHost.detail))
  }
}
