// Parts stay few, and reports are not written anew too often.

import TestSupport
import Testing

@testable import Reports

@Test(
  arguments: [
    ([], []),
    ([(9, 0), (1, 0)], []),
    // As many as are left alone, and one more.
    ([(30_000, 0), (1, 0), (1, 0), (1, 0), (1, 0), (1, 0), (1, 0), (1, 0)], []),
    (
      [(9, 0), (1, 0), (1, 0), (1, 0), (1, 0), (1, 0), (1, 0), (1, 0), (90, 0)],
      [1, 2, 3, 4, 5, 6, 7, 0]
    ),
    // A quarter is gone.
    ([(300, 99)], []),
    ([(300, 100)], [0]),
    ([(300, 100), (4, 0), (900, 0)], [1, 0]),
    ([(3, 1)], []),
  ] as [([(Int, Int)], [Int])])
func `parts of like size become one, and worn ones are written anew`(
  sizes: [(Int, Int)], expected: [Int]
) {
  let sizes = sizes.map { PartSize(left: $0.0, gone: $0.1) }
  #expect(MergePlan.next(sizes) == expected)
}

/// Single reports come to a large part, and some of it go.
@Test(arguments: [0, 128])
func `of many small edits few parts are left, and little is written`(limit: Int) {
  var random = SeededGenerator(seed: 5)
  var sizes = [PartSize(left: 30_000, gone: 0)]
  var (written, most) = (0, 0)
  for _ in 0..<3_000 {
    sizes.append(PartSize(left: 1, gone: 0))
    let index = Int.random(in: 0..<sizes.count, using: &random)
    if sizes[index].left > 1, Bool.random(using: &random) {
      sizes[index] = PartSize(left: sizes[index].left - 1, gone: sizes[index].gone + 1)
    }
    for limit in [limit, .max] {
      while true {
        let chosen = MergePlan.next(sizes, limit: limit)
        if chosen.isEmpty { break }
        let left = chosen.reduce(0) { $0 + sizes[$1].left }
        written += left
        sizes = sizes.indices.filter { !chosen.contains($0) }.map { sizes[$0] }
        sizes.append(PartSize(left: left, gone: 0))
      }
    }
    most = max(most, sizes.count)
  }
  #expect(most <= 12)
  #expect(written < 3_000 * 20, "\(written)")
}
