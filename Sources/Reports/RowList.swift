// Lists of rows and what can be made of two of them.

/// Rows in rising order, each once; a view into an index, or made for one query.
typealias RowList = ArraySlice<UInt32>

extension RowList {
  /// The rows that are in both lists.
  ///
  /// It walks the shorter one and gallops through the longer one: doubles its step until it has
  /// gone too far, then halves.
  ///
  /// - Complexity: O(shorter × log(longer / shorter)).
  func intersection(_ other: RowList) -> RowList {
    let (short, long) = count <= other.count ? (self, other) : (other, self)
    var common: [UInt32] = []
    common.reserveCapacity(short.count)
    var at = long.startIndex
    for row in short {
      at = long.gallop(to: row, from: at)
      if at == long.endIndex { break }
      if long[at] == row { common.append(row) }
    }
    return common[...]
  }

  /// The rows that are not in another list.
  ///
  /// - Complexity: O(count × log(other / count)), and no worse than both together.
  func subtracting(_ other: RowList) -> RowList {
    if other.isEmpty { return self }
    var rest: [UInt32] = []
    rest.reserveCapacity(count)
    var at = other.startIndex
    for row in self {
      at = other.gallop(to: row, from: at)
      if at == other.endIndex || other[at] != row { rest.append(row) }
    }
    return rest[...]
  }

  /// The same for few others: what stands between them is copied whole.
  ///
  /// - Complexity: O(others × log(count / others) + bytes copied).
  func subtracting(few others: RowList) -> RowList {
    if others.isEmpty { return self }
    var rest: [UInt32] = []
    rest.reserveCapacity(count)
    var start = startIndex
    for row in others {
      let at = gallop(to: row, from: start)
      rest.append(contentsOf: self[start..<at])
      start = at < endIndex && self[at] == row ? at + 1 : at
    }
    rest.append(contentsOf: self[start...])
    return rest[...]
  }

  /// Whether a row is in the list.
  ///
  /// - Complexity: O(log count).
  func holds(_ row: UInt32) -> Bool {
    let index = partitioningIndex { $0 >= row }
    return index < endIndex && self[index] == row
  }

  /// The part of the list that lies in a range of rows.
  func clamped(to rows: Range<UInt32>) -> RowList {
    let start = partitioningIndex { $0 >= rows.lowerBound }
    let end = self[start...].partitioningIndex { $0 >= rows.upperBound }
    return self[start..<end]
  }

  /// The first index, from one on, whose row is not below another.
  func gallop(to row: UInt32, from start: Int) -> Int {
    var (low, step) = (start, 1)
    while low + step < endIndex, self[low + step] < row {
      low += step
      step *= 2
    }
    let high = Swift.min(low + step + 1, endIndex)
    return self[low..<high].partitioningIndex { $0 >= row }
  }

  /// The rows that are in any of some lists.
  ///
  /// - Parameter rowCount: a number above every row.
  /// - Complexity: O(all rows + `rowCount` / 64), or O(n log n) in few rows.
  static func union(_ lists: [RowList], rowCount: Int) -> RowList {
    if lists.count <= 1 { return lists.first ?? [] }
    let total = lists.reduce(0) { $0 + $1.count }
    if total < rowCount / 256 { return unionOfFew(lists) }
    var bits = RowBits(count: rowCount)
    for list in lists { for row in list { bits.insert(row) } }
    return bits.rows
  }

  private static func unionOfFew(_ lists: [RowList]) -> RowList {
    var rows: [UInt32] = []
    for row in lists.joined().sorted() where row != rows.last { rows.append(row) }
    return rows[...]
  }
}
