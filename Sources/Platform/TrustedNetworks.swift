// Whose word is taken for who asks.

/// Addresses, networks and, where asked for, the processes of this machine.
package struct TrustedNetworks: Equatable, Sendable {
  private var networks: [Network] = []
  private var trustsLocal = false

  /// Trusts nobody.
  package init() {}

  /// Adds an address (`192.0.2.7`, `2001:db8::7`), a network (`10.0.0.0/8`, `2001:db8::/32`), or, as
  /// `unix`, whoever comes over a Unix-domain socket.
  ///
  /// - Returns: false for anything else, and for a network with an address inside it that is not its
  ///   first: it is not clear what is meant.
  package mutating func insert(_ text: String) -> Bool {
    if text == "unix" {
      trustsLocal = true
      return true
    }
    guard let network = Network(text) else { return false }
    networks.append(network)
    return true
  }

  /// - Complexity: O(networks); none is one comparison.
  package func contains(_ address: PeerAddress) -> Bool {
    if address == .local { return trustsLocal }
    for network in networks where network.contains(address) { return true }
    return false
  }
}

/// The addresses that begin with the same bits, RFC 4632 section 3.1 and RFC 4291 section 2.3.
private struct Network: Equatable, Sendable {
  let first: PeerAddress
  /// Of the sixteen bytes, 96 more than what is written of IPv4.
  let bits: Int

  init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = PeerAddress(parts[0]) else { return nil }
    let width = parts[0].contains(":") ? 128 : 32
    guard let bits = parts.count == 1 ? width : Self.number(parts[1]), bits <= width,
      first.masked(bits + 128 - width) == first
    else { return nil }
    self.first = first
    self.bits = bits + 128 - width
  }

  /// No IPv4 address is in a network that is written as IPv6 and wider than all of IPv4.
  func contains(_ address: PeerAddress) -> Bool {
    address.masked(bits) == first && address.isIPv4 == (first.isIPv4 && bits >= 96)
  }

  private static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { 48...57 ~= $0 } ? Int(text) : nil
  }
}
