// Signals are waited for by one thread, never handled in the middle of another's work.

import Foundation

/// What the program is told by a signal.
package enum Signal: Equatable {
  /// SIGTERM or SIGINT, by its number.
  case stop(Int32)
  /// SIGHUP: look again at what was read at the start.
  case reload
}

/// The signals that the program waits for.
package enum Signals {
  /// Keeps SIGPIPE from ending the process: writing to nobody is an error like others.
  package static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  /// Keeps SIGTERM, SIGINT and SIGHUP for `next`.
  ///
  /// Call it before the first thread starts: threads inherit the mask.
  package static func holdBack() {
    var set = awaited
    unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Waits for the next of them.
  package static func next() -> Signal {
    var set = awaited
    var received: Int32 = 0
    while unsafe sigwait(&set, &received) != 0 {}
    return received == SIGHUP ? .reload : .stop(received)
  }

  private static var awaited: sigset_t {
    var set = sigset_t()
    unsafe sigemptyset(&set)
    for number in [SIGTERM, SIGINT, SIGHUP] { unsafe sigaddset(&set, number) }
    return set
  }
}
