// What the user's file of places changes in the table.

/// Rows of `places.tsv` by their ids, in the order in which they stand.
struct Changes {
  struct Change {
    let row: TableRow
    let file: String
    let line: Int
  }

  private var changes: [Change] = []
  private var indexes: [String: Int] = [:]

  /// Adds a row; a second one with its id goes on top of the first.
  mutating func add(_ row: TableRow, _ file: String, _ line: Int) {
    let id = row.text(.id)
    if let index = indexes[id] {
      let earlier = changes[index]
      changes[index] = Change(
        row: earlier.row.replaced(by: row), file: file, line: line)
    } else {
      indexes[id] = changes.count
      changes.append(Change(row: row, file: file, line: line))
    }
  }

  /// The change of a place, which then no longer waits for it.
  mutating func take(_ id: String) -> TableRow? {
    indexes.isEmpty ? nil : indexes.removeValue(forKey: id).map { changes[$0].row }
  }

  /// Rows whose ids the table does not have: new places.
  var untaken: [Change] { indexes.values.sorted().map { changes[$0] } }
}
