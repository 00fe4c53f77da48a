// What each file of the documents has given.

import Documents
import Reports

/// A file and what came of it when it was last read.
struct FileHolding: Sendable {
  let file: DocumentFile
  /// In their order: ids of reports with the places where they stand, and faults.
  var parts: [Part] = []

  enum Part: Equatable, Sendable {
    case report(id: String, place: String)
    /// One that an older reading gave, and whose document has become bad.
    case kept(id: String, place: String)
    case fault(Fault)

    /// Of a report.
    var id: String? {
      switch self {
      case .report(let id, _), .kept(let id, _): id
      case .fault: nil
      }
    }
  }

  /// - Parameter readings: of the file, in their order.
  init(_ file: DocumentFile, _ readings: [Reading] = []) {
    self.file = file
    for reading in readings { take(reading) }
  }

  mutating func take(_ reading: Reading) {
    switch reading.entry {
    case .success(let entry): parts.append(.report(id: entry.id, place: reading.place))
    case .failure(let fault): parts.append(.fault(fault))
    }
  }

  /// Of its reports, in their order.
  var ids: [ExactName] { parts.compactMap(\.id).map { ExactName($0) } }

  private var faultCount: Int { parts.count { $0.id == nil } }

  /// Keeps the reports that an older reading gave and this one does not, where their documents have become
  /// bad: where more is bad than was; and where no less is, those that were kept already.
  mutating func keep(_ old: FileHolding) {
    let known = Set(ids)
    let (count, before) = (faultCount, old.faultCount)
    for part in old.parts {
      switch part {
      case .report(let id, let place) where count > before && !known.contains(ExactName(id)):
        parts.append(.kept(id: id, place: place))
      case .kept(let id, _) where count >= before && !known.contains(ExactName(id)):
        parts.append(part)
      case .report, .kept, .fault: break
      }
    }
  }
}

/// All files in the order in which a load reads them: where two give a report of one id, the first
/// has it.
struct Holdings: Sendable {
  /// Where the paths led.
  var places: [FilePlace] = []
  var files: [FileHolding] = []
  /// What was wrong with the folders themselves.
  var faults: [Fault] = []
  var otherFiles = 0

  /// These, and what others have of files that are not among them.
  func with(_ others: Holdings) -> Holdings {
    var all = self
    let paths = Set(files.map { ExactName($0.file.path) })
    all.files += others.files.filter { !paths.contains(ExactName($0.file.path)) }
    return all
  }

  /// By path.
  var byPath: [ExactName: FileHolding] {
    Dictionary(files.map { (ExactName($0.file.path), $0) }) { first, _ in first }
  }

  /// The path of the file that has the report of each id.
  var owners: [ExactName: ExactName] {
    var owners: [ExactName: ExactName] = [:]
    for holding in files {
      let path = ExactName(holding.file.path)
      for id in holding.ids where owners[id] == nil { owners[id] = path }
    }
    return owners
  }

  /// What has become of all documents.
  var intake: Snapshot.Intake {
    var intake = Snapshot.Intake()
    intake.otherFiles = otherFiles
    var places: [ExactName: String] = [:]
    var faults = faults
    for part in files.lazy.flatMap(\.parts) {
      switch part {
      case .fault(let fault): faults.append(fault)
      case .report(let id, let place), .kept(let id, let place):
        if let first = places[ExactName(id)] {
          faults.append(Fault(place: place, reason: Self.taken(id, by: first)))
        } else {
          places[ExactName(id)] = place
        }
      }
    }
    intake.skipped = faults.map { Snapshot.Skipped(place: $0.place, reason: $0.reason) }
    return intake
  }

  static func taken(_ id: String, by place: String) -> String {
    "its id “\(id)” is already that of \(place)"
  }
}
