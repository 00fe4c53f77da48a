// Makes choices out of an input's bytes, so that libFuzzer steers them.

/// Takes choices from the input's end and content from its start, so that a choice more does not
/// move the content.
struct InputReader {
  private var rest: ArraySlice<UInt8>

  init(_ input: [UInt8]) { rest = input[...] }

  /// A number below `limit`; 0 when nothing is left.
  mutating func choice(below limit: Int) -> Int { Int(rest.popLast() ?? 0) % limit }

  /// What no choice has taken.
  mutating func content() -> [UInt8] {
    defer { rest = [] }
    return Array(rest)
  }

  /// `bytes` in pieces of up to `longest`, none of them empty.
  mutating func pieces(of bytes: [UInt8], upTo longest: Int) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + 1 + choice(below: longest))
      pieces.append(bytes[start..<end])
      start = end
    }
    return pieces
  }
}
