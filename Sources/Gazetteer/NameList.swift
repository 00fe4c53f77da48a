// All names of all places, as they fold, on their way into an image.

/// One name of one place.
struct NameEntry {
  /// The first eight bytes, so that most comparisons touch nothing else.
  let prefix: UInt64
  let start: Int
  let count: Int
  let row: Int
  let isPrimary: Bool
  /// The only spelling that counts, as the number of a text; nil for any.
  let spelling: UInt32?
}

struct NameList {
  private(set) var folded: [UInt8] = []
  private(set) var entries: [NameEntry] = []
  private var firstOfRow = 0

  /// Adds the names of a place: what any spelling finds goes before what is bound to one, so that
  /// a bound one that says nothing new is left out.
  mutating func add(_ place: PlaceRecord, row: Int, _ texts: inout TextPool) {
    firstOfRow = entries.count
    add(place.name, row, isPrimary: true)
    add(place.asciiName, row, isPrimary: true)
    var bound: [ArraySlice<UInt8>] = []
    for alternate in place.alternates {
      if CaseBound.isBound(alternate) {
        bound.append(alternate)
      } else {
        add(alternate, row, isPrimary: false)
      }
    }
    for alternate in bound {
      let spelling = texts.number(of: String(decoding: alternate, as: UTF8.self))
      add(alternate, row, isPrimary: false, spelling: spelling)
    }
  }

  private mutating func add(
    _ written: ArraySlice<UInt8>, _ row: Int, isPrimary: Bool, spelling: UInt32? = nil
  ) {
    let start = folded.count
    Folding.append(written.span, to: &folded)
    let entry = NameEntry(
      prefix: prefix(start), start: start, count: folded.count - start, row: row,
      isPrimary: isPrimary, spelling: spelling)
    if entry.count == 0 || isKnown(entry) {
      folded.removeSubrange(start...)
    } else {
      entries.append(entry)
    }
  }

  private func isKnown(_ entry: NameEntry) -> Bool {
    entries[firstOfRow...].contains { known in
      (known.spelling == nil || known.spelling == entry.spelling) && isSame(known, entry)
    }
  }

  /// Sorts by the folded names, bytewise.
  mutating func sort() {
    let folded = folded
    entries.sort { left, right in
      if left.prefix != right.prefix { return left.prefix < right.prefix }
      for offset in 0..<min(left.count, right.count) {
        let bytes = (folded[left.start + offset], folded[right.start + offset])
        if bytes.0 != bytes.1 { return bytes.0 < bytes.1 }
      }
      return left.count < right.count
    }
  }

  /// Ranges of entries with one name, after `sort`.
  func forEachName(_ body: (Range<Int>) -> Void) {
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count && isSame(entries[start], entries[end]) { end += 1 }
      body(start..<end)
      start = end
    }
  }

  func name(of entry: NameEntry) -> ArraySlice<UInt8> {
    folded[entry.start..<(entry.start + entry.count)]
  }

  private func isSame(_ left: NameEntry, _ right: NameEntry) -> Bool {
    left.prefix == right.prefix && left.count == right.count
      && name(of: left) == name(of: right)
  }

  private func prefix(_ start: Int) -> UInt64 {
    var prefix: UInt64 = 0
    for index in start..<(start + 8) {
      prefix = prefix << 8 | (index < folded.count ? UInt64(folded[index]) : 0)
    }
    return prefix
  }
}
