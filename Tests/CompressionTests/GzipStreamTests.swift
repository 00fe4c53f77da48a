// gzip made part by part.

import Compression
import TestSupport
import Testing

@Test(arguments: 1...8 as ClosedRange<UInt64>)
func `parts come to one member with all of them in it`(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let gzip = GzipStream()
  var plain: [UInt8] = []
  var compressed: [UInt8] = []
  let count = Int.random(in: 1...6, using: &random)
  for index in 0..<count {
    let range = UInt8(97)...(seed % 2 == 0 ? 99 : 255)
    let part = (0..<Int.random(in: 0...100_000, using: &random)).map { _ in
      UInt8.random(in: range, using: &random)
    }
    plain += part
    gzip.compress(part.span, isLast: index == count - 1, into: &compressed)
  }
  var gunzip = try Gunzip()
  var expanded: [UInt8] = []
  try gunzip.expand(compressed.span, into: &expanded)
  try gunzip.finish()
  #expect(expanded == plain)
}

@Test func `what was taken can be read at once`() throws {
  let gzip = GzipStream()
  var compressed: [UInt8] = []
  gzip.compress(Array("one line\n".utf8).span, isLast: false, into: &compressed)
  // An empty stored block ends what is flushed, RFC 1951 section 3.2.4.
  #expect(compressed.suffix(4) == [0, 0, 0xFF, 0xFF])
}
