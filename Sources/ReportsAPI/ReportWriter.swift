// A report as JSON: the one shape that all answers and commands write.

import Dates
import Extraction
package import Gazetteer
package import JSON
package import Reports

/// Writes one report.
package struct ReportWriter {
  let report: ReportEntry
  let gazetteer: Gazetteer
  /// Of the report's text.
  let points: CodePoints
  /// The places that stand among the localities.
  let located: Set<Place>

  package init(_ report: ReportEntry, _ gazetteer: Gazetteer) {
    self.report = report
    self.gazetteer = gazetteer
    points = CodePoints(report.text)
    located = Set(report.annotations.localities.map(\.place))
  }

  /// The whole report.
  package func write(_ json: inout JSONWriter) { write(ReportField.allCases, &json) }

  func write(_ fields: [ReportField], _ json: inout JSONWriter) {
    json.object { json in
      for field in ReportField.allCases where fields.contains(field) {
        json.key(field.rawValue)
        write(field, &json)
      }
    }
  }

  private func write(_ field: ReportField, _ json: inout JSONWriter) {
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
    case .quotations: json.array { json in found.quotations.forEach { write($0, &json) } }
    case .control: json.array { json in found.control.forEach { write($0, &json) } }
    case .figures: json.array { json in found.figures.forEach { write($0, &json) } }
    case .dates: json.array { json in found.dates.forEach { write($0, &json) } }
    case .unresolved: writeUnresolved(&json)
    }
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

extension JSONWriter {
  /// A stored report; what was found in its text is looked up only where it is wanted.
  mutating func report(_ report: ReportView, _ fields: [ReportField], _ gazetteer: Gazetteer) {
    let entry = fields.contains(where: \.isFound) ? report.entry : report.heading
    ReportWriter(entry, gazetteer).write(fields, &self)
  }
}
