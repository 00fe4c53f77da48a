// Which parts of a snapshot should become one.

/// How many reports of a part are left, and how many are gone.
package struct PartSize: Equatable, Sendable {
  package let left: Int
  package let gone: Int

  package init(left: Int, gone: Int) {
    self.left = left
    self.gone = gone
  }
}

/// Few parts without much work: parts become one with those that are about as large, so that a report
/// is written anew about as often as the store can double; a large part alone only for what is gone
/// from it.
package enum MergePlan {
  /// So many parts are left alone.
  package static let parts = 8

  /// The parts that should become one, by their indices, the smallest first; none where all is well.
  ///
  /// - Parameter limit: no more reports than this are to be written.
  package static func next(_ sizes: [PartSize], limit: Int = .max) -> [Int] {
    let sorted = sizes.indices.sorted { sizes[$0].left < sizes[$1].left }
    if let worn = sorted.lastIndex(where: { sizes[$0].isWorn }) {
      let chosen = Array(sorted[...worn])
      if chosen.reduce(0, { $0 + sizes[$1].left }) <= limit { return chosen }
    }
    return sizes.count > parts ? ofLikeSize(sorted, sizes, limit) : []
  }

  /// As many of the smallest as go together: none is more than twice as large as all smaller ones.
  private static func ofLikeSize(_ sorted: [Int], _ sizes: [PartSize], _ limit: Int) -> [Int] {
    var (count, reports, sum) = (0, 0, 0)
    for (index, part) in sorted.enumerated() {
      let left = sizes[part].left
      sum += left
      if sum > limit { break }
      if index > 0, left <= 2 * reports { count = index + 1 }
      reports = sum
    }
    return count > 1 ? Array(sorted[..<count]) : []
  }
}

extension PartSize {
  /// Whether a quarter is gone, and that is worth a thought.
  fileprivate var isWorn: Bool { gone >= 16 && gone * 3 >= left }
}
