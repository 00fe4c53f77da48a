// A report as JSON.

import Dates
import JSON
import Reports

/// The members of a report, in the order in which they are written.
enum ReportField: String, CaseIterable {
  case id, headline, published, language, source, author, url, unresolved

  func write(_ report: ReportView, _ json: inout JSONWriter) {
    json.key(rawValue)
    switch self {
    case .id: json.string(report.id)
    case .headline: json.string(orNull: report.headline)
    case .published: json.string(orNull: report.published?.description)
    case .language: json.string(orNull: report.language)
    case .source: json.string(orNull: report.source)
    case .author: json.string(orNull: report.author)
    case .url: json.string(orNull: report.url)
    case .unresolved: writeUnresolved(report, &json)
    }
  }

  /// What of the document was not understood belongs to no characters of the text.
  private func writeUnresolved(_ report: ReportView, _ json: inout JSONWriter) {
    json.array { json in
      for remark in report.remarks {
        json.object { json in
          json.key("kind")
          json.string("document")
          json.key("start")
          json.integer(0)
          json.key("end")
          json.integer(0)
          json.key("text")
          json.string("")
          json.key("reason")
          json.string(remark)
        }
      }
    }
  }
}

extension JSONWriter {
  mutating func report(_ report: ReportView, _ fields: [ReportField]) {
    object { json in
      for field in ReportField.allCases where fields.contains(field) { field.write(report, &json) }
    }
  }
}
