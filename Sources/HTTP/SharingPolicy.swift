// Under which names a server answers, and whose pages may read what it says.

/// The same for all requests.
package struct SharingPolicy: Equatable, Sendable {
  package var origins = Origins.any
  /// The only authorities that are served; empty for all.
  ///
  /// A list keeps pages out whose own name was pointed at this server (DNS rebinding): to the browser
  /// they are of one origin with it, and only `Host` tells.
  package var hosts: [Authority] = []

  package init() {}

  /// - Parameter isFromGateway: whether who sent it may have ended TLS for us, RFC 9110 section 7.4.
  /// - Throws: 421 for a request that was meant for another server, RFC 9110 section 15.5.20.
  package func check(
    _ head: RequestHead, _ bytes: Span<UInt8>, isFromGateway: Bool = false
  ) throws(Problem) {
    if head.asksForTLS, !head.isSecure, !isFromGateway {
      throw Problem(.misdirectedRequest, "https is not spoken on this connection.")
    }
    if hosts.isEmpty { return }
    let text = String(utf8: bytes.extracting(head.authority))
    guard let asked = Authority(text), hosts.contains(where: { $0.isMeant(by: asked) }) else {
      throw Problem(.misdirectedRequest, "“\(text)” is not served here.")
    }
  }
}
