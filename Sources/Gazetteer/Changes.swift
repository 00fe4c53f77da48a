// What the user's file of places changes in the table.

/// A line of a file, and where it stands.
struct TableLine {
  let row: TableRow
  let file: String
  let number: Int
}

/// Lines of `places.tsv` by their ids, in the order in which they stand.
struct Changes {
  private var lines: [[TableLine]] = []
  private var indexes: [ArraySlice<UInt8>: Int] = [:]

  /// Adds a line, behind the others with its id.
  mutating func add(_ line: TableLine) {
    let id = line.row[.id]
    if let index = indexes[id] {
      lines[index].append(line)
    } else {
      indexes[id] = lines.count
      lines.append([line])
    }
  }

  /// The lines with an id, which then no longer wait for their place.
  mutating func take(_ id: ArraySlice<UInt8>) -> [TableLine] {
    indexes.isEmpty ? [] : indexes.removeValue(forKey: id).map { lines[$0] } ?? []
  }

  /// Lines whose ids the table does not have: new places.
  var untaken: [[TableLine]] { indexes.values.sorted().map { lines[$0] } }
}
