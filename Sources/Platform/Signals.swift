// Signals are waited for by one thread, never handled in the middle of another's work.

import Foundation

/// The signals that stop the program.
package enum Signals {
  /// Keeps SIGPIPE from ending the process: writing to nobody is an error like others.
  package static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  /// Keeps SIGTERM and SIGINT for `waitForStop`.
  ///
  /// Call it before the first thread starts: threads inherit the mask.
  package static func holdBack() {
    var set = stopping
    unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Waits for SIGTERM or SIGINT; which one it was.
  package static func waitForStop() -> Int32 {
    var set = stopping
    var received: Int32 = 0
    while unsafe sigwait(&set, &received) != 0 {}
    return received
  }

  private static var stopping: sigset_t {
    var set = sigset_t()
    unsafe sigemptyset(&set)
    unsafe sigaddset(&set, SIGTERM)
    unsafe sigaddset(&set, SIGINT)
    return set
  }
}
