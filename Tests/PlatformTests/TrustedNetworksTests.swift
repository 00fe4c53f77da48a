// Addresses that are trusted, and those beside them.

import TestSupport
import Testing

@testable import Platform

private func networks(_ texts: String...) -> TrustedNetworks {
  var trusted = TrustedNetworks()
  for text in texts {
    let isTaken = trusted.insert(text)
    #expect(isTaken, "\(text)")
  }
  return trusted
}

@Test(arguments: [
  ("192.0.2.7", "192.0.2.7", true), ("192.0.2.7", "192.0.2.8", false),
  ("10.0.0.0/8", "10.255.255.255", true), ("10.0.0.0/8", "11.0.0.0", false),
  ("10.0.0.0/8", "9.255.255.255", false), ("192.0.2.128/25", "192.0.2.127", false),
  ("192.0.2.128/25", "192.0.2.128", true), ("0.0.0.0/0", "203.0.113.9", true),
  ("0.0.0.0/0", "2001:db8::1", false), ("::/0", "2001:db8::1", true), ("::/0", "10.0.0.1", false),
  ("2001:db8::/32", "2001:db8:ffff::1", true), ("2001:db8::/32", "2001:db9::", false),
  ("2001:db8::/65", "2001:db8::7fff:0:0:1", true), ("2001:db8::/65", "2001:db8::8000:0:0:1", false),
  ("2001:db8::7", "2001:db8::7", true), ("2001:db8::7/128", "2001:db8::6", false),
  ("::ffff:10.0.0.0/104", "10.1.2.3", true), ("10.0.0.1", "::ffff:10.0.0.1", true),
  ("::ffff:0:0/96", "198.51.100.1", true),
])
func `a network holds its addresses and no other`(
  network: String, address: String, isHeld: Bool
) throws {
  let address = try #require(PeerAddress(address))
  #expect(networks(network).contains(address) == isHeld)
}

@Test func `whoever comes over a path is trusted only by that word`() throws {
  #expect(networks("unix").contains(.local))
  #expect(!networks("::/0", "0.0.0.0/0", "::").contains(.local))
  #expect(!TrustedNetworks().contains(.local))
  #expect(try networks("unix", "10.0.0.0/8").contains(#require(PeerAddress("10.1.1.1"))))
}

@Test(arguments: [
  "", "/", "10.0.0.0/", "10.0.0.0/33", "10.0.0.1/8", "::/129", "2001:db8::1/32", "10.0.0.0/+8",
  "10.0.0.0/8/8", "10/8", "localhost", "[::1]", "10.0.0.0 /8", "Unix",
  "10.0.0.0/99999999999999999999",
])
func `what is no network is refused`(text: String) {
  var trusted = TrustedNetworks()
  let isTaken = trusted.insert(text)
  #expect(!isTaken)
  #expect(trusted == TrustedNetworks())
}

/// Sixteen bytes as IPv6 is written without shortening.
private func written(_ bytes: [UInt8]) -> String {
  stride(from: 0, to: 16, by: 2).map { at in
    String(UInt16(bytes[at]) << 8 | UInt16(bytes[at + 1]), radix: 16)
  }.joined(separator: ":")
}

@Test(arguments: 1...4 as ClosedRange<UInt64>)
func `a network is a prefix, bit by bit`(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  for _ in 0..<500 {
    let bits = Int.random(in: 0...128, using: &random)
    let address = (0..<16).map { _ in UInt8.random(in: 1...255, using: &random) }
    let first = address.indices.map { at in
      address[at] & ~UInt8(truncatingIfNeeded: 0xFF >> max(0, min(8, bits - at * 8)))
    }
    var other = address
    let flipped = Int.random(in: 0..<128, using: &random)
    other[flipped / 8] ^= 0x80 >> UInt8(flipped % 8)
    let network = networks("\(written(first))/\(bits)")
    #expect(try network.contains(#require(PeerAddress(written(address)))), "seed \(seed)")
    let isHeld = try network.contains(#require(PeerAddress(written(other))))
    #expect(isHeld == (flipped >= bits), "seed \(seed): \(written(other)) in /\(bits)")
  }
}
