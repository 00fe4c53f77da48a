// Unix-domain sockets of other programs, for tests.

import Foundation

extension sockaddr_un {
  /// A path, cut where it is too long.
  package init(path: String) {
    self.init()
    sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &sun_path) { room in
      unsafe room.copyBytes(from: path.utf8.prefix(room.count - 1))
    }
  }
}

/// A socket that is bound to a path; nobody answers at it unless it listens.
package final class LocalSocket {
  package let number: Int32

  /// - Parameter isDatagram: whether it takes datagrams, at once, without listening.
  package init(bound path: String, isDatagram: Bool = false) {
    let type = isDatagram ? SOCK_DGRAM : SOCK_STREAM
    number = socket(AF_UNIX, Int32(type.rawValue), 0)
    var wait = timeval(tv_sec: Int(patience), tv_usec: 0)
    unsafe setsockopt(
      number, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
    unsafe withUnsafePointer(to: sockaddr_un(path: path)) {
      let pointer = unsafe UnsafeRawPointer($0).assumingMemoryBound(to: sockaddr.self)
      _ = unsafe bind(number, pointer, socklen_t(MemoryLayout<sockaddr_un>.size))
    }
  }

  deinit { close(number) }

  /// The next datagram, awaited; nil where none comes.
  package func receive() -> String? {
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = unsafe recv(number, &buffer, buffer.count, 0)
    return count < 0 ? nil : String(decoding: buffer[..<count], as: UTF8.self)
  }
}
