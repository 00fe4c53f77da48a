// A report on its way into the store.

package import Dates
package import Extraction
package import Gazetteer

/// What is stored of a report; `SegmentBuilder` takes it apart into columns.
package struct ReportEntry: Sendable {
  package var id: String
  package var headline: String?
  package var published: Moment?
  package var source: String?
  package var author: String?
  package var url: String?
  package var language: String?
  /// UTF-8.
  package var text: [UInt8]
  /// What of its document was not understood.
  package var remarks: [String]
  /// What was found in the text.
  package var annotations = Annotations()
  /// By locality, what its name could mean as well: known of a text that was just read, never stored.
  package var runnersUp: [Place: [RunnerUp]] = [:]

  package init(id: String, text: [UInt8] = [], remarks: [String] = []) {
    self.id = id
    self.text = text
    self.remarks = remarks
  }
}
