// What the machine offers.

import CLinux
import Foundation

/// Facts about the machine that the program runs on.
package enum Machine {
  /// Processors that this process may use.
  package static var processors: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// Asks for all the descriptors that this process may have; how many that is.
  package static func raiseDescriptorLimit() -> Int {
    var limit = rlimit()
    unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    limit.rlim_cur = limit.rlim_max
    unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    return Int(clamping: limit.rlim_cur)
  }

  /// Where the program was started with standard input, output or error closed, opens them on
  /// nothing: else the first socket would take their number, and be written to.
  package static func openStandardDescriptors() {
    for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) < 0 {
      _ = unsafe open("/dev/null", O_RDWR)
    }
  }

  /// Has every large block go back to the system when it is freed. Left alone the C library keeps up
  /// to 64 MB of them for each thread once one has been freed: a server of long answers, each made by
  /// one thread and written by another, then holds twice what it uses. Loading is faster without.
  package static func returnLargeBlocks() { linux_return_blocks(1 << 20) }

  /// Gives memory that is free back to the system; worth it after much work that is over.
  package static func releaseFreeMemory() { linux_release_free_memory() }
}
