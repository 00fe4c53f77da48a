// The chunked transfer coding, RFC 9112 section 7.1, a byte at a time where it has structure.

/// Takes the chunks apart and drops extensions and trailers.
struct ChunkDecoder: Equatable, Sendable {
  /// What the next byte has to be.
  private enum Expecting: Equatable {
    /// A digit of the size; `digits` have come so far.
    case size(digits: Int)
    /// The rest of a size line, behind a semicolon; whether inside a quoted string.
    case chunkExtension(quoted: Bool, escaped: Bool)
    /// White space before a semicolon, which RFC 9112 section 7.1.1 lets a recipient take.
    case chunkExtensionStart
    case sizeLineFeed
    case content
    case contentReturn, contentLineFeed
    case trailerStart, trailer
    case trailerLineFeed, lastLineFeed
  }

  private var expecting = Expecting.size(digits: 0)
  private var remaining = 0
  /// Bytes of the current size line, or of all trailers.
  private var lineBytes = 0
  private var trailerColonSeen = false

  mutating func decode(
    _ input: Span<UInt8>, into body: inout [UInt8], _ limits: BodyLimits
  ) -> ParseOutcome {
    var at = 0
    while at < input.count {
      if expecting == .content {
        let taken = min(remaining, input.count - at)
        body.append(input.extracting(at..<(at + taken)))
        remaining -= taken
        at += taken
        if remaining == 0 { expecting = .contentReturn }
        continue
      }
      let byte = input[at]
      at += 1
      if expecting == .lastLineFeed {
        return byte == Byte.lineFeed ? .complete(consumed: at) : .invalid(.invalidChunkEnd)
      }
      if let violation = step(byte, body.count, limits) { return .invalid(violation) }
    }
    return .incomplete
  }

  /// Takes one byte of structure; what is wrong with it, if anything.
  private mutating func step(_ byte: UInt8, _ bodyCount: Int, _ limits: BodyLimits) -> Violation? {
    lineBytes += 1
    switch expecting {
    case .size(let digits):
      return stepSize(byte, digits, bodyCount, limits)
    case .chunkExtensionStart, .chunkExtension:
      if lineBytes > limits.chunkLineBytes { return .invalidChunkExtension }
      return stepExtension(byte)
    case .sizeLineFeed:
      return stepSizeEnd(byte)
    case .contentReturn:
      expecting = .contentLineFeed
      return byte == Byte.carriageReturn ? nil : .invalidChunkEnd
    case .contentLineFeed:
      startSizeLine()
      return byte == Byte.lineFeed ? nil : .invalidChunkEnd
    default:
      if lineBytes > limits.trailerBytes { return .trailersTooLarge }
      return stepTrailer(byte)
    }
  }

  private mutating func startSizeLine() {
    expecting = .size(digits: 0)
    remaining = 0
    lineBytes = 0
  }

  private mutating func stepSize(
    _ byte: UInt8, _ digits: Int, _ bodyCount: Int, _ limits: BodyLimits
  ) -> Violation? {
    if let value = hexadecimal(byte) {
      remaining = remaining * 16 + value
      expecting = .size(digits: digits + 1)
      if remaining > limits.bodyBytes - bodyCount { return .bodyTooLarge }
      return digits < 16 ? nil : .invalidChunkSize
    }
    if digits == 0 { return .invalidChunkSize }
    return stepSizeSuffix(byte, else: .invalidChunkSize)
  }

  private mutating func stepSizeSuffix(_ byte: UInt8, else violation: Violation) -> Violation? {
    switch byte {
    case Byte.carriageReturn: expecting = .sizeLineFeed
    case UInt8(ascii: ";"): expecting = .chunkExtension(quoted: false, escaped: false)
    case Byte.space, Byte.tab: expecting = .chunkExtensionStart
    default: return violation
    }
    return nil
  }

  /// Extensions are checked for bytes that could hide a line end, not for their grammar.
  private mutating func stepExtension(_ byte: UInt8) -> Violation? {
    guard case .chunkExtension(let quoted, let escaped) = expecting else {
      if byte == Byte.carriageReturn { return .invalidChunkExtension }
      return stepSizeSuffix(byte, else: .invalidChunkExtension)
    }
    switch byte {
    case Byte.carriageReturn where !quoted:
      expecting = .sizeLineFeed
    case UInt8(ascii: "\"") where !escaped:
      expecting = .chunkExtension(quoted: !quoted, escaped: false)
    case UInt8(ascii: "\\") where quoted && !escaped:
      expecting = .chunkExtension(quoted: true, escaped: true)
    default:
      guard ByteSet.fieldValue.contains(byte) else { return .invalidChunkExtension }
      expecting = .chunkExtension(quoted: quoted, escaped: false)
    }
    return nil
  }

  private mutating func stepSizeEnd(_ byte: UInt8) -> Violation? {
    guard byte == Byte.lineFeed else { return .invalidChunkSize }
    expecting = remaining == 0 ? .trailerStart : .content
    lineBytes = 0
    return nil
  }

  private mutating func stepTrailer(_ byte: UInt8) -> Violation? {
    switch (expecting, byte) {
    case (.trailerStart, Byte.carriageReturn):
      expecting = .lastLineFeed
    case (.trailerStart, _):
      guard ByteSet.token.contains(byte) else { return .invalidFieldName }
      expecting = .trailer
      trailerColonSeen = false
    case (.trailer, Byte.carriageReturn):
      guard trailerColonSeen else { return .invalidFieldName }
      expecting = .trailerLineFeed
    case (.trailer, _):
      return stepTrailerByte(byte)
    default:
      expecting = .trailerStart
      return byte == Byte.lineFeed ? nil : .bareCarriageReturn
    }
    return nil
  }

  private mutating func stepTrailerByte(_ byte: UInt8) -> Violation? {
    if trailerColonSeen { return ByteSet.fieldValue.contains(byte) ? nil : .invalidFieldValue }
    trailerColonSeen = byte == Byte.colon
    return trailerColonSeen || ByteSet.token.contains(byte) ? nil : .invalidFieldName
  }

  private func hexadecimal(_ byte: UInt8) -> Int? {
    switch byte {
    case Byte.zero...Byte.nine: Int(byte - Byte.zero)
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}
