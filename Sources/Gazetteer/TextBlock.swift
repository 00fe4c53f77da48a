// Texts one behind the other, by number.

/// Bytes of many texts, and where each begins.
struct TextBlock {
  private(set) var bytes: [UInt8] = []
  private(set) var starts: [UInt32] = [0]

  var count: Int { starts.count - 1 }

  mutating func append(_ text: some Collection<UInt8>) {
    bytes.append(contentsOf: text)
    starts.append(UInt32(bytes.count))
  }

  subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[Int(starts[index])..<Int(starts[index + 1])]
  }
}

/// Texts that are kept once.
struct TextPool {
  private(set) var block = TextBlock()
  private var numbers: [String: UInt32] = [:]

  /// The text's number; the same for the same text.
  mutating func number(of text: String) -> UInt32 {
    if let number = numbers[text] { return number }
    let number = UInt32(block.count)
    block.append(text.utf8)
    numbers[text] = number
    return number
  }
}
