// Names under which a server is reached, RFC 9110 section 7.4.

/// A host and perhaps a port.
package struct Authority: Equatable, Sendable {
  /// In small letters.
  package let host: String
  package let port: String?

  /// Reads `host[:port]`; nil for anything else.
  package init?(_ text: String) {
    let bytes = Array(text.lowercased().utf8)
    guard !bytes.isEmpty, bytes.span.isHost else { return nil }
    let isPort = bytes.last != UInt8(ascii: "]") && bytes.contains(Byte.colon)
    let colon = isPort ? bytes.lastIndex(of: Byte.colon) ?? bytes.count : bytes.count
    host = String(decoding: bytes[..<colon], as: UTF8.self)
    port = colon + 1 < bytes.count ? String(decoding: bytes[(colon + 1)...], as: UTF8.self) : nil
  }

  /// Reads authorities with commas between; nil where one is malformed.
  package static func list(_ text: String) -> [Authority]? {
    let parts = text.commaParts
    let authorities = parts.compactMap { Authority($0) }
    return authorities.count == parts.count ? authorities : nil
  }

  /// Whether a request means it; one without a port is meant with every port.
  func isMeant(by authority: Authority) -> Bool {
    host == authority.host && (port == nil || port == authority.port)
  }
}

extension String {
  /// What stands between commas, spaces around it left out.
  var commaParts: [String] {
    split(separator: ",", omittingEmptySubsequences: false).map { part in
      let start = part.drop { $0 == " " }
      return String(start.reversed().drop { $0 == " " }.reversed())
    }
  }
}
