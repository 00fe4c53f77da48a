// Each limit of the parser and the body decoder: as much as it says, and one more.

import HTTP
import Testing

/// A limit, and a request that needs exactly so much of it.
struct LimitCase: CustomTestStringConvertible {
  let testDescription: String
  let path: any WritableKeyPath<Limits, Int> & Sendable
  let violation: Violation
  let request: @Sendable (Int) -> String

  init(
    _ name: String, _ path: any WritableKeyPath<Limits, Int> & Sendable, _ violation: Violation,
    _ request: @escaping @Sendable (Int) -> String
  ) {
    testDescription = name
    self.path = path
    self.violation = violation
    self.request = request
  }

  private static func padding(_ count: Int) -> String { String(repeating: "a", count: count) }

  private static let sized = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: "
  private static let chunked =
    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"

  /// The line of a chunk's size and the trailers count but for their last LF, with which they are
  /// over.
  static let all = [
    LimitCase("a request line, with CR LF", \.requestLineBytes, .requestLineTooLong) {
      "GET /\(padding($0 - 16)) HTTP/1.1\r\nHost: a\r\n\r\n"
    },
    LimitCase("a request line, with LF", \.requestLineBytes, .requestLineTooLong) {
      "GET /\(padding($0 - 15)) HTTP/1.1\nHost: a\n\n"
    },
    LimitCase("a head of one large field", \.headBytes, .headTooLarge) {
      "GET / HTTP/1.1\r\nHost: a\r\nX: \(padding($0 - 32))\r\n\r\n"
    },
    LimitCase("a head with an empty line ahead of it", \.headBytes, .headTooLarge) {
      "\r\nGET / HTTP/1.1\r\nHost: a\r\nX: \(padding($0 - 34))\r\n\r\n"
    },
    LimitCase("fields", \.fieldCount, .tooManyFields) {
      "GET / HTTP/1.1\r\nHost: a\r\n" + String(repeating: "X: b\r\n", count: $0 - 1) + "\r\n"
    },
    LimitCase("a body with a length", \.bodyBytes, .bodyTooLarge) {
      sized + "\($0)\r\n\r\n" + padding($0)
    },
    LimitCase("a body of one chunk", \.bodyBytes, .bodyTooLarge) {
      chunked + String($0, radix: 16) + "\r\n" + padding($0) + "\r\n0\r\n\r\n"
    },
    LimitCase("a body of many chunks", \.bodyBytes, .bodyTooLarge) {
      chunked + String(repeating: "1\r\na\r\n", count: $0) + "0\r\n\r\n"
    },
    LimitCase("a chunk's line", \.chunkLineBytes, .invalidChunkExtension) {
      chunked + "5;\(padding($0 - 3))\r\nhello\r\n0\r\n\r\n"
    },
    LimitCase("a chunk's line with white space", \.chunkLineBytes, .invalidChunkExtension) {
      chunked + "5" + String(repeating: " ", count: $0 - 4) + ";a\r\nhello\r\n0\r\n\r\n"
    },
    LimitCase("a later chunk's line", \.chunkLineBytes, .invalidChunkExtension) {
      chunked + "5\r\nhello\r\n5;\(padding($0 - 3))\r\nhello\r\n0\r\n\r\n"
    },
    LimitCase("the last chunk's line", \.chunkLineBytes, .invalidChunkExtension) {
      chunked + "0;\(padding($0 - 3))\r\n\r\n"
    },
    LimitCase("one trailer", \.trailerBytes, .trailersTooLarge) {
      chunked + "0\r\nX: \(padding($0 - 6))\r\n\r\n"
    },
    LimitCase("several trailers", \.trailerBytes, .trailersTooLarge) {
      chunked + "0\r\nX: b\r\nX: \(padding($0 - 12))\r\n\r\n"
    },
  ]
}

struct LimitsTests {
  private static let bound = 60

  @Test(arguments: LimitCase.all)
  func `as much as a limit says is taken`(_ limit: LimitCase) {
    let events = Self.events(limit, sized: Self.bound)
    #expect(events.atOnce.last == "complete")
    #expect(events.byteByByte == events.atOnce)
  }

  @Test(arguments: LimitCase.all)
  func `one more is refused`(_ limit: LimitCase) {
    let events = Self.events(limit, sized: Self.bound + 1)
    #expect(
      events.atOnce.last == "refused \(limit.violation.status.rawValue) \(limit.violation)")
    #expect(events.byteByByte == events.atOnce)
  }

  private static func events(
    _ limit: LimitCase, sized size: Int
  ) -> (atOnce: [String], byteByByte: [String]) {
    var limits = Limits()
    limits[keyPath: limit.path] = bound
    let request = Array(limit.request(size).utf8)
    return (
      Conversation.atOnce(request, limits: limits),
      Conversation.byteByByte(request, limits: limits)
    )
  }
}
