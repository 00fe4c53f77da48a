// What every answer carries beside its own fields.

/// Fields for browsers: of security, and for pages of other origins. Made once, as bytes.
package struct StandingFields: Sendable {
  let lines: [UInt8]
  /// Where an answer brings no policy of its own.
  let contentSecurityPolicy: String?
  let vary: Vary

  /// Nothing.
  package init() {
    lines = []
    contentSecurityPolicy = nil
    vary = []
  }

  package init(_ origins: Origins) {
    let fields = [("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer")]
    let text = (fields + Self.sharing(origins)).map { "\($0): \($1)\r\n" }.joined()
    lines = Array(text.utf8)
    contentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'"
    if case .listed = origins { vary = .origin } else { vary = [] }
  }

  /// The field for an origin of a list is added when an answer is sent: `OriginLines`.
  private static func sharing(_ origins: Origins) -> [(String, String)] {
    let exposed = (
      "Access-Control-Expose-Headers", "Content-Range, ETag, Link, Location, Retry-After"
    )
    let policy = "Cross-Origin-Resource-Policy"
    return switch origins {
    case .any: [(policy, "cross-origin"), ("Access-Control-Allow-Origin", "*"), exposed]
    case .none: [(policy, "same-origin")]
    case .listed: [(policy, "same-origin"), exposed]
    }
  }
}
