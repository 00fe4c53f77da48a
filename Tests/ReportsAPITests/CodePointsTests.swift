// Positions in code points are those that the standard library counts.

import ReportsAPI
import TestSupport
import Testing

@Test(arguments: 1...30 as ClosedRange<UInt64>)
func `every offset has the code points ahead of it`(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  // Later seeds write fewer letters beyond ASCII, so that whole blocks have none.
  let letters: [Unicode.Scalar] = ["é", "ж", "—", "ل", "😀"]
  var scalars = String.UnicodeScalarView()
  for _ in 0..<Int.random(in: 0...300, using: &random) {
    let isPlain = UInt64.random(in: 0..<30, using: &random) < seed
    scalars.append(isPlain ? "a" : try #require(letters.randomElement(using: &random)))
  }
  let points = CodePoints(Array(String(scalars).utf8))
  var offset = 0
  for (index, scalar) in scalars.enumerated() {
    #expect(points[offset] == index)
    offset += UTF8.width(scalar)
  }
  #expect(points[offset] == scalars.count)
}
