// A request budget under a clock that the test moves.

import HTTP
import Platform
import TestSupport
import Testing

@testable import HTTPServer

private func budget(_ perSecond: Int, burst: Int) throws -> RequestBudget {
  var limits = Limits()
  (limits.requestsPerSecond, limits.requestBurst) = (perSecond, burst)
  return try #require(RequestBudget(limits))
}

private func peer(_ number: Int) throws -> PeerAddress {
  try #require(PeerAddress("10.\(number >> 16).\(number >> 8 & 255).\(number & 255)"))
}

private let start = Instant(nanoseconds: 5_000_000_000)

@Test func `there is no budget unless it is asked for`() {
  #expect(RequestBudget(Limits()) == nil)
}

@Test func `a burst is taken at once, then a request each time one has flowed in`() throws {
  let budget = try budget(2, burst: 3)
  let peer = try peer(1)
  let atOnce = (0..<4).map { _ in budget.take(peer, now: start) }
  #expect(atOnce == [nil, nil, nil, 1])
  #expect(budget.take(peer, now: start + 0.4) == 1)
  #expect(budget.take(peer, now: start + 0.5) == nil)
  #expect(budget.take(peer, now: start + 0.6) == 1)
  let later = (0..<4).map { _ in budget.take(peer, now: start + 60) }
  #expect(later == [nil, nil, nil, 1])
}

@Test func `the time told is enough, and not a second too long`() throws {
  let budget = try budget(1, burst: 5)
  let peer = try peer(1)
  for _ in 0..<5 { #expect(budget.take(peer, now: start) == nil) }
  let wait = try #require(budget.take(peer, now: start + 0.25))
  #expect(wait == 1)
  #expect(budget.take(peer, now: start + 0.25 + Double(wait)) == nil)
}

@Test func `each address has its own, and a refused request costs nothing`() throws {
  let budget = try budget(1, burst: 1)
  let (one, other) = (try peer(1), try peer(2))
  #expect(budget.take(one, now: start) == nil)
  for _ in 0..<100 { #expect(budget.take(one, now: start + 0.5) == 1) }
  #expect(budget.take(other, now: start) == nil)
  #expect(budget.take(one, now: start + 1) == nil)
}

@Test func `random requests are taken as a bucket of tokens takes them`() throws {
  var random = SeededGenerator(seed: 11)
  let budget = try budget(4, burst: 6)
  let peer = try peer(1)
  var (tokens, now) = (6.0, start)
  for _ in 0..<3000 {
    let quarters = Int.random(in: 0...2, using: &random)
    now = now + Double(quarters) / 8
    tokens = min(6, tokens + Double(quarters) / 2)
    let isTaken = budget.take(peer, now: now) == nil
    #expect(isTaken == (tokens >= 1))
    if isTaken { tokens -= 1 }
  }
}

@Test func `addresses that are remembered are bounded, spent ones stay spent`() throws {
  let budget = try budget(1, burst: 1)
  for number in 0..<(RequestBudget.addresses + 50) {
    #expect(budget.take(try peer(number), now: start) == nil)
  }
  #expect(budget.count == RequestBudget.addresses)
  #expect(budget.take(try peer(0), now: start) == 1)
  #expect(budget.take(try peer(RequestBudget.addresses + 99), now: start + 2) == nil)
  #expect(budget.count == 1)
}
