// All names of all places, as they fold: sorted runs of them, so that memory holds one run.

import Platform

/// Collects names; a run that is full is sorted and put aside.
struct NameList {
  private var folded: [UInt8] = []
  private var entries: [NameEntry] = []
  private var runs: [Range<Int>] = []
  private let spill = Spill()

  /// Names in a run: 24 bytes each and their own, about 80 MB in all.
  private let runLength: Int

  init(runLength: Int = 2 << 20) { self.runLength = runLength }

  /// Adds a name as it is written; one that folds to nothing is none.
  mutating func add(_ written: Span<UInt8>, _ bearer: NameBearer) throws(SystemError) {
    let start = folded.count
    Folding.append(written, to: &folded)
    if folded.count == start { return }
    entries.append(NameEntry(bearer, folded, start..<folded.count))
    if entries.count == runLength { try putAside() }
  }

  /// The names in their order, after the last was added.
  consuming func sorted() throws(SystemError) -> NameMerge {
    try putAside()
    return try NameMerge(runs, in: spill)
  }

  private mutating func putAside() throws(SystemError) {
    if entries.isEmpty { return }
    let folded = folded
    entries.sort { left, right in
      if left.prefix != right.prefix { return left.prefix < right.prefix }
      return NameEntry.isBefore(
        folded.span.extracting(left.range), folded.span.extracting(right.range))
    }
    let start = spill.count
    var piece: [UInt8] = []
    for entry in entries {
      NameRecord.append(entry, folded, to: &piece)
      if piece.count > 1 << 16 {
        try spill.append(piece.span)
        piece.removeAll(keepingCapacity: true)
      }
    }
    try spill.append(piece.span)
    runs.append(start..<spill.count)
    self.folded = []
    entries = []
  }
}
