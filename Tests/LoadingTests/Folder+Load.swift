// Files for one test, and what a load makes of them.

import Documents
import Foundation
import Gazetteer
import Loading
import Platform
import TestSupport

@testable import Reports

extension Folder {
  /// Loads the folder, or some folders and files in it.
  func load(
    _ names: [String] = [""], _ change: (inout Loader) -> Void = { _ in }
  ) throws(LoadFailure) -> LoadOutcome {
    defer { withExtendedLifetime(self) {} }
    var loader = Loader(gazetteer: Gazetteer())
    loader.clock = .fixed(0)
    change(&loader)
    return try loader.load(names.map { $0.isEmpty ? path : "\(path)/\($0)" })
  }
}

extension LoadOutcome {
  /// All reports in the order in which they were taken.
  var reports: [ReportView] {
    guard let segment = snapshot.parts.first?.segment else { return [] }
    let numbers = segment.columns.numbers
    return numbers.indices.sorted { numbers[$0] < numbers[$1] }.map {
      ReportView(segment: segment, row: Segment.Row($0))
    }
  }

  var ids: [String] { reports.map(\.id) }

  /// Documents that could not be taken.
  var skipped: [Fault] {
    snapshot.intake.skipped.map { Fault(place: $0.place, reason: $0.reason) }
  }
}

extension ReportView {
  var bytes: [UInt8] {
    text { span in span.indices.map { span[$0] } }
  }
}
