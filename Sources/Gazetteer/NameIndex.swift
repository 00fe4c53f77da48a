// The records of an image's names, and the hash index over them.

import Platform

/// Writes the records of names, and remembers what the hash index needs.
struct NameIndex {
  private(set) var spellings: [UInt32] = []
  private(set) var count = 0
  private(set) var bytes = 0
  /// Three UInt32 a name: its hash, high half and tag, and the word of its record.
  private let hashes = Spill()
  private var record: [UInt8] = []

  private static let mostCandidates = Int(UInt16.max)
  private static let hashBytes = 12

  /// Writes a name and the places that bear it, best first.
  mutating func add(
    _ name: [UInt8], _ candidates: [(word: UInt32, spelling: UInt32?)], to image: inout ImageWriter
  ) throws(SystemError) {
    try remember(NameHash(name.span))
    count += 1
    let kept = candidates.prefix(Self.mostCandidates)
    record.removeAll(keepingCapacity: true)
    record.append(number: UInt16(name.count))
    record.append(number: UInt16(kept.count))
    record.append(contentsOf: name)
    record.append(contentsOf: repeatElement(0, count: -name.count & 3))
    for candidate in kept {
      if let spelling = candidate.spelling {
        spellings += [UInt32((bytes + record.count) / 4), spelling]
      }
      record.append(number: candidate.word)
    }
    try image.append(record.span)
    bytes += record.count
  }

  private func remember(_ hash: NameHash) throws(SystemError) {
    var words: [UInt8] = []
    for word in [hash.high, hash.tag, UInt32(bytes / 4)] { words.append(number: word) }
    try hashes.append(words.span)
  }

  /// Two fifths of the slots are free, so that a search ends after two or three of them, which are
  /// mostly in one cache line, whether there is such a name or not.
  func slots() throws(SystemError) -> [UInt64] {
    var slots = [UInt64](repeating: 0, count: max(8, count * 5 / 3))
    var piece = [UInt8](repeating: 0, count: Self.hashBytes << 14)
    for start in stride(from: 0, to: hashes.count, by: piece.count) {
      let filled = try hashes.read(at: start, into: &piece)
      for at in stride(from: 0, to: filled, by: Self.hashBytes) {
        let hash = NameHash(high: piece.number(at: at), tag: piece.number(at: at + 4))
        var number = hash.slot(of: slots.count)
        while slots[number] != 0 { number = number + 1 == slots.count ? 0 : number + 1 }
        slots[number] = Slot(tag: hash.tag, record: piece.number(at: at + 8)).bits
      }
    }
    return slots
  }
}
