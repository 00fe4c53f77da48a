// A report as it is read: made while an answer is written, never stored.

package import Dates
package import Digests
import Extraction

/// One row of a segment.
package struct ReportView: Sendable, Equatable {
  let segment: Segment
  let row: Segment.Row

  /// By row, not by id: ids that are equal as texts may differ in their bytes.
  package static func == (left: ReportView, right: ReportView) -> Bool {
    left.row == right.row && left.segment === right.segment
  }

  private var index: Int { Int(row) }
  private var number: UInt32 { segment.columns.numbers[index] }

  package var id: String { string(\.ids) ?? "" }
  package var headline: String? { string(\.headlines) }
  package var source: String? { string(\.sources) }
  package var author: String? { string(\.authors) }
  package var url: String? { string(\.urls) }
  package var language: String? { string(\.languages) }

  package var published: Moment? {
    let second = segment.columns.published[index]
    if second == Segment.undated { return nil }
    return Moment(start: second, precision: segment.columns.precisions[index])
  }

  /// What of its document was not understood.
  package var remarks: [String] {
    segment.columns.remarks[row].compactMap { segment.strings.text($0) }
  }

  /// The text's bytes, UTF-8.
  package func text<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    segment.texts.withBytes(number, body)
  }

  /// What its document says of it, and the language of its text, without the text itself and what
  /// else was found in that.
  package var heading: ReportEntry {
    var entry = ReportEntry(id: id)
    entry.headline = headline
    entry.published = published
    entry.source = source
    entry.author = author
    entry.url = url
    entry.language = language
    entry.annotations.language = foundLanguage
    return entry
  }

  /// All of it.
  package var entry: ReportEntry {
    var entry = heading
    entry.remarks = remarks
    entry.text = text { bytes in unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) } }
    entry.annotations = annotations
    return entry
  }

  /// A digest of all of it, the same wherever it is kept.
  package var digest: Digest { segment.columns.digests[index] }

  /// What was found in the text.
  ///
  /// - Complexity: O(what was found).
  var annotations: Annotations {
    var decoder = decoder
    var found = decoder.annotations()
    found.language = foundLanguage
    return found
  }

  var decoder: AnnotationDecoder {
    let record = segment.annotations.withBytes(number) { bytes in
      unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) }
    }
    return AnnotationDecoder(record, strings: segment.strings)
  }

  private var foundLanguage: String { string(\.foundLanguages) ?? "" }

  private func string(_ column: KeyPath<Segment.Columns, [Symbol]>) -> String? {
    segment.strings.text(segment.columns[keyPath: column][index])
  }
}
