// Texts one behind the other, by number.

/// Bytes of many texts, and where each begins: four bytes a text beside its own. Up to 4 GB.
struct TextBlock {
  private(set) var bytes: [UInt8] = []
  private(set) var starts: [UInt32] = [0]

  var count: Int { starts.count - 1 }

  mutating func append(_ text: ArraySlice<UInt8>) {
    bytes.append(contentsOf: text)
    starts.append(UInt32(bytes.count))
  }

  subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[Int(starts[index])..<Int(starts[index + 1])]
  }
}

/// Texts that are kept once, and found by their bytes: 10 to 13 bytes a text beside its own.
struct TextTable {
  private(set) var block = TextBlock()
  private var slots = [UInt32](repeating: free, count: 16)

  private static let free = UInt32.max

  /// The text's number; nil where it is not there.
  func number(of text: ArraySlice<UInt8>) -> UInt32? {
    let number = slots[slot(of: text)]
    return number == Self.free ? nil : number
  }

  /// The text's number; the same for the same text.
  mutating func add(_ text: ArraySlice<UInt8>) -> UInt32 {
    let slot = slot(of: text)
    if slots[slot] != Self.free { return slots[slot] }
    let number = UInt32(block.count)
    block.append(text)
    slots[slot] = number
    if block.count * 3 > slots.count * 2 { grow() }
    return number
  }

  mutating func add(_ text: String) -> UInt32 { add(Array(text.utf8)[...]) }

  /// Where the text's number stands, or would.
  private func slot(of text: ArraySlice<UInt8>) -> Int {
    var slot = NameHash(text.span).slot(of: slots.count)
    while slots[slot] != Self.free, block[Int(slots[slot])] != text {
      slot = slot + 1 == slots.count ? 0 : slot + 1
    }
    return slot
  }

  private mutating func grow() {
    slots = [UInt32](repeating: Self.free, count: slots.count * 2)
    for number in 0..<block.count { slots[slot(of: block[number])] = UInt32(number) }
  }
}
