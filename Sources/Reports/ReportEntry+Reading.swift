// How the text of a report is read.

import Dates
import Extraction
package import Gazetteer

extension ReportEntry {
  /// Finds what its text tells, with what its document says of it: the same for the same entry and
  /// gazetteer, whether or not it was stored in between.
  ///
  /// - Complexity: O(bytes of the text).
  package mutating func read(with gazetteer: Gazetteer) {
    let explained = Extraction.explain(text, context, gazetteer: gazetteer)
    annotations = explained.found
    runnersUp = explained.runnersUp
  }

  /// What its document says that helps to read it.
  private var context: Context {
    var context = Context()
    context.published = published.map {
      CivilDate(daysSince1970: $0.start.divided(by: 86_400).quotient)
    }
    context.language = language
    context.source = source
    return context
  }
}
