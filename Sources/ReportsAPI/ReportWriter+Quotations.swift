// Who said what.

import Extraction
import JSON
import Reports

extension ReportWriter {
  func write(_ quotation: Quotation, _ json: inout JSONWriter) {
    json.object { json in
      json.key("id")
      writeID(quotation, &json)
      json.key("type")
      json.string(quotation.kind.rawValue)
      json.key("content")
      writeContent(quotation.spans, &json)
      json.key("spans")
      write(quotation.spans, &json)
      json.key("fragments")
      write(quotation.fragments, &json)
      json.key("cue")
      write(quotation.cue, &json)
      json.key("speaker")
      write(quotation.speaker, &json)
      json.key("about")
      json.array { json in
        for place in quotation.about { json.object { json in writeName(place, &json) } }
      }
      json.key("evidence")
      write(quotation.evidence, &json)
    }
  }

  /// The report's id, `.q`, and where the content starts.
  func writeID(_ quotation: Quotation, _ json: inout JSONWriter) {
    let start = (quotation.spans.first ?? quotation.evidence).lowerBound
    json.beginString()
    json.appendToString(report.id)
    json.appendToString(".q")
    json.appendToString(String(points[start]))
    json.endString()
  }

  /// The words of all spans, ` … ` between them.
  private func writeContent(_ spans: [Range<Int>], _ json: inout JSONWriter) {
    json.beginString()
    for (index, span) in spans.enumerated() {
      if index > 0 { json.appendToString(" … ") }
      json.appendToString(report.text.span.extracting(span))
    }
    json.endString()
  }

  private func write(_ cue: Cue?, _ json: inout JSONWriter) {
    guard let cue else { return json.null() }
    json.object { json in
      writeMembers(cue.range, &json)
      json.key("lemma")
      json.string(cue.lemma)
      json.key("stance")
      json.string(cue.stance.rawValue)
    }
  }

  private func write(_ speaker: Speaker?, _ json: inout JSONWriter) {
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
