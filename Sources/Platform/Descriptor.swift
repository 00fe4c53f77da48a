// A file descriptor that is closed exactly once.

import CLinux
import Foundation

/// Owns one open file descriptor and closes it when it goes.
package struct Descriptor: ~Copyable {
  /// The number that the system calls want; never to be kept.
  package let number: Int32

  init(_ number: Int32) { self.number = number }

  deinit { if number >= 0 { close(number) } }

  /// A descriptor that reads nothing and takes everything; not open where the system has none left.
  package static func null() -> Descriptor {
    Descriptor(unsafe open("/dev/null", O_RDWR | O_CLOEXEC))
  }

  package var isOpen: Bool { number >= 0 }

  /// Reads what is there, at most the buffer's size; 0 bytes means that the peer has finished.
  package func read(into buffer: inout [UInt8]) -> IOResult {
    let number = number
    return unsafe buffer.withUnsafeMutableBytes { bytes in
      nonBlocking { unsafe recv(number, bytes.baseAddress, bytes.count, 0) }
    }
  }

  /// Writes as much of `bytes[range]` as the socket takes.
  package func write(_ bytes: [UInt8], _ range: Range<Int>) -> IOResult {
    let number = number
    return unsafe bytes.withUnsafeBytes { all in
      let part = unsafe UnsafeRawBufferPointer(rebasing: all[range])
      return nonBlocking {
        unsafe send(number, part.baseAddress, part.count, Int32(MSG_NOSIGNAL))
      }
    }
  }

  /// Bytes written that the peer has not yet acknowledged.
  package var unacknowledged: Int { Int(max(0, linux_unacknowledged(number))) }

  /// Tells the peer that nothing more comes; reading goes on.
  package func finishWriting() { shutdown(number, Int32(SHUT_WR)) }
}
