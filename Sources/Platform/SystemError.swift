// The one place that reads errno.

import Foundation

/// A system call that failed: what was tried, and why it did not work.
package struct SystemError: Error, Equatable, CustomStringConvertible {
  package let call: String
  package let code: Int32

  package init(call: String, code: Int32) {
    self.call = call
    self.code = code
  }

  /// "bind: Address already in use"
  package var description: String { "\(call): \(reason)" }

  /// The system's own words for the code.
  package var reason: String { unsafe String(cString: strerror(code)) }

  package var isNoSuchFile: Bool { code == ENOENT }

  package static let addressInUse = EADDRINUSE
  package static let brokenPipe = EPIPE
}

/// What a call on a non-blocking descriptor came to.
package enum IOResult: Equatable, Sendable {
  /// So many bytes moved, or a descriptor number.
  case done(Int)
  /// Nothing to do now; the poller will tell.
  case wouldBlock
  /// The peer is gone, or the descriptor is.
  case failed(Int32)
}

/// Runs a call until it is not interrupted, and names it when it fails.
@discardableResult
func checked(_ name: String, _ call: () -> Int32) throws(SystemError) -> Int32 {
  while true {
    let result = call()
    if result >= 0 { return result }
    if errno != EINTR { throw SystemError(call: name, code: errno) }
  }
}

/// Runs a call on a non-blocking descriptor; "would block" is a value, not an error.
func nonBlocking(_ call: () -> Int) -> IOResult {
  while true {
    let result = call()
    if result >= 0 { return .done(result) }
    switch errno {
    case EINTR: continue
    case EAGAIN, EWOULDBLOCK: return .wouldBlock
    default: return .failed(errno)
    }
  }
}
