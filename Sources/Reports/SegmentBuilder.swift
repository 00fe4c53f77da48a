// Takes reports and makes a segment of them.

import Dates
import Extraction

/// Collects reports, numbered as they come; the segment gives them their rows.
package final class SegmentBuilder {
  private var intake = SegmentIntake()
  /// By the id's bytes: two ids may be equal as text and not as names in URLs.
  private var numbersByID = WordNumbers()
  /// Publishers, languages, speakers and reasons recur; each is stored once.
  private var interned = WordNumbers()
  /// By their numbers there, less 1.
  private var symbols: [Symbol] = []

  package init() {}

  package var count: Int { intake.columns.ids.count }

  /// Adds a report; the number of the earlier one where its id is taken, and then it is not added.
  ///
  /// - Complexity: O(its bytes), amortised.
  package func add(_ entry: ReportEntry) -> Int? {
    let number = Int(numbersByID.add(Array(entry.id.utf8))) - 1
    if number < count { return number }
    addColumns(entry)
    intake.texts.append(entry.text)
    add(entry.annotations)
    intake.days.append(
      DayStretch.all(in: entry.annotations.dates, published: entry.published))
    addWords(entry)
    return nil
  }

  /// The segment of all that was added; the builder is used up.
  package func finish() -> Segment {
    numbersByID = WordNumbers()
    interned = WordNumbers()
    symbols = []
    defer { intake = SegmentIntake() }
    return Segment(intake)
  }

  private func addColumns(_ entry: ReportEntry) {
    intake.columns.ids.append(intake.strings.add(entry.id))
    intake.columns.headlines.append(symbol(entry.headline))
    intake.columns.sources.append(intern(entry.source))
    intake.columns.authors.append(intern(entry.author))
    intake.columns.urls.append(symbol(entry.url))
    intake.columns.languages.append(intern(entry.language))
    intake.columns.published.append(entry.published?.start ?? Segment.undated)
    intake.columns.precisions.append(entry.published?.precision ?? .day)
    intake.columns.foundLanguages.append(intern(entry.annotations.language))
    intake.columns.remarks.append(entry.remarks.map { intern($0) })
    intake.columns.digests.append(entry.digest)
  }

  private func add(_ found: Annotations) {
    intake.annotations.append(AnnotationEncoder.encode(found) { self.intern($0) })
    intake.namings.append(Naming.all(in: found))
  }

  /// The words of a report, and which of them its quotations have.
  private func addWords(_ entry: ReportEntry) {
    let quotations = entry.annotations.quotations
    let marks = quotations.flatMap(\.spans).flatMap { [$0.lowerBound, $0.upperBound] }.sorted()
    let offsets = intake.words.add(headline: entry.headline, text: entry.text, marks: marks)
    func offset(_ mark: Int) -> UInt32 { offsets[marks.partitioningIndex { $0 >= mark }] }
    intake.quotations.append(
      quotations.map { quotation in
        draft(
          quotation,
          spans: quotation.spans.map { offset($0.lowerBound)..<offset($0.upperBound) })
      })
  }

  private func draft(_ quotation: Quotation, spans: [Range<UInt32>]) -> QuotationDraft {
    QuotationDraft(
      speaker: intern(quotation.speaker?.name), role: intern(quotation.speaker?.role),
      affiliation: intern(quotation.speaker?.affiliation), cue: intern(quotation.cue?.lemma),
      start: UInt32(quotation.start), kind: quotation.kind, spans: spans)
  }

  // MARK: - Strings

  private func symbol(_ text: String?) -> Symbol { text.map { intake.strings.add($0) } ?? .none }

  private func intern(_ text: String?) -> Symbol { text.map { intern($0) } ?? .none }

  private func intern(_ text: String) -> Symbol {
    let number = Int(interned.add(Array(text.utf8))) - 1
    if number == symbols.count { symbols.append(intake.strings.add(text)) }
    return symbols[number]
  }
}
