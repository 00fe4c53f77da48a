// Takes reports and makes a segment of them.

import Dates
import Extraction
import Platform

/// Collects reports in the order in which they are to have their rows.
package final class SegmentBuilder {
  private var columns = Segment.Columns()
  private var strings = StringTable()
  private let texts = MappedBlock()
  private let annotations = MappedBlock()
  /// By the id's bytes: two ids may be equal as text and not as names in URLs.
  private var rowsByID: [[UInt8]: Int] = [:]
  /// Publishers, languages, speakers and reasons recur; each is stored once.
  private var interned: [[UInt8]: Symbol] = [:]

  package init() {}

  package var count: Int { columns.ids.count }

  /// Adds a report; the row of the earlier one where its id is taken, and then it is not added.
  ///
  /// - Complexity: O(its bytes), amortised.
  package func add(_ entry: ReportEntry) -> Int? {
    let name = Array(entry.id.utf8)
    if let earlier = rowsByID[name] { return earlier }
    rowsByID[name] = count
    let row = Segment.Row(count)
    columns.ids.append(strings.add(entry.id))
    columns.headlines.append(symbol(entry.headline))
    columns.sources.append(intern(entry.source))
    columns.authors.append(intern(entry.author))
    columns.urls.append(symbol(entry.url))
    columns.languages.append(intern(entry.language))
    columns.published.append(entry.published?.start ?? Segment.undated)
    columns.precisions.append(entry.published?.precision ?? .day)
    columns.textEnds.append(texts.append(entry.text).upperBound)
    for remark in entry.remarks { columns.remarks.append((row, intern(remark))) }
    add(entry.annotations)
    return nil
  }

  /// The segment of all that was added; the builder is used up.
  package func finish() -> Segment {
    rowsByID = [:]
    interned = [:]
    return Segment(columns: columns, strings: strings, texts: texts, annotations: annotations)
  }

  private func add(_ found: Annotations) {
    columns.foundLanguages.append(intern(found.language))
    let record = AnnotationEncoder.encode(found) { self.intern($0) }
    columns.annotationEnds.append(annotations.append(record).upperBound)
  }

  private func symbol(_ text: String?) -> Symbol { text.map { strings.add($0) } ?? .none }

  private func intern(_ text: String?) -> Symbol { text.map { intern($0) } ?? .none }

  private func intern(_ text: String) -> Symbol {
    let bytes = Array(text.utf8)
    if let known = interned[bytes] { return known }
    let symbol = strings.add(text)
    interned[bytes] = symbol
    return symbol
  }
}
