// Who said what.

import Extraction
import JSON
import Reports

extension ReportWriter {
  /// The report's id, `.q`, and where the content starts.
  func writeID(_ quotation: Quotation, _ json: inout JSONWriter) {
    json.beginString()
    json.appendToString(report.id)
    json.appendToString(".q")
    json.appendToString(points[quotation.start])
    json.endString()
  }

  /// The words of all spans, ` … ` between them.
  func writeContent(_ spans: [Range<Int>], _ json: inout JSONWriter) {
    let text = report.text
    json.beginString()
    for (index, span) in spans.enumerated() {
      if index > 0 { json.appendToString(" … ") }
      json.appendToString(text.span.extracting(span))
    }
    json.endString()
  }

  func write(_ cue: Cue?, _ json: inout JSONWriter) {
    guard let cue else { return json.null() }
    json.object { json in
      writeMembers(cue.range, &json)
      json.key("lemma")
      json.string(cue.lemma)
      json.key("stance")
      json.string(cue.stance.rawValue)
    }
  }

  func write(_ speaker: Speaker?, _ json: inout JSONWriter) {
    guard let speaker else { return json.null() }
    json.object { json in
      json.key("name")
      json.string(speaker.name)
      json.key("role")
      json.string(orNull: speaker.role)
      json.key("affiliation")
      json.string(orNull: speaker.affiliation)
      json.key("sector")
      json.string(orNull: speaker.sector?.rawValue)
      json.key("mention")
      write(speaker.mention, &json)
      json.key("resolved_from")
      write(speaker.resolvedFrom, &json)
      json.key("confidence")
      json.decimal(speaker.confidence, places: 2, padded: true)
    }
  }
}
