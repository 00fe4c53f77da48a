// What the one writer changes, and what of it is news.

/// Reports to be taken in, and ids of others to be taken out first.
package struct Edit: Sendable {
  /// At most one of each id; one whose id is known takes the place of that report.
  package var taken: [ReportEntry] = []
  package var removed: [String] = []
  /// What has become of the documents, these ones included.
  package var intake: Snapshot.Intake

  package init(intake: Snapshot.Intake) { self.intake = intake }
}

/// That a report came, is another now, or went.
package struct Change: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case added, updated, deleted
  }

  package let kind: Kind
  package let id: String

  package init(_ kind: Kind, _ id: String) {
    self.kind = kind
    self.id = id
  }
}
