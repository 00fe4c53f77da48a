// Large byte blocks outside the heap, grown without copying.

import CLinux
import Foundation

/// Bytes in one mapped block that only grows; the system moves its pages, nobody copies them.
///
/// `@unchecked Sendable`: one writer fills it before it is shared; from then on it is only read.
@safe
package final class MappedBlock: @unchecked Sendable {
  private var base: UnsafeMutableRawPointer
  private var capacity: Int
  package private(set) var count = 0

  /// An empty block. Traps when the system has no memory left, as the heap does.
  package init(reserving bytes: Int = 1 << 16) {
    capacity = max(4096, bytes)
    guard let block = unsafe linux_map_anonymous(capacity) else { fatalError("out of memory") }
    unsafe base = block
  }

  deinit { unsafe munmap(base, capacity) }

  /// Hands out the bytes of a range, for the length of the call.
  package func withBytes<Result>(_ range: Range<Int>, _ body: (Span<UInt8>) -> Result) -> Result {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "outside the block")
    // SAFETY: the range lies inside the block, which lives as long as `self`.
    let bytes = unsafe UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count)
    return unsafe bytes.withMemoryRebound(to: UInt8.self) { unsafe body($0.span) }
  }

  /// Adds bytes at the end; where they stand.
  ///
  /// - Complexity: O(added bytes), amortised; growing moves pages, not bytes.
  package func append(_ added: Span<UInt8>) -> Range<Int> {
    grow(to: count + added.count)
    unsafe added.withUnsafeBytes { source in
      guard let start = source.baseAddress else { return }
      unsafe base.advanced(by: count).copyMemory(from: start, byteCount: source.count)
    }
    defer { count += added.count }
    return count..<(count + added.count)
  }

  private func grow(to needed: Int) {
    guard needed > capacity else { return }
    let larger = max(needed, capacity * 2)
    guard let moved = unsafe linux_remap(base, capacity, larger) else {
      fatalError("out of memory")
    }
    unsafe base = moved
    capacity = larger
  }
}
