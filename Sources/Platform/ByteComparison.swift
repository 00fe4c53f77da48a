// Comparing bytes as fast as the C library does.

import Foundation

extension Span where Element == UInt8 {
  /// Whether these bytes begin with others.
  package func starts(with prefix: [UInt8]) -> Bool {
    starts(with: prefix, 0..<prefix.count)
  }

  /// Whether these bytes begin with a part of others.
  package func starts(with bytes: [UInt8], _ part: Range<Int>) -> Bool {
    guard count >= part.count else { return false }
    return unsafe withUnsafeBytes { own in
      unsafe bytes.withUnsafeBytes { other in
        let wanted = unsafe UnsafeRawBufferPointer(rebasing: other[part])
        guard let start = own.baseAddress, let first = wanted.baseAddress else { return true }
        // SAFETY: both hold at least `part.count` bytes.
        return unsafe memcmp(start, first, part.count) == 0
      }
    }
  }
}
