// Standard input and output as bytes, for commands that stand in a pipe.

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

  /// Writes all of the bytes.
  ///
  /// - Throws: `EPIPE` where nobody reads any more, if the process ignores the signal for it.
  package static func write(_ bytes: [UInt8]) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { all in
        unsafe Foundation.write(
          STDOUT_FILENO, all.baseAddress?.advanced(by: done), all.count - done)
      }
      if count >= 0 {
        done += count
      } else if errno != EINTR {
        throw SystemError(call: "write", code: errno)
      }
    }
  }
}
