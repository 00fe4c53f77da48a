// The trailers behind the last chunk, RFC 9112 section 7.1.2: checked, and then forgotten.

/// Takes trailer fields and the empty line behind them, a byte at a time.
struct TrailerSection: Equatable, Sendable {
  private enum Expecting: Equatable {
    case lineStart, name, value
    case lineFeed, lastLineFeed
  }

  private var expecting = Expecting.lineStart
  /// The name of the current line in small letters, as far as it may be one that is refused.
  private var name: [UInt8] = []

  private static let longestRefused = 17

  /// Takes one byte: the end, something to come, or what is wrong.
  mutating func take(_ byte: UInt8) -> ParseOutcome {
    switch expecting {
    case .lineStart where byte == Byte.carriageReturn: return expect(.lastLineFeed)
    case .lineStart:
      name = []
      return takeName(byte)
    case .name where byte == Byte.colon: return endName()
    case .name: return takeName(byte)
    case .value: return takeValue(byte)
    case .lineFeed:
      return byte == Byte.lineFeed ? expect(.lineStart) : .invalid(.bareCarriageReturn)
    case .lastLineFeed:
      return byte == Byte.lineFeed ? .complete(consumed: 1) : .invalid(.invalidChunkEnd)
    }
  }

  private mutating func expect(_ next: Expecting) -> ParseOutcome {
    expecting = next
    return .incomplete
  }

  private mutating func takeName(_ byte: UInt8) -> ParseOutcome {
    guard ByteSet.token.contains(byte) else { return .invalid(.invalidFieldName) }
    if name.count <= Self.longestRefused { name.append(Byte.lowered(byte)) }
    return expect(.name)
  }

  /// Framing and routing cannot come behind the body, RFC 9110 section 6.5.1.
  private mutating func endName() -> ParseOutcome {
    switch KnownField(name: name.span) {
    case .contentLength, .transferEncoding, .host: .invalid(.forbiddenTrailer)
    default: expect(.value)
    }
  }

  private mutating func takeValue(_ byte: UInt8) -> ParseOutcome {
    if byte == Byte.carriageReturn { return expect(.lineFeed) }
    return ByteSet.fieldValue.contains(byte) ? .incomplete : .invalid(.invalidFieldValue)
  }
}
