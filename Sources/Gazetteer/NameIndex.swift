// The records of an image's names, and the hash index over them.

struct NameIndex {
  private(set) var records: [UInt8] = []
  private(set) var spellings: [UInt32] = []
  private(set) var count = 0
  private var hashes: [(hash: NameHash, record: UInt32)] = []

  private static let mostCandidates = Int(UInt16.max)

  /// Adds a name and the places that bear it, best first.
  mutating func add(
    _ name: ArraySlice<UInt8>, _ candidates: some Collection<(word: UInt32, spelling: UInt32?)>
  ) {
    hashes.append((NameHash(name.span), UInt32(records.count / 4)))
    count += 1
    let kept = candidates.prefix(Self.mostCandidates)
    put(UInt16(name.count))
    put(UInt16(kept.count))
    records.append(contentsOf: name)
    records.append(contentsOf: repeatElement(0, count: -name.count & 3))
    for candidate in kept {
      if let spelling = candidate.spelling { spellings += [UInt32(records.count / 4), spelling] }
      put(candidate.word)
    }
  }

  /// Two fifths of the slots are free, so that a search ends after two or three of them, which are
  /// mostly in one cache line, whether there is such a name or not.
  func slots() -> [UInt64] {
    let slotCount = max(8, count * 5 / 3)
    var slots = [UInt64](repeating: 0, count: slotCount)
    for (hash, record) in hashes {
      var number = hash.slot(of: slotCount)
      while slots[number] != 0 { number = number + 1 == slotCount ? 0 : number + 1 }
      slots[number] = Slot(tag: hash.tag, record: record).bits
    }
    return slots
  }

  private mutating func put<Number: FixedWidthInteger & BitwiseCopyable>(_ number: Number) {
    unsafe withUnsafeBytes(of: number) { unsafe records.append(contentsOf: $0) }
  }
}
