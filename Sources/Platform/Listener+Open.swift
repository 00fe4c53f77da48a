// From an address that was asked for to the sockets that it means.

import Foundation

extension Listener {
  /// Listens on every address that a host has, on one port, or on a path.
  ///
  /// Of a name that has several addresses, such as `localhost`, those that the machine does not
  /// offer are left out, as long as there is another.
  package static func open(
    _ address: ListenAddress, for purpose: Purpose = .plain
  ) throws(SystemError) -> [Listener] {
    switch address {
    case .unix(let path): return [try Listener(path: path)]
    case .internet(let host, let port): return try open(host, port, purpose)
    }
  }

  private static func open(
    _ host: String, _ port: UInt16, _ purpose: Purpose
  ) throws(SystemError) -> [Listener] {
    var listeners: [Listener] = []
    var missing: SystemError?
    for address in try SocketAddress.all(host: host, port: port) {
      do throws(SystemError) {
        // The port that the system chose for the first one is wanted of the others.
        let port = listeners.first?.port ?? port
        listeners.append(try Listener(address.with(port: port), host: host, for: purpose))
      } catch  where error.code == EADDRNOTAVAIL || error.code == EAFNOSUPPORT {
        missing = error
      }
    }
    if let missing, listeners.isEmpty { throw missing }
    return listeners
  }
}
