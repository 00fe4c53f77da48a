// A report as JSON: the one shape that all answers and commands write.

import Dates
import Extraction
package import Gazetteer
package import JSON
package import Reports

/// Writes one report. One object, as the writers of its quotations share it.
package final class ReportWriter {
  let report: ReportEntry
  let gazetteer: Gazetteer
  /// Of the report's text.
  let points: CodePoints
  /// The places that stand among the localities.
  let located: Set<Place>
  /// By place, the strongest that its mentions have.
  private(set) lazy var roles = report.annotations.roles
  /// Whether localities have `alternatives`.
  let isExplained: Bool
  /// The words that were looked for.
  private let words: TextQuery?

  /// - Parameters:
  ///   - fields: what of a stored report is wanted; what was found in its text is looked up only for
  ///     these, and for the points of a feature.
  convenience init(
    _ view: ReportView, _ fields: [ReportField], as format: Format, _ gazetteer: Gazetteer,
    words: TextQuery? = nil
  ) {
    let needsFound = format == .geojson || fields.contains(where: \.isFound)
    self.init(needsFound ? view.entry : view.heading, gazetteer, words: words)
  }

  /// - Parameters:
  ///   - words: those that were looked for.
  ///   - isExplained: whether localities tell what their names could mean as well; the report is one
  ///     that was just read.
  package init(
    _ report: ReportEntry, _ gazetteer: Gazetteer, words: TextQuery? = nil,
    isExplained: Bool = false
  ) {
    self.report = report
    self.gazetteer = gazetteer
    self.words = words
    self.isExplained = isExplained
    points = CodePoints(report.text)
    located = Set(report.annotations.localities.map(\.place))
  }

  /// The whole report.
  package func write(_ json: inout JSONWriter) { write(ReportField.ofRecord, as: .json, &json) }
}

extension ReportWriter: RecordWriter {
  func has(_ field: ReportField) -> Bool { field != .snippet || words != nil }

  func write(_ field: ReportField, _ json: inout JSONWriter) {
    let found = report.annotations
    switch field {
    case .id: json.string(report.id)
    case .headline: json.string(orNull: report.headline)
    case .standfirst: write(found.structure.standfirst, &json)
    case .published: json.string(orNull: report.published?.description)
    case .language: json.string(report.language ?? found.language)
    case .source: json.string(orNull: report.source)
    case .author: json.string(orNull: report.author)
    case .url: json.string(orNull: report.url)
    case .credits: write(found.structure.credits, &json)
    case .places: json.array { json in found.places.forEach { write($0, &json) } }
    case .localities: json.array { json in found.localities.forEach { write($0, &json) } }
    case .quotations: writeQuotations(&json)
    case .control: json.array { json in found.control.forEach { write($0, &json) } }
    case .figures: json.array { json in found.figures.forEach { write($0, &json) } }
    case .dates: json.array { json in found.dates.forEach { write($0, &json) } }
    case .unresolved: writeUnresolved(&json)
    case .snippet: write(snippet, &json)
    }
  }

  private func writeQuotations(_ json: inout JSONWriter) {
    json.array { json in
      for index in report.annotations.quotations.indices {
        QuotationWriter(self, index).write(QuotationField.ofReport, as: .json, &json)
      }
    }
  }

  private var snippet: Snippet? {
    words.flatMap { Snippet($0, headline: report.headline, text: report.text) }
  }

  /// A fact outside of its report: its own members, then which report it stands in.
  func writeApart(_ json: inout JSONWriter, _ members: (inout JSONWriter) -> Void) {
    json.object { json in
      members(&json)
      json.key("report")
      json.string(report.id)
      json.key("published")
      json.string(orNull: report.published?.description)
    }
  }

  func writeID(_ json: inout JSONWriter) { json.string(report.id) }

  /// The localities that are known to a point.
  func writeFeatureGeometry(_ json: inout JSONWriter) {
    json.points(points(of: report.annotations.localities))
  }

  /// What of the document was not understood, which belongs to no characters of the text, and then
  /// what of the text was not.
  private func writeUnresolved(_ json: inout JSONWriter) {
    json.array { json in
      for remark in report.remarks { write(Unresolved(.document, 0..<0, remark), &json) }
      for unresolved in report.annotations.unresolved { write(unresolved, &json) }
    }
  }
}
