// Who asks, where trusted proxies stand between.

import HTTP
import Platform

extension TrustedNetworks {
  /// Who asks, by the word of a peer that is trusted; the peer where it does not say.
  ///
  /// A proxy sets one of the two fields and may pass the other on as a client wrote it. Where both
  /// are there and do not say the same, neither is believed.
  func client(_ head: RequestHead, _ bytes: Span<UInt8>, behind peer: PeerAddress) -> PeerAddress {
    let standard = named(byForwarded: head, bytes)
    let usual = named(byForwardedFor: head, bytes)
    if let standard, let usual, standard != usual { return peer }
    return (standard ?? usual ?? nil) ?? peer
  }

  /// What the lines of `Forwarded` come to; nil inside where they name nobody, and outside where
  /// there is no such line.
  private func named(byForwarded head: RequestHead, _ bytes: Span<UInt8>) -> PeerAddress?? {
    var named: PeerAddress??
    for line in head.fields where line.known == .forwarded {
      var client = named ?? nil
      let isWellFormed = Forwarded.forEachNode(in: bytes.extracting(line.value)) { node in
        client = follow(client, to: address(node))
      }
      named = .some(isWellFormed ? client : nil)
    }
    return named
  }

  /// The same of `X-Forwarded-For`, where IPv6 needs no brackets.
  private func named(byForwardedFor head: RequestHead, _ bytes: Span<UInt8>) -> PeerAddress?? {
    var named: PeerAddress??
    for line in head.fields where line.known == .forwardedFor {
      var client = named ?? nil
      bytes.forEachListElement(in: line.value) { node in
        client = follow(client, to: PeerAddress(node) ?? address(node))
      }
      named = .some(client)
    }
    return named
  }

  /// One note further to the right, where the last proxy wrote: whoever is not trusted may have
  /// written all that stands before, and behind somebody unknown nobody is known.
  private func follow(_ client: PeerAddress?, to next: PeerAddress?) -> PeerAddress? {
    guard let next, next != .local else { return nil }
    return contains(next) ? client ?? next : next
  }

  private func address(_ node: Span<UInt8>) -> PeerAddress? {
    ForwardedNode.address(in: node).flatMap { PeerAddress(node.extracting($0)) }
  }
}
