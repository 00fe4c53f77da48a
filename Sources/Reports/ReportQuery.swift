// What is asked of the reports, and the page that answers it.

package import Dates

/// A list of reports as it is asked for.
package struct ReportQuery: Sendable {
  /// Reports published within; one known to the day counts with that day's first second, UTC.
  package var published: Period?
  package var order = ReportOrder.newestFirst
  /// The last report of the page before.
  package var after: ReportKey?
  package var limit = 50

  package init() {}
}

/// Some rows of the answer to a query.
package struct ReportPage: Sendable {
  package let reports: [ReportView]
  /// Reports that match, on all pages together.
  package let matched: Int
  /// Where the next page begins; nil on the last.
  package let next: ReportKey?
}

extension Segment {
  /// The page of a query.
  ///
  /// A page begins behind its cursor's key, not at a number of rows, so that no report is lost or
  /// repeated when others come or go between two pages.
  ///
  /// - Complexity: O(log reports + limit).
  package func page(_ query: ReportQuery) -> ReportPage {
    let rows = rows(in: query.order)
    let matching = matchingRange(query, rows)
    var start = matching.lowerBound
    if let after = query.after {
      let behind = rows.partitioningIndex { query.order.precedes(after, key(of: $0)) }
      start = min(max(start, behind), matching.upperBound)
    }
    let end = min(start + query.limit, matching.upperBound)
    let isLast = end == matching.upperBound || end == start
    return ReportPage(
      reports: rows[start..<end].map { ReportView(segment: self, row: $0) },
      matched: matching.count, next: isLast ? nil : key(of: rows[end - 1]))
  }

  /// Rows are sorted by time, so the ones of a period stand together.
  private func matchingRange(_ query: ReportQuery, _ rows: [Row]) -> Range<Int> {
    guard let period = query.published else { return rows.indices }
    let dated = rows[..<rows.partitioningIndex { columns.published[Int($0)] == Self.undated }]
    let isNewestFirst = query.order == .newestFirst
    let early = dated.partitioningIndex { row in
      let second = columns.published[Int(row)]
      return isNewestFirst ? second < period.end ?? .max : second >= period.start ?? .min
    }
    let late = dated.partitioningIndex { row in
      let second = columns.published[Int(row)]
      return isNewestFirst ? second < period.start ?? .min : second >= period.end ?? .max
    }
    return early..<max(early, late)
  }
}
