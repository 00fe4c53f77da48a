// Comparing bytes, beside the obvious way.

import TestSupport
import Testing

@testable import Platform

@Test(arguments: 1...50)
func `bytes are compared as arrays are`(seed: UInt64) {
  var random = SeededGenerator(seed: seed)
  for _ in 0..<200 {
    let all = (0..<Int.random(in: 0...6, using: &random)).map { _ in
      UInt8.random(in: 0...1, using: &random)
    }
    let other = (0..<Int.random(in: 0...6, using: &random)).map { _ in
      UInt8.random(in: 0...1, using: &random)
    }
    let start = Int.random(in: 0...other.count, using: &random)
    #expect(all.span.starts(with: other) == all.starts(with: other), "seed \(seed)")
    #expect(
      all.span.starts(with: other, start..<other.count) == all.starts(with: other[start...]),
      "seed \(seed)")
  }
}
