// What a breach of the protocol is answered with.

import HTTP
import Testing

struct ViolationTests {
  @Test(arguments: Violation.allCases)
  func `a violation has an error's status and a sentence`(_ violation: Violation) {
    #expect(violation.status.rawValue >= 400)
    let detail = violation.detail(within: Limits())
    #expect(detail.hasSuffix("."))
    #expect(detail.split(separator: " ").count >= 5)
  }

  @Test func `no two violations say the same`() {
    let details = Set(Violation.allCases.map { $0.detail(within: Limits()) })
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

  @Test(
    arguments: [
      (.requestLineTooLong, \.requestLineBytes, "longer than 4711 bytes."),
      (.headTooLarge, \.headBytes, "larger than 4711 bytes."),
      (.tooManyFields, \.fieldCount, "more than 4711 header fields."),
      (.bodyTooLarge, \.bodyBytes, "The body is larger than 4711 bytes."),
      (.invalidChunkExtension, \.chunkLineBytes, "over 4711 bytes"),
      (.trailersTooLarge, \.trailerBytes, "larger than 4711 bytes."),
    ] as [(Violation, any WritableKeyPath<Limits, Int> & Sendable, String)])
  func `who goes over a limit is told its number`(
    _ violation: Violation, _ path: any WritableKeyPath<Limits, Int> & Sendable, _ words: String
  ) {
    var limits = Limits()
    limits[keyPath: path] = 4711
    #expect(violation.detail(within: limits).contains(words))
  }

  @Test func `who comes late is told how long was waited`() {
    var limits = Limits()
    (limits.headSeconds, limits.bodySeconds) = (7, 0.5)
    #expect(Violation.headTimeout.detail(within: limits).contains("within 7 seconds."))
    #expect(Violation.bodyTimeout.detail(within: limits).contains("within 0.5 seconds."))
  }

  @Test func `a violation's problem says what it says`() {
    let limits = Limits()
    let problem = Problem(.missingHost, within: limits)
    #expect(problem == Problem(.badRequest, Violation.missingHost.detail(within: limits)))
  }
}
