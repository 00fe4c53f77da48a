// Takes documents in their order and fills a segment.

import Documents
import Gazetteer
import Reports

/// Fills a segment and keeps account of what was not taken.
struct IntakeWriter {
  private let builder = SegmentBuilder()
  private var intake = Snapshot.Intake()
  private var remarks: [Fault] = []
  private var holdings: Holdings
  /// Where the document of each row stood, to name both when a second one has its id.
  private var places: [String] = []

  var documents: Int { builder.count }

  init(_ listing: FolderListing) {
    holdings = Holdings(faults: listing.faults, otherFiles: listing.otherFiles)
    intake.otherFiles = listing.otherFiles
    listing.faults.forEach { skip($0) }
  }

  mutating func take(_ reading: Reading, of file: DocumentFile) {
    if holdings.files.last?.file != file { holdings.files.append(FileHolding(file)) }
    holdings.files[holdings.files.count - 1].take(reading)
    switch reading.entry {
    case .failure(let fault): skip(fault)
    case .success(let entry): take(entry, from: reading.place)
    }
  }

  private mutating func take(_ entry: ReportEntry, from place: String) {
    if let row = builder.add(entry) {
      let reason = Holdings.taken(entry.id, by: places[row])
      return skip(Fault(place: place, reason: reason))
    }
    places.append(place)
    remarks += entry.remarks.map { Fault(place: place, reason: $0) }
  }

  private mutating func skip(_ fault: Fault) {
    intake.skipped.append(Snapshot.Skipped(place: fault.place, reason: fault.reason))
  }

  func finish(
    gazetteer: Gazetteer, made: Int64, settings: [String], changeNumber: Int64
  ) -> LoadOutcome {
    let snapshot = Snapshot(
      reports: builder.finish(), gazetteer: gazetteer, intake: intake, made: made,
      settings: settings, changeNumber: changeNumber)
    return LoadOutcome(snapshot: snapshot, remarks: remarks, holdings: holdings)
  }
}
