// From a document to a report with all that is found in it.

package import Documents
package import Gazetteer
package import Reports

extension ReportEntry {
  /// Reads a document's text.
  package init(_ document: Document, gazetteer: Gazetteer) {
    self.init(id: document.id.text, text: document.text, remarks: document.remarks)
    headline = document.headline
    published = document.published
    source = document.source
    author = document.author
    url = document.url
    language = document.language
    read(with: gazetteer)
  }
}
