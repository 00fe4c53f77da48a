// A locality as a scan of reports counts it, and as an answer shows it.

import Dates
import Extraction
import Gazetteer

@testable import Reports

/// A place with what some reports say of it.
struct ScannedLocality: Equatable {
  let place: Place
  let reports: Int
  let mentions: Int
  let quotations: Int
  let confidence: Double
  let precision: GeoPrecision
  let role: PlaceMention.Role?
  let first: Int64?
  let last: Int64?

  /// - Parameter reports: all of them name the place.
  init(_ place: Place, _ reports: [ReportEntry]) {
    let found = reports.map(\.annotations)
    let located = found.flatMap(\.localities).filter { $0.place == place }
    let times = reports.compactMap(\.published?.start)
    let best: [GeoPrecision] = [.exact, .near, .admin2, .admin1, .region, .country]
    self.place = place
    self.reports = reports.count
    mentions = found.flatMap(\.places).count { $0.place == place }
    quotations = found.flatMap(\.quotations).count { $0.about.contains(place) }
    confidence = located.map(\.confidence).max() ?? 0
    precision = best.first { located.map(\.precision).contains($0) } ?? .none
    role = reports.role(of: place)
    first = times.min()
    last = times.max()
  }

  init(_ view: LocalityView) {
    place = view.place
    reports = view.reportCount
    mentions = view.mentionCount
    quotations = view.quotationCount
    confidence = view.located.confidence
    precision = view.located.precision
    role = view.role
    first = view.firstPublished?.start
    last = view.lastPublished?.start
  }
}

extension [ReportEntry] {
  /// The strongest one of its mentions.
  func role(of place: Place) -> PlaceMention.Role? {
    let mentions = flatMap(\.annotations.places).filter { $0.place == place }
    let roles = Set(mentions.compactMap(\.role))
    return [.event, .origin, .background].first { roles.contains($0) }
  }
}

extension ReportEntry {
  func names(_ place: Place) -> Bool { annotations.localities.contains { $0.place == place } }
}
