// What holds of every segment, checked by tests after each change.

import Extraction
import Platform

extension Segment {
  /// The first promise that does not hold, in words; nil when all do.
  ///
  /// - Complexity: O(reports × log reports + what was found in them).
  package func brokenInvariant() -> String? {
    let lengths = [
      columns.headlines.count, columns.sources.count, columns.authors.count, columns.urls.count,
      columns.languages.count, columns.published.count, columns.precisions.count,
      columns.textEnds.count, columns.foundLanguages.count, columns.annotationEnds.count,
      byID.count, newestFirst.count, oldestFirst.count,
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
    return brokenBlock(texts, columns.textEnds).map { "texts \($0)" }
      ?? brokenBlock(annotations, columns.annotationEnds).map { "annotations \($0)" }
      ?? rows.lazy.compactMap { self.brokenRecord($0) }.first
  }

  private func brokenBlock(_ block: MappedBlock, _ ends: [Int]) -> String? {
    if zip([0] + ends, ends).contains(where: { $0 > $1 }) { return "overlap" }
    return ends.last ?? 0 == block.count ? nil : "do not fill their block"
  }

  /// What is wrong with the annotations of a row.
  private func brokenRecord(_ row: Row) -> String? {
    var decoder = ReportView(segment: self, row: row).decoder
    let found = decoder.annotations()
    if !decoder.reader.isAtEnd { return "a record of annotations goes on behind its end" }
    if decoder.reader.farthestEnd > textRange(row).count { return "a fact stands behind its text" }
    let quotations = found.quotations.indices
    if found.control.contains(where: { $0.quotation.map { !quotations.contains($0) } ?? false }) {
      return "a claim names a quotation that is not there"
    }
    return nil
  }
}
