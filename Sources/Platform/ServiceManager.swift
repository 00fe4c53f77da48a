// Tells whoever started the program how far it is.

import Foundation

/// Notices as systemd takes them, sd_notify(3): a datagram to the socket that `NOTIFY_SOCKET` names.
package struct ServiceManager: Sendable {
  package enum Notice: String, Sendable {
    case ready = "READY=1"
    case stopping = "STOPPING=1"
  }

  private let path: String?

  package init(_ environment: [String: String]) { path = environment["NOTIFY_SOCKET"] }

  /// Where nobody wants to know, or nobody listens, nothing happens.
  package func tell(_ notice: Notice) {
    guard let path, let address = try? SocketAddress(path: path) else { return }
    guard let socket = try? Descriptor.localDatagramSocket() else { return }
    guard address.connect(socket.number) == 0 else { return }
    let bytes = Array(notice.rawValue.utf8)
    _ = socket.write(bytes, bytes.indices)
  }
}
