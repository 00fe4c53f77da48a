// The orders of lists of reports.

/// How a list of reports is sorted. Reports without a date come last in both, and the id decides
/// among equals, so that every order is total.
package enum ReportOrder: String, Sendable, CaseIterable {
  case newestFirst = "-published"
  case oldestFirst = "published"

  /// A number that sorts upwards.
  func rank(_ published: Int64) -> Int64 {
    if published == Segment.undated { return .max }
    return self == .oldestFirst ? published : -published
  }

  func precedes(_ left: ReportKey, _ right: ReportKey) -> Bool {
    let (leftRank, rightRank) = (rank(left.published), rank(right.published))
    if leftRank != rightRank { return leftRank < rightRank }
    return left.id.lexicographicallyPrecedes(right.id)
  }
}

/// Where a report stands in any order, whether or not it is still there: what a cursor keeps.
package struct ReportKey: Equatable, Sendable {
  /// Seconds since 1970, or `undated`.
  package let published: Int64
  /// The id's bytes.
  package let id: [UInt8]

  /// Nil for a time outside the years 1 to 9999, which no report has.
  package init?(published: Int64, id: [UInt8]) {
    guard published == Segment.undated || Self.times.contains(published) else { return nil }
    self.published = published
    self.id = id
  }

  init(of row: Segment.Row, in segment: Segment) {
    published = segment.columns.published[Int(row)]
    id = Array(segment.idBytes(row))
  }

  private static let times: Range<Int64> = -62_135_596_800..<253_402_300_800
}

extension Segment {
  func rows(in order: ReportOrder) -> [Row] {
    order == .newestFirst ? newestFirst : oldestFirst
  }

  func key(of row: Row) -> ReportKey { ReportKey(of: row, in: self) }
}
