// All strings of a segment in one block.

/// A string of a `StringTable`.
struct Symbol: Hashable, Sendable {
  let number: UInt32

  /// No string at all, which is not the empty one.
  static let none = Symbol(number: .max)
}

/// Strings one after another; a symbol is the place of one. Four bytes a string beside its text.
struct StringTable: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [UInt32] = []

  /// Adds a string.
  mutating func add(_ text: String) -> Symbol {
    bytes.append(contentsOf: text.utf8)
    precondition(bytes.count <= Int(UInt32.max), "a segment's strings exceed 4 GiB")
    ends.append(UInt32(bytes.count))
    return Symbol(number: UInt32(ends.count - 1))
  }

  func range(_ symbol: Symbol) -> Range<Int> {
    let index = Int(symbol.number)
    return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  func text(_ symbol: Symbol) -> String? {
    symbol == .none ? nil : String(decoding: bytes[range(symbol)], as: UTF8.self)
  }

  /// Orders two strings by their bytes.
  func precedes(_ left: Symbol, _ right: Symbol) -> Bool {
    bytes[range(left)].lexicographicallyPrecedes(bytes[range(right)])
  }
}
