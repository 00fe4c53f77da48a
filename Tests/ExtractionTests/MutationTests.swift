// Articles that were right once: whatever is done to them, what is found keeps its promises.

import Extraction
import Foundation
import Gazetteer
import TestSupport
import Testing

struct MutationTests {
  @Test func `there are samples to change`() { #expect(SampleTexts.all.count >= 17) }

  @Test(arguments: SampleTexts.all)
  func `what is found in a sample keeps its promises`(_ text: [UInt8]) throws {
    #expect(Extraction.annotate(text, gazetteer: try shippedGazetteer()).faults(in: text) == [])
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `a mutant keeps its promises, and is read in one way`(_ seed: UInt64) throws {
    let gazetteer = try shippedGazetteer()
    var random = SeededGenerator(seed: seed)
    for number in 1...40 {
      let mutant = Self.mutant(&random)
      let found = Extraction.annotate(mutant, gazetteer: gazetteer)
      let name: Comment =
        "seed \(seed), mutant \(number): \(String(decoding: mutant, as: UTF8.self))"
      #expect(found.faults(in: mutant) == [], name)
      #expect(found == Extraction.annotate(mutant, gazetteer: gazetteer), name)
    }
  }

  /// Part of a sample with a few changes, now and then spliced with part of another.
  private static func mutant(_ random: inout SeededGenerator) -> [UInt8] {
    var bytes = piece(&random)
    if Bool.random(using: &random) { bytes += piece(&random) }
    for _ in 0..<Int.random(in: 1...12, using: &random) { mutate(&bytes, &random) }
    return bytes
  }

  private static func piece(_ random: inout SeededGenerator) -> [UInt8] {
    let text = SampleTexts.all.randomElement(using: &random) ?? []
    let start = Int.random(in: 0...text.count, using: &random)
    return Array(text[start..<min(text.count, start + .random(in: 0...600, using: &random))])
  }

  private static func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    let at = Int.random(in: 0..<bytes.count, using: &random)
    let end = min(bytes.count, at + .random(in: 1...40, using: &random))
    switch Int.random(in: 0..<7, using: &random) {
    case 0: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1: bytes.removeSubrange(at..<end)
    case 2: bytes.insert(contentsOf: bytes[at..<end], at: .random(in: 0...at, using: &random))
    case 3: bytes.replaceSubrange(at..<end, with: bytes[at..<end].reversed())
    default: bytes.insert(contentsOf: SampleTexts.telling(&random), at: at)
    }
  }
}
