// What the log tells of one request.

package import HTTP
package import Platform

/// A request's line and agent as they came, cut where they are long; whoever writes them has to
/// escape them.
package struct RequestTrace: Equatable, Sendable {
  package let method: String
  package let target: String
  package let userAgent: String?

  private static let methodBytes = 32
  /// Long enough for every query that a person types.
  private static let targetBytes = 1024
  private static let agentBytes = 256

  /// Of a request that nobody has read.
  init() {
    method = ""
    target = ""
    userAgent = nil
  }

  /// Of a whole head, or of whatever came in its place.
  ///
  /// - Parameter head: nil where the bytes are no head.
  init(_ head: RequestHead?, _ bytes: Span<UInt8>) {
    var at = 0
    while at < bytes.count, bytes[at] == 13 || bytes[at] == 10 { at += 1 }
    method = Self.word(bytes, &at, Self.methodBytes)
    target = Self.word(bytes, &at, Self.targetBytes)
    userAgent = head?.first("user-agent", in: bytes).map {
      Self.text(bytes, $0, Self.agentBytes)
    }
  }

  /// The bytes up to a space or the line's end.
  private static func word(_ bytes: Span<UInt8>, _ at: inout Int, _ limit: Int) -> String {
    let start = at
    while at < bytes.count, bytes[at] != 32, bytes[at] != 13, bytes[at] != 10 { at += 1 }
    defer { if at < bytes.count, bytes[at] == 32 { at += 1 } }
    return text(bytes, start..<at, limit)
  }

  private static func text(_ bytes: Span<UInt8>, _ range: Range<Int>, _ limit: Int) -> String {
    if range.count <= limit { return String(utf8: bytes.extracting(range)) }
    return String(utf8: bytes.extracting(range.prefix(limit))) + "…"
  }
}

/// One line of the access log.
package struct AccessEntry: Sendable {
  /// Milliseconds since 1970, when the answer was with the socket.
  package fileprivate(set) var time: Int64 = 0
  package let client: PeerAddress
  package let trace: RequestTrace
  package let route: RouteNumber
  package let status: Int
  /// Of the answer, its head included.
  package fileprivate(set) var bytes: Int
  package fileprivate(set) var microseconds = 0
  /// How many requests the line stands for.
  package let weight: Int

  init(
    client: PeerAddress, trace: RequestTrace, route: RouteNumber, status: Int, bytes: Int,
    weight: Int
  ) {
    self.client = client
    self.trace = trace
    self.route = route
    self.status = status
    self.bytes = bytes
    self.weight = weight
  }

  mutating func add(bytes more: Int) { bytes += more }

  func ended(at time: Int64, nanoseconds: Int) -> AccessEntry {
    var entry = self
    entry.time = time
    entry.microseconds = nanoseconds / 1000
    return entry
  }
}
