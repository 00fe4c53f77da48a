// What holds of every segment, checked by tests after each change.

import Extraction

extension Segment {
  /// The first promise that does not hold, in words; nil when all do.
  ///
  /// - Complexity: O(reports × log reports + what was found in them).
  package func brokenInvariant() -> String? {
    let lengths = [
      columns.headlines.count, columns.sources.count, columns.authors.count, columns.urls.count,
      columns.languages.count, columns.published.count, columns.precisions.count,
      columns.foundLanguages.count, columns.remarks.rowCount, columns.digests.count,
      columns.numbers.count, byID.count,
      texts.count, annotations.count, namings.namings.rowCount, words.reportCount,
    ]
    if lengths.contains(where: { $0 != count }) { return "columns differ in length" }
    let rows = Array(0..<Row(count))
    for order in [byID, columns.numbers] where order.sorted() != rows {
      return "an order does not hold each row once"
    }
    for (left, right) in zip(byID, byID.dropFirst())
    where !idBytes(left).lexicographicallyPrecedes(idBytes(right)) {
      return "ids are not in order, or one stands twice"
    }
    for (left, right) in zip(rows, rows.dropFirst())
    where !ReportOrder.newestFirst.precedes(key(of: left), key(of: right)) {
      return "rows do not stand newest first"
    }
    return brokenBlock(texts).map { "texts \($0)" }
      ?? brokenBlock(annotations).map { "annotations \($0)" }
      ?? rows.lazy.compactMap { self.brokenRecord($0) }.first
      ?? brokenNaming() ?? brokenQuotations() ?? brokenDays()
      ?? words.brokenInvariant().map { "words: \($0)" }
  }

  private func brokenBlock(_ block: RecordBlock) -> String? {
    if zip([0] + block.ends, block.ends).contains(where: { $0 > $1 }) { return "overlap" }
    return block.ends.last ?? 0 == block.byteCount ? nil : "do not fill their block"
  }

  private func brokenNaming() -> String? {
    for (row, naming) in namings.namings.pairs
    where !namings.reports[Int(naming.locality)].contains(row) {
      return "a locality does not know a report that names it"
    }
    let listed = (0..<namings.count).reduce(0) { $0 + namings.reports.count($1) }
    if listed != namings.namings.elements.count {
      return "a locality knows more reports than name it"
    }
    for (number, place) in namings.places.enumerated()
    where namings.number(of: place) != UInt32(number) {
      return "a place does not find its locality"
    }
    let counts = namings.tallies.map(\.reports)
    return zip(counts, counts.dropFirst()).contains { $0 < $1 }
      ? "localities are not in the order of their reports" : nil
  }

  private func brokenQuotations() -> String? {
    let found = (0..<Row(count)).map { ReportView(segment: self, row: $0).annotations.quotations }
    return quotations.brokenInvariant(found, strings).map { "quotations: \($0)" }
  }

  private func brokenDays() -> String? {
    let named = (0..<Row(count)).map { row in
      let report = ReportView(segment: self, row: row)
      return DayStretch.all(in: report.annotations.dates, published: report.published)
    }
    return days.brokenInvariant(named).map { "days: \($0)" }
  }

  /// What is wrong with the annotations of a row.
  private func brokenRecord(_ row: Row) -> String? {
    var decoder = ReportView(segment: self, row: row).decoder
    let found = decoder.annotations()
    if !decoder.reader.isAtEnd { return "a record of annotations goes on behind its end" }
    if decoder.reader.farthestEnd > texts.length(columns.numbers[Int(row)]) {
      return "a fact stands behind its text"
    }
    let report = ReportView(segment: self, row: row)
    if report.digest != report.entry.digest { return "a digest is that of another report" }
    let quotations = found.quotations.indices
    if found.control.contains(where: { $0.quotation.map { !quotations.contains($0) } ?? false }) {
      return "a claim names a quotation that is not there"
    }
    return nil
  }
}
