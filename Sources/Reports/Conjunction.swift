// Lists that a row must be in, and lists that it must not be in.

/// The rows of a range that are in all of some lists and in none of others.
struct Conjunction {
  private var range: Range<UInt32>
  private var with: [RowList] = []
  private var without: [RowList] = []

  init(_ range: Range<UInt32>) { self.range = range }

  /// Whether any list bounds it, beside its range.
  var isBounded: Bool { !with.isEmpty }

  mutating func add(_ list: RowList, isNot: Bool = false) {
    if isNot { without.append(list) } else { with.append(list) }
  }

  mutating func narrow(to part: Range<UInt32>) { range = range.clamped(to: part) }

  /// The rows, found from the shortest list on.
  ///
  /// - Parameter rising: every row in its own place: what is left where no list bounds it.
  func rows(of rising: [UInt32]) -> RowList {
    let lists = with.map { $0.clamped(to: range) }.sorted { $0.count < $1.count }
    var rows = lists.first ?? rising[Int(range.lowerBound)..<Int(range.upperBound)]
    for list in lists.dropFirst() { rows = rows.intersection(list) }
    for list in without { rows = rows.subtracting(list) }
    return rows
  }
}
