// Segments and snapshots as tests need them.

import Gazetteer

@testable import Reports

func segment(_ entries: [ReportEntry]) -> Segment {
  let builder = SegmentBuilder()
  for entry in entries { _ = builder.add(entry) }
  return builder.finish()
}

/// - Parameter gazetteer: that of the places that the reports name; any where they name none.
func makeSnapshot(_ entries: [ReportEntry], _ gazetteer: Gazetteer = Gazetteer()) -> Snapshot {
  Snapshot(
    reports: segment(entries), gazetteer: gazetteer, intake: .init(), made: 0, settings: [])
}

/// A page that has everything on it.
let all: TimePageRequest = {
  var request = TimePageRequest(.newestFirst)
  request.limit = .max - 1
  return request
}()

extension Segment {
  /// The report of an id.
  func report(_ id: String) -> ReportView? {
    row(of: Array(id.utf8)).map { ReportView(segment: self, row: $0) }
  }
}
