// Listening sockets.

import CLinux
import Foundation

/// A socket that takes connections; several event loops share it.
package final class Listener: Sendable {
  private let descriptor: Descriptor
  /// `http://127.0.0.1:8080`, or `unix:` with the path.
  package let address: String
  /// The port that it listens on: the one asked for, or the free one that the system chose for 0; 0
  /// for a Unix-domain socket.
  package let port: UInt16
  private let isUnix: Bool
  private let ending: Ending
  package let purpose: Purpose

  /// What is spoken on its connections.
  package enum Purpose: Sendable {
    case plain
    case secure
    /// Plain, and every answer is that the same is to be asked by TLS, on a port.
    case redirect(to: UInt16)
  }

  /// What there is to do when no more connections are to be taken.
  private enum Ending {
    /// It is somebody else's, who hands it to the next one.
    case leave
    case shutDown
    case shutDownAndRemove(SocketFile)
  }

  /// Opens, binds and listens on the first address that the host has.
  package convenience init(
    host: String, port: UInt16, for purpose: Purpose = .plain
  ) throws(SystemError) {
    try self.init(SocketAddress.all(host: host, port: port)[0], host: host, for: purpose)
  }

  /// - Parameter host: what the address calls it.
  convenience init(
    _ address: SocketAddress, host: String, for purpose: Purpose
  ) throws(SystemError) {
    let descriptor = try Descriptor.streamSocket(address.family)
    setOption(descriptor.number, SOL_SOCKET, SO_REUSEADDR)
    if address.family == AF_INET6 {
      // Else `[::]` would take what comes for `0.0.0.0` too, and the two could not stand together.
      setOption(descriptor.number, Int32(IPPROTO_IPV6), IPV6_V6ONLY)
    }
    try address.bind(descriptor.number)
    try Self.listen(descriptor)
    try self.init(descriptor, host: host, ending: .shutDown, for: purpose)
  }

  /// Binds a path, which must be free or left over by a server that is gone, and listens.
  package convenience init(path: String) throws(SystemError) {
    let address = try SocketAddress(path: path)
    let descriptor = try Descriptor.streamSocket(AF_UNIX)
    let file = try SocketFile(binding: descriptor, to: address)
    try Self.listen(descriptor)
    try self.init(descriptor, ending: .shutDownAndRemove(file))
  }

  /// One that was opened by somebody else and listens already.
  convenience init(
    handed descriptor: consuming Descriptor, for purpose: Purpose
  ) throws(SystemError) {
    try self.init(descriptor, ending: .leave, for: purpose)
  }

  private init(
    _ descriptor: consuming Descriptor, host: String? = nil, ending: Ending,
    for purpose: Purpose = .plain
  ) throws(SystemError) {
    let local = try SocketAddress(localEndOf: descriptor.number)
    self.descriptor = descriptor
    self.ending = ending
    isUnix = local.isUnix
    port = local.port
    let host = host ?? local.host.description
    if local.isUnix { self.purpose = .plain } else { self.purpose = purpose }
    let scheme = if case .secure = purpose { "https" } else { "http" }
    address =
      local.isUnix
      ? "unix:\(local.path)"
      : "\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(local.port)"
  }

  /// Connections that the system keeps until they are taken.
  private static let backlog: Int32 = 4096

  private static func listen(_ descriptor: borrowing Descriptor) throws(SystemError) {
    let number = descriptor.number
    try checked("listen") { Foundation.listen(number, backlog) }
  }
}

extension Listener {
  /// The number that a poller watches.
  package var number: Int32 { descriptor.number }

  /// Stops listening: from now on connections are refused, and pollers are told that it is gone. One
  /// that was handed over stays as it is: what comes waits for the next server.
  package func stop() {
    switch ending {
    case .leave: return
    case .shutDown: break
    case .shutDownAndRemove(let file): file.remove()
    }
    shutdown(descriptor.number, Int32(SHUT_RDWR))
  }

  /// The next connection that waits, non-blocking, without Nagle's delay.
  package func accept() -> Accepted {
    var peer = linux_address()
    switch nonBlocking({ unsafe Int(linux_accept(descriptor.number, &peer)) }) {
    case .done(let number):
      if !isUnix { setOption(Int32(number), Int32(IPPROTO_TCP), TCP_NODELAY) }
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
