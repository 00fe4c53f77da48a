// A byte among bytes, as fast as the C library finds it.

import Foundation

package enum ByteSearch {
  /// The first index, from one on, of a byte; nil where it does not come.
  ///
  /// - Complexity: O(bytes), many of them at a time.
  package static func firstIndex(of byte: UInt8, in bytes: Span<UInt8>, from start: Int) -> Int? {
    unsafe bytes.withUnsafeBufferPointer { buffer -> Int? in
      guard start < buffer.count, let base = buffer.baseAddress else { return nil }
      // SAFETY: the bytes from `start` to the end lie inside the buffer.
      let found = unsafe memchr(base + start, Int32(byte), buffer.count - start)
      guard let found = unsafe found else { return nil }
      return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }
}
