// The store as readers see it.

package import Digests
package import Gazetteer

/// All that is served at one time; never changed.
package final class Snapshot: Sendable {
  /// None of them empty. Each report that is there is in one of them; which, means nothing outside.
  let parts: [Part]
  let numbering: Numbering
  /// Has the places of all parts.
  let places: PlaceTable
  /// Whose places the reports name.
  package let gazetteer: Gazetteer
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
  package struct Skipped: Sendable, Hashable {
    package let place: String
    package let reason: String

    package init(place: String, reason: String) {
      self.place = place
      self.reason = reason
    }
  }

  /// What is said of a snapshot beside its reports.
  struct Heading {
    var intake: Intake
    var made: Int64
    /// Whatever else decides what answers look like.
    var settings: [String]
    var changeNumber: Int64
  }

  init(_ parts: [Part], _ places: PlaceTable, _ gazetteer: Gazetteer, _ heading: Heading) {
    self.parts = parts.filter { $0.count > 0 }
    numbering = Numbering(self.parts)
    self.places = places
    self.gazetteer = gazetteer
    intake = heading.intake
    made = heading.made
    settings = heading.settings
    changeNumber = heading.changeNumber
    version = Self.version(self.parts, gazetteer, heading)
  }

  /// - Parameter settings: whatever else decides what answers look like.
  package convenience init(
    reports: Segment, gazetteer: Gazetteer, intake: Intake, made: Int64, settings: [String],
    changeNumber: Int64 = 0
  ) {
    let places = PlaceTable().adding(reports.namings.places, gazetteer)
    self.init(
      [Part(reports, places, gazetteer)], places, gazetteer,
      Heading(intake: intake, made: made, settings: settings, changeNumber: changeNumber))
  }

  var heading: Heading {
    Heading(intake: intake, made: made, settings: settings, changeNumber: changeNumber)
  }

  /// The same for the same reports, whatever parts they are in.
  private static func version(
    _ parts: [Part], _ gazetteer: Gazetteer, _ heading: Heading
  ) -> Digest {
    var contents = DigestSum()
    for part in parts { contents.add(part.contents) }
    var version = Digest()
    version.combine(contents)
    version.combine(UInt64(parts.reduce(0) { $0 + $1.count }))
    version.combine(gazetteer.fingerprint)
    version.combine(UInt64(heading.intake.otherFiles))
    for text in heading.settings { version.combine(text) }
    for skipped in heading.intake.skipped {
      version.combine(skipped.place)
      version.combine(skipped.reason)
    }
    return version
  }
}

extension Snapshot {
  /// The same, with another number of its last change.
  package func numbered(_ changeNumber: Int64) -> Snapshot {
    var heading = heading
    heading.changeNumber = changeNumber
    return Snapshot(parts, places, gazetteer, heading)
  }
}
