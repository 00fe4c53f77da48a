// New sockets.

import Foundation

extension Descriptor {
  /// A non-blocking socket for streams.
  static func streamSocket(_ family: Int32) throws(SystemError) -> Descriptor {
    try socket(family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue))
  }

  /// A socket for datagrams to processes of this machine, whose calls wait.
  static func localDatagramSocket() throws(SystemError) -> Descriptor {
    try socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue))
  }

  private static func socket(_ family: Int32, _ type: Int32) throws(SystemError) -> Descriptor {
    let type = type | Int32(SOCK_CLOEXEC.rawValue)
    return Descriptor(try checked("socket") { Foundation.socket(family, type, 0) })
  }
}
