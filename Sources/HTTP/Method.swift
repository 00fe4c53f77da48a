// Request methods, RFC 9110 section 9 and the IANA registry.

/// A method by what the server makes of it. The raw values in parentheses are no tokens, so that
/// no name can be taken for one of them.
package enum Method: String, Sendable, CaseIterable {
  case get = "GET"
  case head = "HEAD"
  case post = "POST"
  case options = "OPTIONS"
  case put = "PUT"
  case delete = "DELETE"
  case patch = "PATCH"
  case connect = "CONNECT"
  case trace = "TRACE"
  /// Registered with IANA, but not for a server of resources: 405.
  case registered = "(registered)"
  /// Defined by nobody: 501.
  case unknown = "(unknown)"

  /// The method of a token; names are case-sensitive.
  init(name: Span<UInt8>) {
    // Nearly every request is a GET.
    if name.equals("GET") {
      self = .get
    } else {
      let text = String(utf8: name)
      self = Method(rawValue: text) ?? (Self.others.contains(text) ? .registered : .unknown)
    }
  }

  private static let others: Set<String> = [
    "ACL", "BASELINE-CONTROL", "BIND", "CHECKIN", "CHECKOUT", "COPY", "LABEL", "LINK", "LOCK",
    "MERGE", "MKACTIVITY", "MKCALENDAR", "MKCOL", "MKREDIRECTREF", "MKWORKSPACE", "MOVE",
    "ORDERPATCH", "PROPFIND", "PROPPATCH", "QUERY", "REBIND", "REPORT", "SEARCH", "UNBIND",
    "UNCHECKOUT", "UNLINK", "UNLOCK", "UPDATE", "UPDATEREDIRECTREF", "VERSION-CONTROL",
  ]
}
