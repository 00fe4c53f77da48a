// A checksum sees every small damage.

import TestSupport
import Testing

@testable import Gazetteer

@Test(arguments: [0, 1, 7, 8, 31, 32, 33, 63, 64, 100])
func `every flipped bit changes the sum`(count: Int) {
  var random = SeededGenerator(seed: UInt64(count))
  var bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
  let sum = Checksum.of(bytes.span)
  for index in bytes.indices {
    for bit in 0..<8 {
      bytes[index] ^= 1 << UInt8(bit)
      #expect(Checksum.of(bytes.span) != sum, "seed \(count), byte \(index), bit \(bit)")
      bytes[index] ^= 1 << UInt8(bit)
    }
  }
  #expect(Checksum.of(bytes.span) == sum)
}

@Test func `zeros are told by their number`() {
  let sums = (0..<200).map { Checksum.of([UInt8](repeating: 0, count: $0).span) }
  #expect(Set(sums).count == 200)
}

@Test func `words that have changed places are seen`() {
  let bytes = (0..<96).map { UInt8($0) }
  let sum = Checksum.of(bytes.span)
  for first in stride(from: 0, to: 96, by: 8) {
    for second in stride(from: first + 8, to: 96, by: 8) {
      var moved = bytes
      for offset in 0..<8 { moved.swapAt(first + offset, second + offset) }
      #expect(Checksum.of(moved.span) != sum, "\(first) and \(second)")
    }
  }
}
