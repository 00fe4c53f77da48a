// What reports say of one place, out of each report.

import Extraction
import Gazetteer
import JSON
import Reports

/// The elements of each part, report after report, in the order of its text.
struct LocalityParts {
  private let elements: [LocalityPart: [[UInt8]]]

  /// - Parameter parts: those that are wanted; reports are not read where none is.
  /// - Complexity: O(texts of the reports and what was found in them).
  init(
    of place: Place, in reports: [ReportView], _ parts: [LocalityPart], _ gazetteer: Gazetteer
  ) {
    var elements: [LocalityPart: [[UInt8]]] = [:]
    for report in parts.isEmpty ? [] : reports {
      let report = ReportWriter(report.entry, gazetteer)
      for part in parts {
        var json = JSONWriter()
        Self.write(part, of: report, place, &json)
        elements[part, default: []].append(json.bytes)
      }
    }
    self.elements = elements
  }

  /// The array of a part.
  func write(_ part: LocalityPart, _ json: inout JSONWriter) {
    json.array { json in
      for ofReport in elements[part] ?? [] { json.values(ofReport) }
    }
  }

  private static func write(
    _ part: LocalityPart, of report: ReportWriter, _ place: Place, _ json: inout JSONWriter
  ) {
    let found = report.report.annotations
    switch part {
    case .mentions:
      for mention in found.places where mention.place == place {
        report.writeApart(&json) { report.writeMembers(mention, &$0) }
      }
    case .control:
      for claim in found.control where claim.place == place {
        report.writeApart(&json) { report.writeMembers(claim, &$0) }
      }
    case .figures:
      for figure in found.figures where figure.place == place {
        report.writeApart(&json) { report.writeMembers(figure, &$0) }
      }
    case .quotations:
      for (index, quotation) in found.quotations.enumerated() where quotation.about.contains(place)
      {
        QuotationWriter(report, index).write(QuotationField.ofRecord, as: .json, &json)
      }
    }
  }
}
