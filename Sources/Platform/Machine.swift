// What the machine offers.

import Foundation

/// Facts about the machine that the program runs on.
package enum Machine {
  /// Processors that this process may use.
  package static var processors: Int { ProcessInfo.processInfo.activeProcessorCount }
}
