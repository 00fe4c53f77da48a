// Several elements for each row, all in one array.

/// The elements of row 0, of row 1 and so on, one after another; four bytes a row beside them.
struct Grouped<Element: Sendable>: Sendable {
  private(set) var elements: [Element] = []
  private var ends: [UInt32] = []

  var rowCount: Int { ends.count }

  /// Adds the elements of the next row.
  mutating func append(_ group: some Sequence<Element>) {
    elements.append(contentsOf: group)
    precondition(elements.count <= Int(UInt32.max), "more elements than 32 bits can count")
    ends.append(UInt32(elements.count))
  }

  /// Where the elements of a row stand among all.
  func range(_ row: UInt32) -> Range<Int> {
    (row == 0 ? 0 : Int(ends[Int(row) - 1]))..<Int(ends[Int(row)])
  }

  subscript(row: UInt32) -> ArraySlice<Element> { elements[range(row)] }

  /// The groups in another order: row 0 gets the group `order[0]`.
  func reordered(_ order: [UInt32]) -> Grouped {
    var grouped = Grouped()
    grouped.elements.reserveCapacity(elements.count)
    grouped.ends.reserveCapacity(ends.count)
    for row in order { grouped.append(self[row]) }
    return grouped
  }

  func map<Other>(_ transform: (Element) -> Other) -> Grouped<Other> {
    var grouped = Grouped<Other>()
    grouped.elements = elements.map(transform)
    grouped.ends = ends
    return grouped
  }

  /// The rows with an element that meets a test.
  func rows(where meets: (Element) -> Bool) -> RowList {
    var rows: [UInt32] = []
    var index = 0
    for (row, end) in ends.enumerated() {
      while index < end, !meets(elements[index]) { index += 1 }
      if index < end { rows.append(UInt32(row)) }
      index = Int(end)
    }
    return rows[...]
  }

  /// Each element with its row.
  var pairs: [(row: UInt32, element: Element)] {
    (0..<UInt32(rowCount)).flatMap { row in self[row].map { (row, $0) } }
  }

  /// The same without a list of them.
  func forEachByRow(_ body: (_ row: UInt32, Element) -> Void) {
    for row in 0..<UInt32(rowCount) {
      for element in self[row] { body(row, element) }
    }
  }
}
