// How many connections may be open, in all and from one address.

import HTTP
import Platform
import TestSupport
import Testing

@testable import HTTPServer

private func address(_ text: String) throws -> PeerAddress { try #require(PeerAddress(text)) }

private func admission(_ all: Int, perAddress: Int, proxy: String? = nil) -> Admission {
  var limits = Limits()
  (limits.connections, limits.connectionsPerAddress) = (all, perAddress)
  var proxies = TrustedNetworks()
  let isTaken = proxy.map { proxies.insert($0) } ?? true
  #expect(isTaken)
  return Admission(limits, proxies: proxies)
}

@Test func `as many connections are admitted as there may be, and one more when one has gone`()
  throws
{
  let admission = admission(2, perAddress: 9)
  let peers = try ["192.0.2.1", "192.0.2.2", "192.0.2.3"].map(address)
  #expect(peers.map(admission.admit) == [.admitted, .admitted, .full])
  admission.release(peers[0])
  #expect(admission.admit(peers[2]) == .admitted)
}

@Test(arguments: [
  ("192.0.2.1", "192.0.2.1", true), ("192.0.2.1", "192.0.2.2", false),
  ("2001:db8::1", "2001:db8::2", true), ("2001:db8::1", "2001:db8:0:1::1", false),
  ("::1", "::1", true), ("::ffff:192.0.2.1", "192.0.2.1", true),
])
func `of one address, or one IPv6 network of 64 bits, there may be so many`(
  first: String, second: String, isSame: Bool
) throws {
  let admission = admission(9, perAddress: 1)
  #expect(admission.admit(try address(first)) == .admitted)
  #expect(admission.admit(try address(second)) == (isSame ? .crowded : .admitted))
  admission.release(try address(first))
  #expect(admission.admit(try address(first)) == .admitted)
}

@Test func `processes of this machine are not one address`() {
  let admission = admission(3, perAddress: 1)
  let verdicts = (0..<4).map { _ in admission.admit(.local) }
  #expect(verdicts == [.admitted, .admitted, .admitted, .full])
}

@Test func `at any time as many are counted as have come and not gone`() throws {
  var random = SeededGenerator(seed: 7)
  let admission = admission(12, perAddress: 4)
  var open: [PeerAddress] = []
  for _ in 0..<2000 {
    if !open.isEmpty, Bool.random(using: &random) {
      admission.release(open.remove(at: Int.random(in: 0..<open.count, using: &random)))
      continue
    }
    let peer = try address("192.0.2.\(Int.random(in: 1...5, using: &random))")
    let ofAddress = open.count { $0 == peer }
    let expected: Admission.Verdict =
      ofAddress == 4 ? .crowded : open.count == 12 ? .full : .admitted
    #expect(admission.admit(peer) == expected)
    if expected == .admitted { open.append(peer) }
  }
}

@Test func `a proxy is neither counted among its neighbours nor kept out by them`() throws {
  let admission = admission(9, perAddress: 1, proxy: "2001:db8::1")
  let (proxy, neighbour) = (try address("2001:db8::1"), try address("2001:db8::2"))
  #expect(
    [proxy, neighbour, proxy, neighbour].map(admission.admit) == [
      .admitted, .admitted, .admitted, .crowded,
    ])
  admission.release(proxy)
  #expect(admission.admit(neighbour) == .crowded)
  admission.release(neighbour)
  #expect(admission.admit(neighbour) == .admitted)
}
