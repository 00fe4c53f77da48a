// The days that reports' texts name, and which reports name a day of some stretch.

import Dates

extension Grouped<DayStretch> {
  /// Bytes that it takes.
  var byteCount: Int { elements.count * 8 + rowCount * 4 }

  /// The rows that have a stretch with a day in common with a period.
  ///
  /// - Complexity: O(rows + stretches).
  func rows(touching period: Period) -> RowList {
    let asked = DayStretch(period)
    return rows { $0.touches(asked) }
  }

  /// The first promise that does not hold, in words; nil when all do.
  ///
  /// - Parameter named: the stretches of each row, as its record has them.
  func brokenInvariant(_ named: [[DayStretch]]) -> String? {
    if rowCount != named.count { return "there are those of more or fewer reports" }
    for (row, stretches) in named.enumerated() {
      let held = self[UInt32(row)]
      if Array(held) != stretches { return "a report names other days" }
      if held.contains(where: { $0.first > $0.last }) { return "a stretch ends before it begins" }
      if zip(held, held.dropFirst()).contains(where: { Int64($0.last) + 1 >= $1.first }) {
        return "stretches are not in order, or touch"
      }
    }
    return nil
  }
}
