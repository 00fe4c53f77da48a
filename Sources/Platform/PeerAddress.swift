// Who is at the other end of a connection.

import CLinux
import Foundation

/// The address of a peer: IPv6, IPv4 as the IPv6 address that stands for it (RFC 4291 section
/// 2.5.5.2), or a process of this machine on a Unix-domain socket.
package struct PeerAddress: Hashable, Sendable, CustomStringConvertible {
  /// The eight bytes in front and the eight behind; a process of this machine has none.
  private let high: UInt64
  private let low: UInt64

  /// A process of this machine on a Unix-domain socket.
  package static let local = PeerAddress(high: 0, low: 0)

  private init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// A numeric address, IPv6 without brackets; nil for anything else.
  package init?(_ text: some StringProtocol) { self.init(Array(text.utf8).span) }

  /// The same of its characters; nothing is allocated.
  package init?(_ text: Span<UInt8>) {
    var address = linux_address()
    let isKnown = unsafe text.withUnsafeBufferPointer { bytes in
      unsafe linux_parse_address(bytes.baseAddress, bytes.count, &address) == 1
    }
    if !isKnown { return nil }
    self.init(address)
  }

  /// From the bytes in the order in which they go over the network.
  init(_ bytes: linux_address) {
    self = unsafe withUnsafeBytes(of: bytes.bytes) { all in
      PeerAddress(
        high: UInt64(bigEndian: unsafe all.load(as: UInt64.self)),
        low: UInt64(bigEndian: unsafe all.load(fromByteOffset: 8, as: UInt64.self)))
    }
  }

  /// "192.0.2.7", "2001:db8::7", or "local".
  package var description: String {
    if self == .local { return "local" }
    var bytes = (high.bigEndian, low.bigEndian)
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    unsafe inet_ntop(AF_INET6, &bytes, &text, socklen_t(text.count))
    let written = String(
      decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return isIPv4 ? String(written.dropFirst("::ffff:".count)) : written
  }

  /// Whom limits count: an IPv4 address, the /64 of an IPv6 one, which is what one customer has.
  package var network: PeerAddress { high == 0 ? self : masked(64) }

  /// Whether only processes of this machine can have it.
  package var isOfThisMachine: Bool { high == 0 && (low <= 1 || low >> 24 == 0xFFFF_7F) }

  var isIPv4: Bool { high == 0 && low >> 32 == 0xFFFF }

  /// The first bits of the sixteen bytes, and zeros behind them.
  func masked(_ bits: Int) -> PeerAddress {
    // A shift by more than an integer's width gives 0.
    PeerAddress(
      high: high & ~(UInt64.max >> UInt64(bits)),
      low: low & ~(UInt64.max >> UInt64(max(0, bits - 64))))
  }
}
