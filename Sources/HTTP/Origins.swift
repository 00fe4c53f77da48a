// Whose pages may read answers: cross-origin resource sharing, as the Fetch standard has it.

/// An origin: scheme, host and port of a page.
package struct Origin: Equatable, Sendable {
  /// As browsers write it in `Origin`: in small letters, without a port that goes without saying.
  package let text: String

  /// Reads `scheme://host[:port]`; nil for anything else.
  package init?(_ text: String) {
    let lowered = text.lowercased()
    guard let colon = lowered.firstRange(of: "://"), !lowered[..<colon.lowerBound].isEmpty,
      lowered[..<colon.lowerBound].allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "-") }),
      let authority = Authority(String(lowered[colon.upperBound...]))
    else { return nil }
    let scheme = lowered[..<colon.lowerBound]
    let standardPort = ["http": "80", "https": "443"][scheme]
    let port = authority.port.flatMap { $0 == standardPort ? nil : ":\($0)" } ?? ""
    self.text = "\(scheme)://\(authority.host)\(port)"
  }
}

/// Whose pages may read answers. Credentials are never shared: there are none.
package enum Origins: Equatable, Sendable {
  case any
  case none
  case listed([Origin])

  /// Reads `*`, `none`, or origins with commas between; nil where one is malformed.
  package init?(_ text: String) {
    switch text {
    case "*": self = .any
    case "none": self = .none
    default:
      let parts = text.commaParts
      let origins = parts.compactMap { Origin($0) }
      if origins.count < parts.count { return nil }
      self = .listed(origins)
    }
  }
}

/// What each origin of a list is told; each loop has its own, which no other thread touches.
package struct OriginLines: Sendable {
  private let lines: [(origin: [UInt8], line: [UInt8])]

  package init(_ origins: Origins) {
    guard case .listed(let listed) = origins else {
      lines = []
      return
    }
    lines = listed.map { origin in
      (Array(origin.text.utf8), Array("Access-Control-Allow-Origin: \(origin.text)\r\n".utf8))
    }
  }

  /// The field for the page that asks, with its line's end; empty where it is not on the list, and
  /// where there is no list.
  @inline(__always)
  package func line(for head: RequestHead, _ bytes: Span<UInt8>) -> [UInt8] {
    if lines.isEmpty || !head.named.contains(FieldSet(.origin)) { return [] }
    return search(head, bytes)
  }

  private func search(_ head: RequestHead, _ bytes: Span<UInt8>) -> [UInt8] {
    guard let value = head.onlyLine(.origin) else { return [] }
    for (origin, line) in lines where bytes.extracting(value).hasSameBytes(origin.span) {
      return line
    }
    return []
  }
}
