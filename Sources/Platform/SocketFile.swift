// A Unix-domain socket's place in the file system.

import Foundation

/// The file of a socket that was bound by us; it is removed when it is let go of, at the latest.
///
/// Two servers that start on one path in the same moment are not told apart: the second takes the
/// path, the first is not reached any more.
final class SocketFile: Sendable {
  /// Who may connect: whoever may write to it, the server's own user and group.
  private static let mode: mode_t = 0o660

  private let path: String
  private let device: dev_t
  private let number: ino_t
  private let isRemoved = Lock(false)

  /// Nobody can connect before the socket listens, so that the mode is set in time.
  init(binding socket: borrowing Descriptor, to address: SocketAddress) throws(SystemError) {
    let path = address.path
    try Self.makeRoom(address)
    try address.bind(socket.number)
    var status = stat()
    unsafe lstat(path, &status)
    self.path = path
    (device, number) = (status.st_dev, status.st_ino)
    try checked("chmod") { unsafe fchmodat(AT_FDCWD, path, Self.mode, AT_SYMLINK_NOFOLLOW) }
  }

  deinit { remove() }

  /// Once, and only as long as the path leads to it: whoever came after us keeps his own.
  func remove() {
    let wasRemoved = isRemoved.withLock { isRemoved in
      defer { isRemoved = true }
      return isRemoved
    }
    var status = stat()
    guard !wasRemoved, unsafe lstat(path, &status) == 0, status.st_dev == device,
      status.st_ino == number
    else { return }
    unsafe unlink(path)
  }

  /// Removes a socket at which nobody answers.
  ///
  /// - Throws: `EADDRINUSE` where somebody does, `EEXIST` where there is a file of another kind.
  private static func makeRoom(_ address: SocketAddress) throws(SystemError) {
    let path = address.path
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFSOCK else { throw SystemError(call: "bind", code: EEXIST) }
    let probe = try Descriptor.streamSocket(AF_UNIX)
    switch address.connect(probe.number) {
    case ECONNREFUSED: unsafe unlink(path)
    case 0, EAGAIN: throw SystemError(call: "bind", code: EADDRINUSE)
    case let code: throw SystemError(call: "connect", code: code)
    }
  }
}
