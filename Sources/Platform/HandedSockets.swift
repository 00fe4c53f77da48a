// Sockets that whoever started the program opened for it.

import Foundation

/// Socket activation as systemd does it, sd_listen_fds(3): `LISTEN_FDS` descriptors from 3 on, meant
/// for the process `LISTEN_PID`.
package enum HandedSockets {
  /// The listening sockets; none where the environment names none, or names another process.
  ///
  /// - Throws: where a descriptor is no listening stream socket.
  package static func take(
    _ environment: [String: String], from first: Int32 = 3, for purpose: Listener.Purpose = .plain
  ) throws(SystemError) -> [Listener] {
    guard environment["LISTEN_PID"] == String(getpid()),
      let count = environment["LISTEN_FDS"].flatMap({ Int32($0) }), 1...mostSockets ~= count
    else { return [] }
    var listeners: [Listener] = []
    for number in first..<(first + count) { listeners.append(try listener(number, purpose)) }
    return listeners
  }

  private static let mostSockets: Int32 = 64

  private static func listener(
    _ number: Int32, _ purpose: Listener.Purpose
  ) throws(SystemError) -> Listener {
    let name = "descriptor \(number) that was handed over"
    let isListening = try option(SO_ACCEPTCONN, of: number, name) == 1
    let isStream = try option(SO_TYPE, of: number, name) == Int32(SOCK_STREAM.rawValue)
    guard isListening, isStream else { throw SystemError(call: name, code: EINVAL) }
    try checked(name) { fcntl(number, F_SETFD, FD_CLOEXEC) }
    let flags = try checked(name) { fcntl(number, F_GETFL) }
    try checked(name) { fcntl(number, F_SETFL, flags | O_NONBLOCK) }
    return try Listener(handed: Descriptor(number), for: purpose)
  }

  private static func option(
    _ option: Int32, of number: Int32, _ name: String
  ) throws(SystemError) -> Int32 {
    var value: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    try checked(name) { unsafe getsockopt(number, SOL_SOCKET, option, &value, &size) }
    return value
  }
}
