// One numbering of the reports, and one of the quotations, over all parts of a snapshot.

/// Rows of the first part, then those of the second, and so on, gone ones included; quotations in the
/// same way. Such a number tells part and row in four bytes, and holds within one snapshot.
struct Numbering: Sendable {
  private let parts: [Part]
  /// The number of the first row of each part, and of its first quotation.
  let rows: [UInt32]
  let quotations: [UInt32]

  init(_ parts: [Part]) {
    self.parts = parts
    rows = Self.starts(parts.map(\.rows.total))
    quotations = Self.starts(parts.map(\.quotations.total))
  }

  private static func starts(_ counts: [Int]) -> [UInt32] {
    var (starts, next) = ([UInt32](), UInt32(0))
    for count in counts {
      starts.append(next)
      next += UInt32(count)
    }
    return starts
  }

  /// The segment of a report, and its row there.
  func report(_ number: UInt32) -> (segment: Segment, row: UInt32) {
    let index = Self.index(of: number, in: rows)
    return (parts[index].segment, number - rows[index])
  }

  /// The segment of a quotation, and its number there.
  func quotation(_ number: UInt32) -> (segment: Segment, number: UInt32) {
    let index = Self.index(of: number, in: quotations)
    return (parts[index].segment, number - quotations[index])
  }

  /// There are few parts; where several begin at one number, all but the last are empty.
  private static func index(of number: UInt32, in starts: [UInt32]) -> Int {
    starts.lastIndex { $0 <= number } ?? 0
  }
}

/// What a list holds.
enum Listed { case reports, quotations }

extension Numbering {
  /// The first number of each part.
  func starts(_ listed: Listed) -> [UInt32] { listed == .reports ? rows : quotations }

  func key(_ listed: Listed, _ number: UInt32) -> ReportKey {
    switch listed {
    case .reports:
      let (segment, row) = report(number)
      return segment.key(of: row)
    case .quotations:
      let (segment, number) = quotation(number)
      return segment.key(ofQuotation: number)
    }
  }

  /// Whether the first of two stands ahead, as their keys do.
  func precedes(
    _ left: UInt32, _ right: UInt32, _ listed: Listed, _ order: ReportOrder
  ) -> Bool {
    let (a, b) = (place(left, listed), place(right, listed))
    let (first, second) = (order.rank(a.published), order.rank(b.published))
    if first != second { return first < second }
    if a.segment === b.segment, a.row == b.row { return left < right }
    return a.segment.idBytes(a.row).lexicographicallyPrecedes(b.segment.idBytes(b.row))
  }

  private func place(
    _ number: UInt32, _ listed: Listed
  ) -> (segment: Segment, row: UInt32, published: Int64) {
    var (segment, row) = listed == .reports ? report(number) : quotation(number)
    if listed == .quotations { row = segment.quotations.report(of: row) }
    return (segment, row, segment.columns.published[Int(row)])
  }

  /// Lists of numbers that stand in an order, as one list.
  ///
  /// - Complexity: O(all + (all but the longest) × log all).
  func merged(_ lists: [RowList], _ listed: Listed, _ order: ReportOrder) -> RowList {
    let sorted = lists.filter { !$0.isEmpty }.sorted { $0.count < $1.count }
    guard let first = sorted.first else { return [] }
    return sorted.dropFirst().reduce(first) { short, long in
      var (merged, rest) = ([UInt32](), long)
      merged.reserveCapacity(short.count + long.count)
      for number in short {
        let end = rest.partitioningIndex { precedes(number, $0, listed, order) }
        merged.append(contentsOf: rest[..<end])
        merged.append(number)
        rest = rest[end...]
      }
      merged.append(contentsOf: rest)
      return merged[...]
    }
  }
}
