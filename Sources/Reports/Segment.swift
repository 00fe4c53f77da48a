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

  package var count: Int { columns.ids.count }
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
    /// See `ReportEntry.digest`.
    var digests: [Digest] = []
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
  }
}

extension Segment {
  /// The row of an id, its bytes.
  ///
  /// - Complexity: O(log reports).
  func row(of wanted: some Collection<UInt8>) -> Row? {
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
