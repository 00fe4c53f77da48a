// From the order in which reports came to the order of rows.

extension Segment.Columns {
  /// The numbers of all reports in the order of their rows: newest first, undated ones last, ids
  /// decide among equals.
  func newestFirst(_ strings: StringTable) -> [UInt32] {
    (0..<UInt32(ids.count)).sorted { left, right in
      let (a, b) = (Int(left), Int(right))
      let ranks = (rank(a), rank(b))
      return ranks.0 == ranks.1 ? strings.precedes(ids[a], ids[b]) : ranks.0 < ranks.1
    }
  }

  private func rank(_ number: Int) -> Int64 { ReportOrder.newestFirst.rank(published[number]) }

  /// The columns as rows have them, where `order[row]` is the number of a row's report.
  func reordered(_ order: [UInt32]) -> Segment.Columns {
    func sort<Element>(_ column: [Element]) -> [Element] { order.map { column[Int($0)] } }
    var sorted = Segment.Columns()
    sorted.ids = sort(ids)
    sorted.headlines = sort(headlines)
    sorted.sources = sort(sources)
    sorted.authors = sort(authors)
    sorted.urls = sort(urls)
    sorted.languages = sort(languages)
    sorted.published = sort(published)
    sorted.precisions = sort(precisions)
    sorted.foundLanguages = sort(foundLanguages)
    sorted.remarks = remarks.reordered(order)
    sorted.digests = sort(digests)
    sorted.numbers = order
    return sorted
  }
}
