// Every distinct word once, with a number.

/// Words numbered from 1 on in the order in which they first come; all bytes in one block, looked up
/// by open addressing.
struct WordNumbers: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  /// By number less 1.
  private var hashes: [UInt32] = []
  /// Numbers by hash, 0 where there is none; at least twice as many as words, a power of two.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)
  /// Drawn for each table, so that nobody can write words that all fall together.
  private let seed = UInt64.random(in: .min ... .max)

  var count: Int { ends.count }
  /// Bytes that they take.
  var byteCount: Int { bytes.count + 8 * ends.count + 4 * slots.count }

  /// The number of a word, which gets the next one where it is new.
  mutating func add(_ word: [UInt8]) -> UInt32 {
    let hash = hash(word)
    let slot = slot(of: word, hash)
    if slots[slot] != 0 { return slots[slot] }
    bytes.append(contentsOf: word)
    precondition(bytes.count <= Int(UInt32.max), "distinct words exceed 4 GiB")
    ends.append(UInt32(bytes.count))
    hashes.append(hash)
    slots[slot] = UInt32(count)
    if count * 2 > slots.count { grow() }
    return UInt32(count)
  }

  /// Nil for a word that never came.
  func number(of word: [UInt8]) -> UInt32? {
    let number = slots[slot(of: word, hash(word))]
    return number == 0 ? nil : number
  }

  func word(_ number: UInt32) -> ArraySlice<UInt8> {
    let index = Int(number) - 1
    return bytes[(index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])]
  }

  /// All numbers in the order of their words' bytes.
  func sorted() -> [UInt32] {
    let fronts = (1...UInt32(max(count, 1))).prefix(count).map { number in
      (front: Self.front(word(number)), number: number)
    }
    return fronts.sorted { left, right in
      left.front == right.front
        ? word(left.number).lexicographicallyPrecedes(word(right.number))
        : left.front < right.front
    }.map(\.number)
  }

  /// The first eight bytes as a number that sorts as they do.
  private static func front(_ word: ArraySlice<UInt8>) -> UInt64 {
    var front: UInt64 = 0
    for byte in word.prefix(8) { front = front << 8 | UInt64(byte) }
    return front << UInt64(8 * max(0, 8 - word.count))
  }

  // MARK: - Slots

  /// Where a word is, or would be put.
  private func slot(of word: [UInt8], _ hash: UInt32) -> Int {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0, !isAt(slots[slot], word, hash) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private func isAt(_ number: UInt32, _ word: [UInt8], _ hash: UInt32) -> Bool {
    let index = Int(number) - 1
    guard hashes[index] == hash else { return false }
    let start = index == 0 ? 0 : Int(ends[index - 1])
    guard Int(ends[index]) - start == word.count else { return false }
    for offset in word.indices where bytes[start + offset] != word[offset] { return false }
    return true
  }

  private mutating func grow() {
    var larger = [UInt32](repeating: 0, count: slots.count * 2)
    for (index, hash) in hashes.enumerated() {
      var slot = Int(hash) & (larger.count - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = UInt32(index + 1)
    }
    slots = larger
  }

  /// Eight bytes at a time, each mixed in by the two halves of a product.
  private func hash(_ word: [UInt8]) -> UInt32 {
    var hash = seed ^ UInt64(word.count)
    var chunk: UInt64 = 0
    for (index, byte) in word.enumerated() {
      chunk = chunk << 8 | UInt64(byte)
      if index & 7 == 7 {
        hash = Self.mix(hash ^ chunk)
        chunk = 0
      }
    }
    hash = Self.mix(hash ^ chunk)
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
