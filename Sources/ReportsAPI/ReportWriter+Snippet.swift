// The part of a text in which words were found.

import JSON
import Reports

extension ReportWriter {
  /// Which field it is part of, where it stands in that, and the words that were found in it; null
  /// where no word was to be found.
  func write(_ snippet: Snippet?, _ json: inout JSONWriter) {
    guard let snippet else { return json.null() }
    json.object { json in
      json.key("field")
      json.string(snippet.field.rawValue)
      switch snippet.field {
      case .text: write(snippet, in: self, &json)
      case .headline:
        var headline = ReportEntry(id: report.id)
        headline.text = Array((report.headline ?? "").utf8)
        write(snippet, in: ReportWriter(headline, gazetteer), &json)
      }
    }
  }

  /// - Parameter field: a writer of ranges of the field.
  private func write(_ snippet: Snippet, in field: ReportWriter, _ json: inout JSONWriter) {
    field.writeMembers(snippet.range, &json)
    json.key("highlights")
    field.write(snippet.highlights, &json)
  }
}
