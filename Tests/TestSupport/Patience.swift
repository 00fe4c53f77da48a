// How long tests wait.

import Foundation

/// Seconds after which a test no longer waits for what must come: more than the slowest machine
/// needs, so that only what does not come at all fails.
package let patience = 60.0

/// Waits until something holds; false where it does not in so many seconds.
package func comes(
  within seconds: Double = patience, _ holds: () throws -> Bool
) rethrows -> Bool {
  let end = Date() + seconds
  while Date() < end {
    if try holds() { return true }
    usleep(5_000)
  }
  return try holds()
}
