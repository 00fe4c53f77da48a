// Takes documents in their order and fills a segment.

import Documents
import Gazetteer
import Reports

/// Fills a segment and keeps account of what each file gave.
struct IntakeWriter {
  private let builder = SegmentBuilder()
  private var holdings: Holdings
  private var remarks: [Fault] = []

  var documents: Int { builder.count }

  init(_ listing: FolderListing, _ places: [FilePlace]) {
    holdings = Holdings(places: places, faults: listing.faults, otherFiles: listing.otherFiles)
  }

  mutating func take(_ reading: Reading, of file: DocumentFile) {
    if holdings.files.last?.file != file { holdings.files.append(FileHolding(file)) }
    holdings.files[holdings.files.count - 1].take(reading)
    guard case .success(let entry) = reading.entry, builder.add(entry) == nil else { return }
    remarks += entry.remarks.map { Fault(place: reading.place, reason: $0) }
  }

  func finish(
    gazetteer: Gazetteer, made: Int64, settings: [String], changeNumber: Int64
  ) -> LoadOutcome {
    let snapshot = Snapshot(
      reports: builder.finish(), gazetteer: gazetteer, intake: holdings.intake, made: made,
      settings: settings, changeNumber: changeNumber)
    return LoadOutcome(snapshot: snapshot, remarks: remarks, holdings: holdings)
  }
}
