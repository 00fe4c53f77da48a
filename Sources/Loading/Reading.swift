// What a document came to: a report with all that was found in it, or why there is none.

package import Documents
package import Gazetteer
package import Reports

package struct Reading: Sendable {
  /// The file, and the line or element in it.
  package let place: String
  package let entry: Result<ReportEntry, Fault>

  /// Reads the text of a document that could be taken.
  package init(_ result: IntakeResult, gazetteer: Gazetteer) {
    place = result.place
    entry = result.document.map { ReportEntry($0, gazetteer: gazetteer) }
  }

  /// The documents of a part of a file, in their order.
  package static func all(
    of part: DocumentPart, _ limits: IntakeLimits, _ gazetteer: Gazetteer
  ) -> [Reading] {
    DocumentReader.read(part, limits: limits).map { Reading($0, gazetteer: gazetteer) }
  }
}
