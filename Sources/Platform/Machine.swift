// What the machine offers.

import CLinux
import Foundation

/// Facts about the machine that the program runs on.
package enum Machine {
  /// Processors that this process may use.
  package static var processors: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// Gives memory that is free back to the system; worth it after much work that is over.
  package static func releaseFreeMemory() { linux_release_free_memory() }
}
