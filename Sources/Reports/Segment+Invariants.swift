// What holds of every segment, checked by tests after each change.

import Platform

extension Segment {
  /// The first promise that does not hold, in words; nil when all do.
  ///
  /// - Complexity: O(reports × log reports).
  package func brokenInvariant() -> String? {
    let lengths = [
      columns.headlines.count, columns.sources.count, columns.authors.count, columns.urls.count,
      columns.languages.count, columns.published.count, columns.precisions.count,
      columns.textEnds.count, byID.count, newestFirst.count, oldestFirst.count,
    ]
    if lengths.contains(where: { $0 != count }) { return "columns differ in length" }
    let rows = Array(0..<Row(count))
    for order in [byID, newestFirst, oldestFirst] where order.sorted() != rows {
      return "an order does not hold each row once"
    }
    for (left, right) in zip(byID, byID.dropFirst())
    where !idBytes(left).lexicographicallyPrecedes(idBytes(right)) {
      return "ids are not in order, or one stands twice"
    }
    for order in ReportOrder.allCases {
      let sorted = self.rows(in: order)
      for (left, right) in zip(sorted, sorted.dropFirst())
      where !order.precedes(key(of: left), key(of: right)) {
        return "rows are not in the order \(order)"
      }
    }
    if zip([0] + columns.textEnds, columns.textEnds).contains(where: { $0 > $1 }) {
      return "texts overlap"
    }
    if columns.textEnds.last ?? 0 != texts.count { return "texts do not fill their block" }
    return nil
  }
}
