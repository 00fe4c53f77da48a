// The buckets into which durations are counted.

/// Durations by bucket, 10 microseconds to 10 seconds: an answer from the cache takes some tens of
/// microseconds, the longest job some seconds.
package enum DurationScale {
  /// Upper bounds in nanoseconds, inclusive as Prometheus' `le` is.
  package static let bounds: [Int] = [
    10_000, 25_000, 50_000, 100_000, 250_000, 500_000,
    1_000_000, 2_500_000, 5_000_000, 10_000_000, 25_000_000, 50_000_000,
    100_000_000, 250_000_000, 500_000_000,
    1_000_000_000, 2_500_000_000, 5_000_000_000, 10_000_000_000,
  ]

  /// The bucket of a duration; the one behind the last bound takes what is longer.
  ///
  /// - Parameter bounds: the bounds above; who asks for every request keeps them at hand.
  @inlinable
  package static func bucket(of nanoseconds: Int, in bounds: [Int] = Self.bounds) -> Int {
    var bucket = 0
    while bucket < bounds.count, nanoseconds > bounds[bucket] { bucket += 1 }
    return bucket
  }
}

/// How many durations fell into each bucket, and their sum.
package struct DurationCounts: Sendable {
  package let labels: [Metric.Label]
  /// One more than there are bounds.
  package let buckets: [Int]
  package let nanoseconds: Int

  package init(labels: [Metric.Label] = [], buckets: [Int], nanoseconds: Int) {
    self.labels = labels
    self.buckets = buckets
    self.nanoseconds = nanoseconds
  }
}
