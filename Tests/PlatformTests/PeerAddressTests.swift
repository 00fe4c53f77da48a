// Addresses of peers as text.

import Testing

@testable import Platform

@Test(arguments: [
  ("192.0.2.7", "192.0.2.7"), ("127.0.0.1", "127.0.0.1"), ("2001:db8::7", "2001:db8::7"),
  ("2001:DB8:0:0:0:0:0:7", "2001:db8::7"), ("::ffff:192.0.2.7", "192.0.2.7"), ("::1", "::1"),
])
func `an address is written in one way`(text: String, written: String) throws {
  let address = try #require(PeerAddress(text))
  #expect(address.description == written)
  #expect(PeerAddress(written) == address)
}

@Test(arguments: [
  "", "localhost", "192.0.2", "192.0.2.256", "[::1]", "::1%lo", "1.2.3.4:80", "unknown",
])
func `what is no address is none`(text: String) {
  #expect(PeerAddress(text) == nil)
}

@Test(
  arguments: [
    ("127.0.0.1", true), ("127.255.255.254", true), ("::1", true), ("::ffff:127.0.0.1", true),
    ("128.0.0.1", false), ("126.255.255.255", false), ("::2", false), ("2001:db8::1", false),
  ])
func `an address of this machine is told apart`(text: String, isOfThisMachine: Bool) throws {
  #expect(try #require(PeerAddress(text)).isOfThisMachine == isOfThisMachine)
  #expect(PeerAddress.local.isOfThisMachine)
}
