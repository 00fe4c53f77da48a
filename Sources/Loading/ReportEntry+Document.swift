// From a document to a report with all that is found in it.

import Dates
package import Documents
import Extraction
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
    annotations = Extraction.annotate(text, Context(document), gazetteer: gazetteer)
  }
}

extension Context {
  /// What a document says of itself that helps to read it.
  init(_ document: Document) {
    self.init()
    published = document.published.map {
      CivilDate(daysSince1970: $0.start.divided(by: 86_400).quotient)
    }
    language = document.language
    source = document.source
  }
}
