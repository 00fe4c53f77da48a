// Which reports are among those that a follower of changes wants.

extension Snapshot {
  /// A test of single reports, made for one query.
  ///
  /// - Complexity: that of the query; a test then takes the logarithm of what meets it.
  package func test(_ conditions: Conditions) -> @Sendable (ReportView) -> Bool {
    let lists = Array(zip(parts.map(\.segment), lists(of: .reports, conditions)))
    return { report in
      lists.contains { segment, rows in segment === report.segment && rows.holds(report.row) }
    }
  }
}
