// A list of rows for each of some keys, all in one block.

/// For each key from 0 on, the rows that have it, in rising order. Four bytes a row and eight a key.
struct Postings: Sendable {
  private let rows: [UInt32]
  /// Where the list of each key ends.
  private let ends: [Int]

  var keyCount: Int { ends.count }
  /// Bytes that it takes.
  var byteCount: Int { rows.count * 4 + ends.count * 8 }

  /// Takes pairs of key and row, rows in rising order. `forEach` is called twice and gives the same
  /// pairs both times; a pair that comes twice in a row's turn is kept once.
  ///
  /// - Complexity: O(pairs + keys).
  init(keyCount: Int, forEach: ((_ key: Int, _ row: UInt32) -> Void) -> Void) {
    var last = [UInt32](repeating: .max, count: keyCount)
    var ends = [Int](repeating: 0, count: keyCount)
    forEach { key, row in
      if last[key] == row { return }
      last[key] = row
      ends[key] += 1
    }
    var next: [Int] = []
    next.reserveCapacity(keyCount)
    var total = 0
    for key in ends.indices {
      next.append(total)
      total += ends[key]
      ends[key] = total
      last[key] = .max
    }
    var rows = [UInt32](repeating: 0, count: total)
    forEach { key, row in
      if last[key] == row { return }
      last[key] = row
      rows[next[key]] = row
      next[key] += 1
    }
    self.rows = rows
    self.ends = ends
  }

  /// The rows of a key.
  subscript(key: Int) -> RowList { rows[range(key)] }

  func count(_ key: Int) -> Int { range(key).count }

  private func range(_ key: Int) -> Range<Int> { (key == 0 ? 0 : ends[key - 1])..<ends[key] }
}
