// Requests that were right once: whatever is done to them, they have one reading.

import HTTP
import TestSupport
import Testing

struct MutationTests {
  private static let originals = MessageCase.all.filter { $0.events.last == "complete" }

  /// Bytes that mean something somewhere, so that mutants come near the grammar's edges.
  private static let telling = Array("\r\n\t \0:;,\"\\/?#@[]%+-*0159afgAFG.\u{7F}\u{E9}".utf8)

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `a mutant at once and byte by byte comes to the same end`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for number in 1...500 {
      let original = try #require(Self.originals.randomElement(using: &random))
      var mutant = original.request
      for _ in 0..<Int.random(in: 1...3, using: &random) { Self.mutate(&mutant, &random) }
      let atOnce = Conversation.atOnce(mutant, limits: original.limits)
      let byteByByte = Conversation.byteByByte(mutant, limits: original.limits)
      #expect(atOnce == byteByByte, "seed \(seed), mutant \(number): \(Notation.text(mutant))")
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `noise is refused or waited for, and never read in two ways`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for number in 1...200 {
      let noise = random.bytes(upTo: 80)
      let events = Conversation.atOnce(noise)
      #expect(events == Conversation.byteByByte(noise), "seed \(seed), noise \(number)")
      #expect(events.count == 1, "seed \(seed), noise \(number): \(Notation.text(noise))")
    }
  }

  private static func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    let at = Int.random(in: 0..<max(1, bytes.count), using: &random)
    let end = min(bytes.count, at + Int.random(in: 1...8, using: &random))
    let byte = telling.randomElement(using: &random) ?? 0
    switch Int.random(in: 0..<6, using: &random) {
    case 0 where at < bytes.count: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1 where at < bytes.count: bytes[at] = byte
    case 2: bytes.insert(byte, at: min(at, bytes.count))
    case 3: bytes.removeSubrange(min(at, end)..<end)
    case 4: bytes.insert(contentsOf: bytes[min(at, end)..<end], at: end)
    default: bytes.swapAt(min(at, end - 1), end - 1)
    }
  }
}
