// A store of random reports beside the scan that must agree with it.

import Dates
import Extraction
import Gazetteer

@testable import Reports

struct Trial {
  let globe: SmallGlobe
  let entries: [ReportEntry]
  let snapshot: Snapshot
  let scan: Scan

  /// - Parameter seed: of an even one the reports have come one after another, and are in parts.
  init(_ entries: [ReportEntry], _ globe: SmallGlobe, seed: UInt64) {
    self.globe = globe
    self.entries = entries
    snapshot =
      seed % 2 == 0
      ? makeParts(entries, globe, seed: seed) : makeSnapshot(entries, globe.gazetteer)
    scan = Scan(entries: entries, globe: globe)
  }

  /// - Parameter count: reports.
  init(seed: UInt64, count: Int) throws {
    let globe = try SmallGlobe()
    var random = RandomReports(seed: seed, places: globe.places)
    self.init(random.entries(count), globe, seed: seed)
  }

  /// The same reports, some of them gone, others come, others dated anew.
  func changed(seed: UInt64) -> Trial {
    var random = RandomReports(seed: seed, places: globe.places)
    return Trial(random.changed(entries), globe, seed: seed)
  }
}

/// Where a record stands in a list, as the contract says it: by a number, then by the id of the report
/// or the place, then by the place in the text.
struct Standing: Comparable {
  let rank: Int64
  let id: String
  var start = 0

  /// The record, whatever the order.
  var record: Record { Record(id: id, start: start) }

  struct Record: Hashable {
    let id: String
    let start: Int
  }

  static func < (left: Standing, right: Standing) -> Bool {
    if left.rank != right.rank { return left.rank < right.rank }
    if left.id != right.id { return left.id.utf8.lexicographicallyPrecedes(right.id.utf8) }
    return left.start < right.start
  }
}

// MARK: - Lists of a scan

extension Trial {
  func reports(_ asked: Conditions, _ order: ReportOrder) -> [Standing] {
    scan.reports(asked).map { Standing(rank: rank($0.published?.start, order), id: $0.id) }
      .sorted()
  }

  func quotations(_ asked: Conditions, _ order: ReportOrder) -> [Standing] {
    scan.quotations(asked).map { report, index in
      let quotation = report.annotations.quotations[index]
      return Standing(
        rank: rank(report.published?.start, order), id: report.id,
        start: quotation.spans.first?.lowerBound ?? quotation.evidence.lowerBound)
    }.sorted()
  }

  func localities(_ asked: Conditions, _ order: LocalityOrder) -> [Standing] {
    scan.localities(asked).map {
      Standing(rank: rank($0, order), id: globe.gazetteer.id(of: $0.place))
    }.sorted()
  }

  private func rank(_ second: Int64?, _ order: ReportOrder) -> Int64 {
    second.map { order == .newestFirst ? -$0 : $0 } ?? .max
  }

  private func rank(_ locality: ScannedLocality, _ order: LocalityOrder) -> Int64 {
    switch order {
    case .mostReports: -Int64(locality.reports)
    case .fewestReports: Int64(locality.reports)
    case .name: globe.nameRank(locality.place)
    case .nameBackwards: -globe.nameRank(locality.place)
    case .newest: rank(locality.last, .newestFirst)
    case .oldest: rank(locality.last, .oldestFirst)
    }
  }
}
