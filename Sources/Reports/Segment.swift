// An immutable block of reports: columns of numbers, a block of strings, one of texts, one of what
// was found in these.

import Dates
import Digests
import Platform

/// Reports by row. Rows are numbers from 0 and mean nothing outside; ids are what others know.
///
/// It holds 65 bytes a report and 4 a string beside strings, texts and annotations themselves, and
/// is never changed: whoever has one can read it on any thread.
package final class Segment: Sendable {
  typealias Row = UInt32

  let columns: Columns
  let strings: StringTable
  let texts: MappedBlock
  /// One record a report, see `AnnotationEncoder`.
  let annotations: MappedBlock
  /// Rows in the order of their ids' bytes.
  let byID: [Row]
  /// Rows as `ReportOrder` has them.
  let newestFirst: [Row]
  let oldestFirst: [Row]
  let digest: Digest

  package var count: Int { columns.ids.count }
  /// Bytes of all texts together.
  package var textBytes: Int { texts.count }
  /// Bytes of all that was found in them, without its strings.
  package var annotationBytes: Int { annotations.count }
  /// Bytes of all names, headlines, reasons and so on.
  package var stringBytes: Int { strings.bytes.count + 4 * strings.ends.count }

  /// One element a report in each.
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
    /// Where each text ends in the block of texts.
    var textEnds: [Int] = []
    /// The language that the text was found to be in.
    var foundLanguages: [Symbol] = []
    /// Where each record ends in the block of annotations.
    var annotationEnds: [Int] = []
    /// Not one a report: pairs of row and remark, by row.
    var remarks: [(row: Row, text: Symbol)] = []
  }

  static let undated = Int64.max

  init(
    columns: Columns, strings: StringTable, texts: MappedBlock, annotations: MappedBlock
  ) {
    self.columns = columns
    self.strings = strings
    self.texts = texts
    self.annotations = annotations
    let rows = Array(0..<Row(columns.ids.count))
    let ids = columns.ids
    let sorted = rows.sorted { strings.precedes(ids[Int($0)], ids[Int($1)]) }
    byID = sorted
    newestFirst = Self.sort(sorted, .newestFirst, columns.published)
    oldestFirst = Self.sort(sorted, .oldestFirst, columns.published)
    digest = Self.digest(columns, strings, [texts, annotations])
  }

  /// Sorts rows that are in the order of their ids; that order stays among equals.
  private static func sort(_ byID: [Row], _ order: ReportOrder, _ published: [Int64]) -> [Row] {
    let ranks = byID.enumerated().map { (order.rank(published[Int($1)]), $0, $1) }
    return ranks.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  private static func digest(
    _ columns: Columns, _ strings: StringTable, _ blocks: [MappedBlock]
  ) -> Digest {
    var digest = Digest()
    digest.combine(strings.bytes.span)
    digest.combine(strings.ends)
    let symbols = [
      columns.ids, columns.headlines, columns.sources, columns.authors, columns.urls,
      columns.languages, columns.foundLanguages, columns.remarks.map(\.text),
    ]
    for column in symbols { digest.combine(column.map(\.number)) }
    digest.combine(columns.remarks.map(\.row))
    digest.combine(columns.precisions.map { UInt32($0.rawValue) })
    for second in columns.published { digest.combine(UInt64(bitPattern: second)) }
    for end in columns.textEnds + columns.annotationEnds { digest.combine(UInt64(end)) }
    for block in blocks { block.withBytes(0..<block.count) { digest.combine($0) } }
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

  func textRange(_ row: Row) -> Range<Int> { Self.part(Int(row), columns.textEnds) }

  func annotationRange(_ row: Row) -> Range<Int> { Self.part(Int(row), columns.annotationEnds) }

  private static func part(_ index: Int, _ ends: [Int]) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
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
