// How many connections are open, in all and from where, for all loops together.

import HTTP
import Platform

/// Counts connections under a lock that is taken when one comes and when it goes.
final class Admission: Sendable {
  enum Verdict: Equatable {
    case admitted
    /// As many as there may be.
    case full
    /// As many as there may be of this address.
    case crowded
  }

  private struct Counts {
    var all = 0
    var byAddress: [PeerAddress: Int] = [:]
  }

  private let counts = Lock(Counts())
  private let connections: Int
  private let perAddress: Int
  private let proxies: TrustedNetworks

  /// - Parameter proxies: peers that come for many clients each.
  init(_ limits: Limits, proxies: TrustedNetworks = TrustedNetworks()) {
    self.proxies = proxies
    connections = limits.connections
    perAddress = limits.connectionsPerAddress
  }

  /// Counts a connection, unless it is one too many; what is admitted is to be released. Processes
  /// of this machine on a Unix-domain socket share no address, and proxies bring those of others.
  func admit(_ peer: PeerAddress) -> Verdict {
    let network = hasShare(peer) ? peer.network : nil
    return counts.withLock { counts in
      let ofAddress = network.map { counts.byAddress[$0, default: 0] } ?? 0
      if network != nil, ofAddress >= perAddress { return .crowded }
      if counts.all >= connections { return .full }
      counts.all += 1
      if let network { counts.byAddress[network] = ofAddress + 1 }
      return .admitted
    }
  }

  func release(_ peer: PeerAddress) {
    let network = hasShare(peer) ? peer.network : nil
    counts.withLock { counts in
      counts.all -= 1
      guard let network, let ofAddress = counts.byAddress[network] else { return }
      counts.byAddress[network] = ofAddress > 1 ? ofAddress - 1 : nil
    }
  }

  private func hasShare(_ peer: PeerAddress) -> Bool { peer != .local && !proxies.contains(peer) }
}
