// The orders of lists of reports, and of what reports hold.

/// How a list is sorted by time. Reports without a date come last in both orders, and the id decides
/// among equals, then the place in the text, so that every order is total.
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
    if left.id != right.id { return left.id.lexicographicallyPrecedes(right.id) }
    return left.start < right.start
  }
}

/// Where a report, or a quotation in it, stands in any order, whether or not it is still there: what a
/// cursor keeps.
package struct ReportKey: Equatable, Sendable {
  /// Seconds since 1970, or `undated`.
  package let published: Int64
  /// The report's id, its bytes.
  package let id: [UInt8]
  /// Where a quotation's content begins, in bytes of the text; 0 for a report.
  package let start: Int

  /// Nil for a time outside the years 1 to 9999, which no report has.
  package init?(published: Int64, id: [UInt8], start: Int = 0) {
    guard published == Segment.undated || Self.times.contains(published) else { return nil }
    self.published = published
    self.id = id
    self.start = start
  }

  init(of row: Segment.Row, in segment: Segment, start: Int = 0) {
    published = segment.columns.published[Int(row)]
    id = Array(segment.idBytes(row))
    self.start = start
  }

  var isDated: Bool { published != Segment.undated }

  private static let times: Range<Int64> = -62_135_596_800..<253_402_300_800
}
