// What proxies say of who asked: the field `Forwarded`, RFC 7239 section 4.

package enum Forwarded {
  /// Calls `body` with what each element of a line says of who asked (`for`), in their order: the
  /// value without its quotes; empty where it says nothing, or writes it with a backslash.
  ///
  /// - Returns: false where the line is not well formed. What it told until then means nothing: a
  ///   quote that a client left open may have swallowed what a proxy added.
  package static func forEachNode(
    in line: Span<UInt8>, _ body: (Span<UInt8>) -> Void
  ) -> Bool {
    var at = 0
    while skipToElement(line, &at) {
      guard let node = readElement(line, &at) else { return false }
      body(line.extracting(node))
    }
    return true
  }

  /// Elements that are empty do not count, RFC 9110 section 5.6.1.2; false at the end.
  private static func skipToElement(_ line: Span<UInt8>, _ at: inout Int) -> Bool {
    while at < line.count, Byte.isBlank(line[at]) || line[at] == Byte.comma { at += 1 }
    return at < line.count
  }

  /// `pair;pair`; of the value of `for` where it stands, empty where there is none, and nil for what
  /// is no element. The cursor is left at the comma or the end.
  private static func readElement(_ line: Span<UInt8>, _ at: inout Int) -> Range<Int>? {
    var node: Range<Int>?
    while true {
      skipBlanks(line, &at)
      if !isEnd(line, at), line[at] != semicolon {
        guard let (name, value) = readPair(line, &at) else { return nil }
        if line.extracting(name).equalsIgnoringCase("for") {
          if node != nil { return nil }
          node = value
        }
      }
      skipBlanks(line, &at)
      if isEnd(line, at) { return node ?? at..<at }
      if line[at] != semicolon { return nil }
      at += 1
    }
  }

  private static func readPair(
    _ line: Span<UInt8>, _ at: inout Int
  ) -> (name: Range<Int>, value: Range<Int>)? {
    let name = readToken(line, &at)
    guard !name.isEmpty, at < line.count, line[at] == UInt8(ascii: "=") else { return nil }
    at += 1
    if at < line.count, line[at] == quote {
      return readQuoted(line, &at).map { (name, $0) }
    }
    let value = readToken(line, &at)
    return value.isEmpty ? nil : (name, value)
  }

  private static func readToken(_ line: Span<UInt8>, _ at: inout Int) -> Range<Int> {
    let start = at
    while at < line.count, ByteSet.token.contains(line[at]) { at += 1 }
    return start..<at
  }

  /// What is between the quotes; empty where a backslash is among it. Nil where they do not close.
  private static func readQuoted(_ line: Span<UInt8>, _ at: inout Int) -> Range<Int>? {
    let start = at + 1
    var isEscaped = false
    at = start
    while at < line.count, line[at] != quote {
      let isBackslash = line[at] == UInt8(ascii: "\\")
      isEscaped = isEscaped || isBackslash
      at += isBackslash ? 2 : 1
    }
    guard at < line.count else { return nil }
    at += 1
    return isEscaped ? start..<start : start..<(at - 1)
  }

  private static let semicolon = UInt8(ascii: ";")
  private static let quote = UInt8(ascii: "\"")

  private static func isEnd(_ line: Span<UInt8>, _ at: Int) -> Bool {
    at >= line.count || line[at] == Byte.comma
  }

  private static func skipBlanks(_ line: Span<UInt8>, _ at: inout Int) {
    while at < line.count, Byte.isBlank(line[at]) { at += 1 }
  }
}
