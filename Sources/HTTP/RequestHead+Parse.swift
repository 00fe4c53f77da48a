// Parses a request head, RFC 9112 sections 2 and 5. Strict: what two servers could read in two
// ways is refused.

/// Why parsing stopped early.
enum Interruption: Error, Equatable {
  case incomplete
  case invalid(Violation)
}

/// Which line ending a message uses. RFC 9112 section 2.2 allows LF alone; such a message is the
/// last of its connection, and one that mixes the two is refused, because servers differ in what
/// they take it for.
enum LineEnding {
  case undecided, crlf, lf
}

extension RequestHead {
  /// Reads a head from the start of `bytes`, empty lines before it skipped.
  ///
  /// The same bytes come to the same end however they are cut: what lies beyond the limit is not
  /// looked at.
  package mutating func parse(_ bytes: Span<UInt8>, limits: Limits) -> ParseOutcome {
    let window = bytes.extracting(0..<min(bytes.count, limits.headBytes))
    do throws(Interruption) {
      return .complete(consumed: try read(window, limits))
    } catch .invalid(let violation) {
      return .invalid(violation)
    } catch {
      return bytes.count > window.count ? .invalid(.headTooLarge) : .incomplete
    }
  }

  private mutating func read(_ bytes: Span<UInt8>, _ limits: Limits) throws(Interruption) -> Int {
    reset()
    var at = 0
    var ending = LineEnding.undecided
    while at < bytes.count, try isEmptyLine(bytes, at) { at += 1 }
    try readRequestLine(bytes, &at, &ending, limits)
    var tally = FieldTally()
    while try !readLineEnd(bytes, &at, &ending) {
      if fields.count == limits.fieldCount { throw .invalid(.tooManyFields) }
      let line = try readField(bytes, &at, &ending)
      fields.append(line)
      if line.known != .other {
        named.insert(FieldSet(line.known))
        try settle(line, bytes, &tally, limits)
      }
    }
    if tally.hosts == 0, minorVersion == 1 { throw .invalid(.missingHost) }
    if isLoose || ending == .lf { keepsAlive = false }
    return at
  }

  private mutating func reset() {
    fields.removeAll(keepingCapacity: true)
    named = []
    method = .get
    asksForTLS = false
    query = 0..<0
    authority = 0..<0
    framing = .none
    expectsContinue = false
    isLoose = false
  }

  /// A CR LF or LF ahead of the request line is skipped, RFC 9112 section 2.2.
  private func isEmptyLine(_ bytes: Span<UInt8>, _ at: Int) throws(Interruption) -> Bool {
    if bytes[at] != Byte.carriageReturn { return bytes[at] == Byte.lineFeed }
    if at + 1 == bytes.count { throw .incomplete }
    return bytes[at + 1] == Byte.lineFeed
  }
}

// MARK: - Fields

extension RequestHead {
  private func readField(
    _ bytes: Span<UInt8>, _ at: inout Int, _ ending: inout LineEnding
  ) throws(Interruption) -> FieldLine {
    if Byte.isBlank(bytes[at]) { throw .invalid(.foldedField) }
    let name = try scan(.token, bytes, &at)
    if bytes[at] != Byte.colon || name.isEmpty { throw .invalid(fault(inName: bytes[at])) }
    at += 1
    let value = try scan(.fieldValue, bytes, &at)
    if try !readLineEnd(bytes, &at, &ending) { throw .invalid(.invalidFieldValue) }
    return FieldLine(
      known: KnownField(name: bytes.extracting(name)), name: name, value: bytes.trimmed(value))
  }

  private func fault(inName byte: UInt8) -> Violation {
    byte == Byte.space || byte == Byte.tab ? .spaceBeforeColon : .invalidFieldName
  }

  /// Takes bytes of the set; there is always a byte behind them, else more are needed.
  @inline(__always)
  func scan(
    _ set: ByteSet, _ bytes: Span<UInt8>, _ at: inout Int
  ) throws(Interruption) -> Range<Int> {
    let start = at
    while at < bytes.count, set.contains(bytes[at]) { at += 1 }
    if at == bytes.count { throw .incomplete }
    return start..<at
  }

  /// Takes a line's end; false when the next byte is none.
  func readLineEnd(
    _ bytes: Span<UInt8>, _ at: inout Int, _ ending: inout LineEnding
  ) throws(Interruption) -> Bool {
    if at == bytes.count { throw .incomplete }
    let found: LineEnding
    switch bytes[at] {
    case Byte.lineFeed:
      found = .lf
    case Byte.carriageReturn:
      if at + 1 == bytes.count { throw .incomplete }
      if bytes[at + 1] != Byte.lineFeed { throw .invalid(.bareCarriageReturn) }
      found = .crlf
    default:
      return false
    }
    if ending != .undecided, ending != found { throw .invalid(.mixedLineEndings) }
    ending = found
    at += found == .lf ? 1 : 2
    return true
  }
}
