// How long a ticket can be resumed with.

import Testing

@testable import TLS

private let period = TicketKeys.seconds

@Test func `a key seals for its time, and then another does`() throws {
  var keys = TicketKeys()
  let made = keys.current(at: 1000)
  let first = try #require(made)
  #expect(keys.current(at: 1000 + period - 1) == first)
  let next = keys.current(at: 1000 + period)
  let second = try #require(next)
  #expect(second != first)
  #expect(
    Set([first.name, first.cipher, first.mac, second.name, second.cipher, second.mac]).count == 6)
}

@Test(
  arguments: [
    (0, false), (period - 1, false), (period, true), (2 * period - 1, true), (2 * period, nil),
    (5 * period, nil), (-1, true),
  ] as [(Int, Bool?)])
func `tickets are taken under the key of now and the one before`(later: Int, isOld: Bool?) throws {
  var keys = TicketKeys()
  let made = keys.current(at: 1000)
  let first = try #require(made)
  let found = keys.find(first.name, at: 1000 + later)
  #expect(found?.isOld == isOld)
  #expect(found?.key == (isOld == nil ? nil : first))
}

@Test func `a key that is not known opens nothing`() throws {
  var keys = TicketKeys()
  _ = keys.current(at: 0)
  #expect(keys.find(Array(repeating: 0, count: TicketKey.nameBytes), at: 0) == nil)
}
