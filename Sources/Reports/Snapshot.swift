// The store as readers see it.

package import Digests
package import Gazetteer
import Platform
import Synchronization

/// All that is served at one time; never changed.
package final class Snapshot: Sendable {
  package let reports: Segment
  /// Whose places the reports name.
  package let gazetteer: Gazetteer
  let atlas: Atlas
  package let intake: Intake
  /// When it was made, in seconds since 1970.
  package let made: Int64
  /// A digest of the contents, the gazetteer, the settings and the program that shows them.
  package let version: Digest

  /// The number of the last change that it holds, see `ChangeLog`.
  package let changeNumber: Int64
  let settings: [String]

  /// What became of the documents.
  package struct Intake: Sendable, Equatable {
    package var skipped: [Skipped] = []
    /// Files whose endings are not read.
    package var otherFiles = 0

    package init() {}
  }

  /// A document that was not taken.
  package struct Skipped: Sendable, Equatable {
    package let place: String
    package let reason: String

    package init(place: String, reason: String) {
      self.place = place
      self.reason = reason
    }
  }

  fileprivate init(_ other: Snapshot, changeNumber: Int64) {
    (reports, gazetteer, atlas) = (other.reports, other.gazetteer, other.atlas)
    (intake, made, settings) = (other.intake, other.made, other.settings)
    version = other.version
    self.changeNumber = changeNumber
  }

  /// - Parameter settings: whatever else decides what answers look like.
  package init(
    reports: Segment, gazetteer: Gazetteer, intake: Intake, made: Int64, settings: [String],
    changeNumber: Int64 = 0
  ) {
    self.reports = reports
    self.gazetteer = gazetteer
    atlas = Atlas(reports.namings, gazetteer)
    self.intake = intake
    self.made = made
    self.settings = settings
    self.changeNumber = changeNumber
    var version = reports.digest
    version.combine(gazetteer.fingerprint)
    version.combine(UInt64(intake.otherFiles))
    for text in settings { version.combine(text) }
    for skipped in intake.skipped {
      version.combine(skipped.place)
      version.combine(skipped.reason)
    }
    self.version = version
  }
}

extension Snapshot {
  /// The same, with another number of its last change.
  package func numbered(_ changeNumber: Int64) -> Snapshot {
    Snapshot(self, changeNumber: changeNumber)
  }
}

/// Where the one writer leaves the snapshot for all readers.
package final class SnapshotStore: Sendable {
  private let current = Lock<Snapshot?>(nil)
  private let changes = Atomic(0)

  package init() {}

  /// Goes up by one with every snapshot; 0 while there is none. Cheap enough to ask at every turn.
  package var changeCount: Int { changes.load(ordering: .acquiring) }

  package var snapshot: Snapshot? { current.withLock { $0 } }

  package func publish(_ snapshot: Snapshot) {
    current.withLock { $0 = snapshot }
    changes.add(1, ordering: .releasing)
  }
}
