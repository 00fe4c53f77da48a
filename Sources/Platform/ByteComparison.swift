// Comparing bytes as fast as the C library does.

import Foundation

extension Span where Element == UInt8 {
  /// Whether these bytes begin with others.
  package func starts(with prefix: [UInt8]) -> Bool {
    guard count >= prefix.count else { return false }
    return unsafe withUnsafeBytes { bytes in
      unsafe prefix.withUnsafeBytes { other in
        // SAFETY: both hold at least `prefix.count` bytes.
        unsafe prefix.isEmpty || memcmp(bytes.baseAddress!, other.baseAddress!, other.count) == 0
      }
    }
  }
}
