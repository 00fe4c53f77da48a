// A fingerprint of things that have no order.

/// The sum of the digests of some things, modulo 2^128: the same in whatever order they came, and
/// whichever came and went meanwhile.
package struct DigestSum: Equatable, Sendable {
  private var high: UInt64 = 0
  private var low: UInt64 = 0

  package init() {}

  package mutating func add(_ digest: Digest) {
    let (sum, isOver) = low.addingReportingOverflow(digest.words.1)
    low = sum
    high = high &+ digest.words.0 &+ (isOver ? 1 : 0)
  }

  package mutating func add(_ other: DigestSum) {
    let (sum, isOver) = low.addingReportingOverflow(other.low)
    low = sum
    high = high &+ other.high &+ (isOver ? 1 : 0)
  }

  /// Takes out what was added before.
  package mutating func subtract(_ digest: Digest) {
    let (rest, isBelow) = low.subtractingReportingOverflow(digest.words.1)
    low = rest
    high = high &- digest.words.0 &- (isBelow ? 1 : 0)
  }
}

extension Digest {
  package mutating func combine(_ sum: DigestSum) {
    combine(sum.words.0)
    combine(sum.words.1)
  }
}

extension DigestSum {
  fileprivate var words: (UInt64, UInt64) { (high, low) }
}
