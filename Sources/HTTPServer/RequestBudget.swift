// What an address may still ask, for all loops together.

import HTTP
import Platform

/// A bucket of tokens for each address: it holds `requestBurst`, and `requestsPerSecond` flow in.
///
/// A bucket is kept as the time at which it will be full again (the generic cell rate algorithm,
/// which is the same thing in one number), so that a full one need not be kept at all.
final class RequestBudget: Sendable {
  private struct Buckets {
    var fullAt: [PeerAddress: Int64] = [:]
    var sweptAt = Instant(nanoseconds: .min)
  }

  /// Addresses that are remembered; about a megabyte. While so many have asked just now, others
  /// are not counted: they would be the ones that a flood from everywhere pushes out.
  static let addresses = 16_384

  private let buckets = Lock(Buckets())
  /// Nanoseconds a request.
  private let interval: Int64
  private let burst: Int64

  /// Nil where nothing is limited.
  init?(_ limits: Limits) {
    if limits.requestsPerSecond == 0 { return nil }
    interval = 1_000_000_000 / Int64(limits.requestsPerSecond)
    burst = Int64(limits.requestBurst)
  }

  /// Takes one request off an address's budget; where it is spent, the whole seconds until the
  /// next request would be taken.
  ///
  /// Processes of this machine on a Unix-domain socket share no address, and so no budget.
  func take(_ peer: PeerAddress, now: Instant) -> Int? {
    if peer == .local { return nil }
    let network = peer.network
    return buckets.withLock { buckets in
      let fullAt = max(buckets.fullAt[network] ?? now.nanoseconds, now.nanoseconds)
      let missing = fullAt + interval - (now.nanoseconds + burst * interval)
      if missing > 0 { return Int((missing + 999_999_999) / 1_000_000_000) }
      if makesRoom(&buckets, for: network, now) { buckets.fullAt[network] = fullAt + interval }
      return nil
    }
  }

  /// How many addresses are remembered.
  var count: Int { buckets.withLock { $0.fullAt.count } }

  /// Forgets full buckets when there are too many, at most once a second.
  private func makesRoom(
    _ buckets: inout Buckets, for network: PeerAddress, _ now: Instant
  ) -> Bool {
    if buckets.fullAt.count < Self.addresses || buckets.fullAt[network] != nil { return true }
    if now < buckets.sweptAt + 1 { return false }
    buckets.sweptAt = now
    buckets.fullAt = buckets.fullAt.filter { $0.value > now.nanoseconds }
    return buckets.fullAt.count < Self.addresses
  }
}
