// Listening TCP sockets.

import CLinux
import Foundation

/// A TCP socket that takes connections; several event loops share it.
package final class Listener: Sendable {
  private let descriptor: Descriptor
  /// The port that it listens on: the one asked for, or the free one that the system chose for 0.
  package let port: UInt16

  /// Opens, binds and listens. `host` is a numeric address or a name ("localhost").
  package init(host: String, port: UInt16, backlog: Int32 = 4096) throws(SystemError) {
    let address = try SocketAddress(host: host, port: port)
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
    let opened = try checked("socket") {
      socket(address.family, kind | Int32(SOCK_CLOEXEC.rawValue), 0)
    }
    let descriptor = Descriptor(opened)
    setOption(opened, SOL_SOCKET, SO_REUSEADDR)
    if address.family == AF_INET6 { setOption(opened, Int32(IPPROTO_IPV6), IPV6_V6ONLY) }
    try address.bind(opened)
    try checked("listen") { listen(opened, backlog) }
    self.port = try SocketAddress(localEndOf: opened).port
    self.descriptor = descriptor
  }

  /// The number that a poller watches.
  package var number: Int32 { descriptor.number }

  /// Stops listening: from now on connections are refused, and pollers are told that it is gone.
  package func stop() { shutdown(descriptor.number, Int32(SHUT_RDWR)) }

  /// The next connection that waits, non-blocking, without Nagle's delay.
  package func accept() -> Accepted {
    var peer = linux_address()
    switch nonBlocking({ unsafe Int(linux_accept(descriptor.number, &peer)) }) {
    case .done(let number):
      setOption(Int32(number), Int32(IPPROTO_TCP), TCP_NODELAY)
      return .connection(Descriptor(Int32(number)), PeerAddress(peer))
    case .wouldBlock: return .nothing
    case .failed(EMFILE), .failed(ENFILE), .failed(ENOBUFS), .failed(ENOMEM): return .exhausted
    case .failed: return .again
    }
  }
}

/// What a call of `accept` came to.
package enum Accepted: ~Copyable {
  case connection(Descriptor, PeerAddress)
  /// Nobody waits.
  case nothing
  /// The peer left before it was taken; ask again.
  case again
  /// Out of descriptors or memory: asking again at once would spin.
  case exhausted
}

private func setOption(_ number: Int32, _ level: Int32, _ name: Int32) {
  var on: Int32 = 1
  unsafe setsockopt(number, level, name, &on, socklen_t(MemoryLayout<Int32>.size))
}
