// Standard input, output and error as bytes, for commands that stand in a pipe.

import Foundation

package enum StandardStream {
  /// Reads what is there, and waits where nothing is; how many bytes, 0 at the end.
  package static func read(into buffer: inout [UInt8]) throws(SystemError) -> Int {
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe Foundation.read(STDIN_FILENO, bytes.baseAddress, bytes.count)
      }
      if count >= 0 { return count }
      if errno != EINTR { throw SystemError(call: "read", code: errno) }
    }
  }

  package enum End: Sendable {
    case output, error

    fileprivate var number: Int32 { self == .output ? STDOUT_FILENO : STDERR_FILENO }
  }

  /// Writes all of the bytes, and waits where nobody takes them.
  ///
  /// - Throws: `EPIPE` where nobody reads any more, if the process ignores the signal for it.
  package static func write(_ bytes: [UInt8], to end: End = .output) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { all in
        unsafe Foundation.write(
          end.number, all.baseAddress?.advanced(by: done), all.count - done)
      }
      if count >= 0 {
        done += count
      } else if errno == EAGAIN {
        // Whoever shares the stream has made it non-blocking.
        waitToWrite(end.number)
      } else if errno != EINTR {
        throw SystemError(call: "write", code: errno)
      }
    }
  }

  private static func waitToWrite(_ number: Int32) {
    var watched = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
    unsafe poll(&watched, 1, -1)
  }
}
