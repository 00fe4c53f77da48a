// Characters of the text: where they stand and what they are.

import Extraction
import JSON
import Reports

extension ReportWriter {
  /// `{"start", "end", "text"}`, or null.
  func write(_ range: Range<Int>?, _ json: inout JSONWriter) {
    guard let range else { return json.null() }
    json.object { json in writeMembers(range, &json) }
  }

  func write(_ ranges: [Range<Int>], _ json: inout JSONWriter) {
    json.array { json in ranges.forEach { write($0, &json) } }
  }

  func writeMembers(_ range: Range<Int>, _ json: inout JSONWriter) {
    json.key("start")
    json.integer(points[range.lowerBound])
    json.key("end")
    json.integer(points[range.upperBound])
    json.key("text")
    writeWords(range, &json)
  }

  /// The words alone, or null.
  func writeWords(_ range: Range<Int>?, _ json: inout JSONWriter) {
    guard let range else { return json.null() }
    let text = report.text
    json.string(text.span.extracting(range))
  }

  func write(_ unresolved: Unresolved, _ json: inout JSONWriter) {
    json.object { json in
      json.key("kind")
      json.string(unresolved.kind.rawValue)
      writeMembers(unresolved.range, &json)
      json.key("reason")
      json.string(unresolved.reason)
    }
  }
}
