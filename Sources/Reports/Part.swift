// One segment as a snapshot has it: its reports, but for those that are gone.

import Digests
import Gazetteer

/// A segment, where its localities lie, and what of it is still there; never changed. The next
/// snapshot has another part over the same segment where a report of it went.
final class Part: Sendable {
  let segment: Segment
  let atlas: Atlas
  /// The numbers of its localities in the snapshot's `PlaceTable`.
  let places: [UInt32]
  let rows: Present
  let quotations: Present
  /// By locality, over the reports that are left.
  let tallies: [LocalityTally]
  /// The digests of the reports that are left.
  let contents: DigestSum

  /// A whole segment.
  ///
  /// - Parameter table: has all places that the segment names.
  init(_ segment: Segment, _ table: PlaceTable, _ gazetteer: Gazetteer) {
    self.segment = segment
    atlas = Atlas(segment.namings, gazetteer)
    places = table.numbers(of: segment.namings.places)
    rows = Present(all: segment.rising[..<segment.count])
    quotations = Present(all: segment.rising[..<segment.quotations.count])
    tallies = segment.namings.tallies
    var contents = DigestSum()
    for digest in segment.columns.digests { contents.add(digest) }
    self.contents = contents
  }

  /// - Parameter lost: rows that are there in the other part, rising.
  private init(_ other: Part, without lost: RowList) {
    segment = other.segment
    atlas = other.atlas
    places = other.places
    rows = other.rows.without(lost)
    quotations = other.quotations.without(segment.quotations.list(of: lost))
    tallies = segment.namings.tallies(other.tallies, without: lost, of: rows)
    var contents = other.contents
    for row in lost { contents.subtract(segment.columns.digests[Int(row)]) }
    self.contents = contents
  }

  /// The part when some more reports are gone.
  ///
  /// - Complexity: that of copying its lists, and of counting anew the localities that they name.
  func without(_ lost: RowList) -> Part { lost.isEmpty ? self : Part(self, without: lost) }

  /// How many reports are left.
  var count: Int { rows.numbers.count }

  /// The row of an id, where its report is still there.
  func row(of id: some Collection<UInt8>) -> Segment.Row? {
    guard let row = segment.row(of: id), !rows.gone.holds(row) else { return nil }
    return row
  }
}

extension NamingTable {
  /// What is said of each locality once some more reports are gone.
  ///
  /// - Parameters:
  ///   - tallies: over the reports that were there before.
  ///   - rows: those that are left.
  func tallies(
    _ tallies: [LocalityTally], without lost: RowList, of rows: Present
  ) -> [LocalityTally] {
    let isGone = RowBits(rows.gone, count: rows.total)
    var (tallies, isCounted) = (tallies, Set<UInt32>())
    for naming in lost.lazy.flatMap({ self.namings[$0] })
    where isCounted.insert(naming.locality).inserted {
      tallies[Int(naming.locality)] = tally(of: naming.locality) { !isGone.contains($0) }
    }
    return tallies
  }

  private func tally(
    of locality: UInt32, where isThere: (UInt32) -> Bool
  ) -> LocalityTally {
    var tally = LocalityTally()
    for row in reports[Int(locality)] where isThere(row) {
      for naming in namings[row] where naming.locality == locality {
        tally.add(naming, row: row, isDated: row < firstUndated)
      }
    }
    return tally
  }
}
