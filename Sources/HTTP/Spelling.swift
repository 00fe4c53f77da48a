// Finds the name that somebody meant.

/// Nearest names for messages about unknown ones.
package enum Spelling {
  /// The candidate with the fewest edits to `name`, if a typing mistake explains the difference:
  /// at most a third of its letters, and at least one may differ.
  ///
  /// - Complexity: O(candidates × length²); empty names and those longer than 64 bytes have no
  ///   neighbour.
  package static func nearest(to name: String, among candidates: [String]) -> String? {
    guard 1...64 ~= name.utf8.count else { return nil }
    let ranked = candidates.map { ($0, distance(name.lowercased(), $0.lowercased())) }
    guard let best = ranked.min(by: { $0.1 < $1.1 }) else { return nil }
    return best.1 <= max(1, max(name.utf8.count, best.0.utf8.count) / 3) ? best.0 : nil
  }

  /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
  static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, byte) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        let replaced = last[column] + (byte == other ? 0 : 1)
        var best = min(replaced, last[column + 1] + 1, current[column] + 1)
        let isSwap =
          row > 0 && column > 0 && byte == right[column - 1] && left[row - 1] == other
        if isSwap { best = min(best, beforeLast[column - 1] + 1) }
        current.append(best)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
