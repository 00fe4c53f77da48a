// Sets of rows.

/// A set of rows as bits, for the time in which a list is made.
struct RowBits {
  private var words: [UInt64]

  /// - Parameter count: a number above every row.
  init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  mutating func insert(_ row: UInt32) { words[Int(row >> 6)] |= 1 << UInt64(row & 63) }

  func contains(_ row: UInt32) -> Bool { words[Int(row >> 6)] & 1 << UInt64(row & 63) != 0 }

  var rows: RowList {
    var rows: [UInt32] = []
    rows.reserveCapacity(words.reduce(0) { $0 + $1.nonzeroBitCount })
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        rows.append(UInt32(index * 64 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    return rows[...]
  }
}
