// Which reports are among those that a follower of changes wants.

extension Snapshot {
  /// A test of single reports, made for one query.
  ///
  /// - Complexity: that of the query; a test then takes the logarithm of what meets it.
  package func test(_ conditions: Conditions) -> @Sendable (ReportView) -> Bool {
    let rows = Search(snapshot: self, conditions: conditions).reports()
    return { report in
      let index = rows.partitioningIndex { $0 >= report.row }
      return index < rows.endIndex && rows[index] == report.row
    }
  }

  package func report(_ id: String) -> ReportView? { reports.report(id) }
}
