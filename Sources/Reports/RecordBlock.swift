// Byte strings by number, in one mapped block.

import Platform

/// Records one after another, numbered as they were added; eight bytes a record beside its own.
struct RecordBlock: Sendable {
  private let block = MappedBlock()
  private(set) var ends: [Int] = []

  var count: Int { ends.count }
  var byteCount: Int { block.count }

  mutating func append(_ record: [UInt8]) { ends.append(block.append(record.span).upperBound) }

  /// The same records in another order: `order[0]` comes first.
  func reordered(_ order: [UInt32]) -> RecordBlock {
    var sorted = RecordBlock()
    sorted.ends.reserveCapacity(order.count)
    for number in order {
      withBytes(number) { bytes in sorted.ends.append(sorted.block.append(bytes).upperBound) }
    }
    return sorted
  }

  func length(_ number: UInt32) -> Int { range(number).count }

  /// Hands out the bytes of a record, for the length of the call.
  func withBytes<Result>(_ number: UInt32, _ body: (Span<UInt8>) -> Result) -> Result {
    block.withBytes(range(number), body)
  }

  private func range(_ number: UInt32) -> Range<Int> {
    (number == 0 ? 0 : ends[Int(number) - 1])..<ends[Int(number)]
  }
}
