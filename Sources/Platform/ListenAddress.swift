// Where to listen, as people write it.

/// An address of the internet with a port, or a path in the file system.
package enum ListenAddress: Hashable, Sendable, CustomStringConvertible {
  /// A numeric address, IPv6 without brackets, or a name, which may mean several; a port of 0
  /// takes a free one.
  case internet(host: String, port: UInt16)
  /// A Unix-domain socket.
  case unix(path: String)

  /// `127.0.0.1:8080`, `localhost:8080`, `[::1]:8080` or `unix:/run/dateline.sock`; nil for anything
  /// else. The host is always named: to be heard by everyone is asked for as `0.0.0.0` or `[::]`.
  package init?(_ text: String) {
    if text.hasPrefix("unix:") {
      let path = String(text.dropFirst("unix:".count))
      guard path.hasPrefix("/"), !path.hasSuffix("/"), !path.utf8.contains(0) else { return nil }
      self = .unix(path: path)
      return
    }
    guard let colon = text.lastIndex(of: ":"), let host = Self.host(text[..<colon]),
      let port = Self.port(text[colon...].dropFirst())
    else { return nil }
    self = .internet(host: host, port: port)
  }

  /// "127.0.0.1 port 8080", "unix:/run/dateline.sock"
  package var description: String {
    switch self {
    case .internet(let host, let port): "\(host) port \(port)"
    case .unix(let path): "unix:\(path)"
    }
  }

  private static func host(_ text: Substring) -> String? {
    let isBracketed = text.hasPrefix("[") && text.hasSuffix("]")
    let host = isBracketed ? text.dropFirst().dropLast() : text
    let isFaulty = host.isEmpty || host.contains { $0.isWhitespace || "[]/,*".contains($0) }
    if isFaulty || isBracketed != host.contains(":") || isShortened(host) { return nil }
    return String(host)
  }

  /// `0` and `127.1` are addresses to some and names to others.
  private static func isShortened(_ host: Substring) -> Bool {
    host.allSatisfy { $0.isNumber || $0 == "." } && PeerAddress(host) == nil
  }

  private static func port(_ text: Substring) -> UInt16? {
    text.utf8.allSatisfy { 48...57 ~= $0 } ? UInt16(text) : nil
  }
}
