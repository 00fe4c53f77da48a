// The records of an image's names, and the hash index over them.

struct NameIndex {
  private(set) var records: [UInt8] = []
  private(set) var spellings: [UInt32] = []
  private(set) var count = 0
  private var hashes: [(hash: NameHash, word: UInt32)] = []

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

  /// A quarter of the slots is free, so that a search ends after a slot or two.
  func slots() -> [UInt32] {
    let slotCount = max(8, count * 4 / 3)
    var slots = [UInt32](repeating: 0, count: slotCount * 2)
    for (hash, word) in hashes {
      var slot = hash.slot(of: slotCount)
      while slots[slot * 2 + 1] != 0 { slot = slot + 1 == slotCount ? 0 : slot + 1 }
      slots[slot * 2] = hash.tag
      slots[slot * 2 + 1] = word + 1
    }
    return slots
  }

  private mutating func put<Number: FixedWidthInteger & BitwiseCopyable>(_ number: Number) {
    unsafe withUnsafeBytes(of: number) { unsafe records.append(contentsOf: $0) }
  }
}
