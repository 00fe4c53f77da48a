// A quotation as JSON.

import Dates
import Extraction
import Gazetteer
import JSON
import Reports

/// The members of a quotation, in the order in which they are written.
enum QuotationField: String, FieldName {
  case id, type, content, spans, fragments, cue, speaker, about, evidence
  case report, published, snippet

  static let outsideProperties: [QuotationField] = [.id]

  /// Those that a quotation has inside its report.
  static let ofReport: [QuotationField] = [
    .id, .type, .content, .spans, .fragments, .cue, .speaker, .about, .evidence,
  ]
  /// Those that it has outside of it, where no words were looked for.
  static let ofRecord = ofReport + [.report, .published]
}

/// Writes one quotation of a report.
struct QuotationWriter: RecordWriter {
  let report: ReportWriter
  let quotation: Quotation
  /// The words that were looked for.
  let words: TextQuery?

  init(_ report: ReportWriter, _ index: Int, words: TextQuery? = nil) {
    self.report = report
    quotation = report.report.annotations.quotations[index]
    self.words = words
  }

  func has(_ field: QuotationField) -> Bool { field != .snippet || words != nil }

  func write(_ field: QuotationField, _ json: inout JSONWriter) {
    switch field {
    case .id: report.writeID(quotation, &json)
    case .type: json.string(quotation.kind.rawValue)
    case .content: report.writeContent(quotation.spans, &json)
    case .spans: report.write(quotation.spans, &json)
    case .fragments: report.write(quotation.fragments, &json)
    case .cue: report.write(quotation.cue, &json)
    case .speaker: report.write(quotation.speaker, &json)
    case .about:
      json.array { json in
        for place in quotation.about { json.object { report.writeName(place, &$0) } }
      }
    case .evidence: report.write(quotation.evidence, &json)
    case .report: json.string(report.report.id)
    case .published: json.string(orNull: report.report.published?.description)
    case .snippet: report.write(snippet, &json)
    }
  }

  private var snippet: Snippet? {
    words.flatMap { Snippet($0, text: report.report.text, in: quotation.spans) }
  }

  func writeID(_ json: inout JSONWriter) { write(.id, &json) }

  /// The places that it is about.
  func writeFeatureGeometry(_ json: inout JSONWriter) {
    let about = Set(quotation.about)
    json.points(
      report.points(
        of: report.report.annotations.localities.filter {
          about.contains($0.place)
        }))
  }
}
