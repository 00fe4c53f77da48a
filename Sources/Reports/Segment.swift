// An immutable block of reports: columns of numbers, a block of strings, one of texts, one of what
// was found in these.

import Dates
import Digests
import Platform

/// Reports by row. Rows are numbers from 0 and mean nothing outside; ids are what others know. Row 0
/// is the newest report: rows stand in the order of `ReportOrder.newestFirst`, so that a list of
/// rising rows is in the order of most answers, and a stretch of time is a range of rows.
///
/// It is never changed: whoever has one can read it on any thread.
package final class Segment: Sendable {
  typealias Row = UInt32

  let columns: Columns
  let strings: StringTable
  let texts: RecordBlock
  /// One record a report, see `AnnotationEncoder`.
  let annotations: RecordBlock
  /// Rows in the order of their ids' bytes.
  let byID: [Row]
  /// Rows from this one on have no date.
  let firstUndated: Row
  let namings: NamingTable
  let quotations: QuotationTable
  /// The days that each text names.
  let days: Grouped<DayStretch>
  /// The words of headlines and texts.
  let words: TextIndex
  /// Every number in its own place, as far as there are reports, localities or quotations.
  let rising: [UInt32]
  let digest: Digest

  package var count: Int { columns.ids.count }
  /// Bytes of all texts together.
  package var textBytes: Int { texts.byteCount }
  /// Bytes of all that was found in them, without its strings.
  package var annotationBytes: Int { annotations.byteCount }
  /// Bytes of all names, headlines, reasons and so on.
  package var stringBytes: Int { strings.bytes.count + 4 * strings.ends.count }

  /// Bytes of the days that they name.
  package var dayBytes: Int { days.byteCount }
  /// Bytes of the index of words.
  package var wordBytes: Int { words.byteCount }

  /// One element a report in each, but for remarks.
  struct Columns: Sendable {
    var ids: [Symbol] = []
    var headlines: [Symbol] = []
    var sources: [Symbol] = []
    var authors: [Symbol] = []
    var urls: [Symbol] = []
    var languages: [Symbol] = []
    /// `Segment.undated` where there is none.
    var published: [Int64] = []
    var precisions: [TimePrecision] = []
    /// The language that the text was found to be in.
    var foundLanguages: [Symbol] = []
    /// The report's number among all as they were added: that of its text and its record.
    var numbers: [UInt32] = []
    var remarks = Grouped<Symbol>()
  }

  static let undated = Int64.max

  init(_ intake: SegmentIntake) {
    strings = intake.strings
    texts = intake.texts
    annotations = intake.annotations
    let order = intake.columns.newestFirst(strings)
    columns = intake.columns.reordered(order)
    let (ids, strings) = (columns.ids, strings)
    byID = (0..<Row(ids.count)).sorted { strings.precedes(ids[Int($0)], ids[Int($1)]) }
    firstUndated = Row(columns.published.partitioningIndex { $0 == Self.undated })
    namings = NamingTable(intake.namings.reordered(order), firstUndated: firstUndated)
    quotations = QuotationTable(intake.quotations.reordered(order), strings)
    days = intake.days.reordered(order)
    words = intake.words.finish(order: order)
    rising = Array(0..<UInt32(max(order.count, namings.count, quotations.count)))
    digest = Self.digest(columns, strings, [texts, annotations])
  }

  private static func digest(
    _ columns: Columns, _ strings: StringTable, _ blocks: [RecordBlock]
  ) -> Digest {
    var digest = Digest()
    digest.combine(strings.bytes.span)
    digest.combine(strings.ends)
    let symbols = [
      columns.ids, columns.headlines, columns.sources, columns.authors, columns.urls,
      columns.languages, columns.foundLanguages, columns.remarks.elements,
    ]
    for column in symbols { digest.combine(column.map(\.number)) }
    columns.remarks.forEachByRow { row, _ in digest.combine(UInt64(row)) }
    digest.combine(columns.precisions.map { UInt32($0.rawValue) })
    for second in columns.published { digest.combine(UInt64(bitPattern: second)) }
    digest.combine(columns.numbers)
    for block in blocks {
      for end in block.ends { digest.combine(UInt64(end)) }
      block.withAllBytes { digest.combine($0) }
    }
    return digest
  }
}

extension Segment {
  /// The row of an id.
  ///
  /// - Complexity: O(log reports).
  func row(of id: String) -> Row? {
    let wanted = Array(id.utf8)
    let index = byID.partitioningIndex { !idBytes($0).lexicographicallyPrecedes(wanted) }
    guard index < byID.count, idBytes(byID[index]).elementsEqual(wanted) else { return nil }
    return byID[index]
  }

  func idBytes(_ row: Row) -> ArraySlice<UInt8> {
    strings.bytes[strings.range(columns.ids[Int(row)])]
  }
}

extension RandomAccessCollection {
  /// The first index whose element belongs to the second part of a collection that is parted.
  func partitioningIndex(where belongsToSecond: (Element) -> Bool) -> Index {
    var (start, count) = (startIndex, self.count)
    while count > 0 {
      let half = count / 2
      let middle = index(start, offsetBy: half)
      if belongsToSecond(self[middle]) {
        count = half
      } else {
        start = index(after: middle)
        count -= half + 1
      }
    }
    return start
  }
}
