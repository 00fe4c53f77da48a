// The chunked transfer coding, RFC 9112 section 7.1, a byte at a time where it has structure.

/// Takes the chunks apart and drops extensions and trailers.
struct ChunkDecoder: Equatable, Sendable {
  /// What the next byte has to be.
  private enum Expecting: Equatable {
    /// A digit of the size; `digits` have come so far.
    case size(digits: Int)
    case chunkExtension(ChunkExtension)
    case sizeLineFeed
    case content
    case contentReturn, contentLineFeed
    case trailers(TrailerSection)
  }

  private var expecting = Expecting.size(digits: 0)
  /// Bytes of the current chunk that are to come, and at most one more than may.
  private var remaining = 0
  /// Bytes of the current size line, or of all trailers.
  private var lineBytes = 0

  mutating func decode(
    _ input: Span<UInt8>, into body: inout [UInt8], _ limits: BodyLimits
  ) -> ParseOutcome {
    var at = 0
    while at < input.count {
      if expecting == .content {
        at += takeContent(input.extracting(at..<input.count), into: &body)
        continue
      }
      at += 1
      switch step(input[at - 1], body.count, limits) {
      case .complete: return .complete(consumed: at)
      case .incomplete: continue
      case .invalid(let violation): return .invalid(violation)
      }
    }
    return .incomplete
  }

  private mutating func takeContent(_ input: Span<UInt8>, into body: inout [UInt8]) -> Int {
    let taken = min(remaining, input.count)
    body.append(input.extracting(0..<taken))
    remaining -= taken
    if remaining == 0 { expecting = .contentReturn }
    return taken
  }

  /// Takes one byte of structure.
  private mutating func step(
    _ byte: UInt8, _ bodyCount: Int, _ limits: BodyLimits
  ) -> ParseOutcome {
    lineBytes += 1
    switch expecting {
    case .size(let digits):
      return stepSize(byte, digits, limits.bodyBytes - bodyCount)
    case .chunkExtension(var part):
      if lineBytes > limits.chunkLineBytes { return .invalid(.invalidChunkExtension) }
      return stepExtension(byte, &part)
    case .sizeLineFeed:
      return stepSizeEnd(byte)
    case .content, .contentReturn:
      return byte == Byte.carriageReturn ? expect(.contentLineFeed) : .invalid(.invalidChunkEnd)
    case .contentLineFeed:
      startSizeLine()
      return byte == Byte.lineFeed ? .incomplete : .invalid(.invalidChunkEnd)
    case .trailers(var section):
      let outcome = section.take(byte)
      expecting = .trailers(section)
      let isOver = outcome == .incomplete && lineBytes > limits.trailerBytes
      return isOver ? .invalid(.trailersTooLarge) : outcome
    }
  }

  private mutating func expect(_ next: Expecting) -> ParseOutcome {
    expecting = next
    return .incomplete
  }

  private mutating func startSizeLine() {
    expecting = .size(digits: 0)
    remaining = 0
    lineBytes = 0
  }

  /// A size that is too large is told when all its digits are there: with more than sixteen of them
  /// it is none.
  private mutating func stepSize(_ byte: UInt8, _ digits: Int, _ room: Int) -> ParseOutcome {
    if let value = hexadecimal(byte) {
      remaining = min(remaining * 16 + value, room + 1)
      return digits < 16 ? expect(.size(digits: digits + 1)) : .invalid(.invalidChunkSize)
    }
    if digits == 0 { return .invalid(.invalidChunkSize) }
    if byte == Byte.carriageReturn || ChunkExtension(byte) != nil, remaining > room {
      return .invalid(.bodyTooLarge)
    }
    if byte == Byte.carriageReturn { return expect(.sizeLineFeed) }
    guard let part = ChunkExtension(byte) else { return .invalid(.invalidChunkSize) }
    return expect(.chunkExtension(part))
  }

  private mutating func stepExtension(_ byte: UInt8, _ part: inout ChunkExtension) -> ParseOutcome {
    if byte == Byte.carriageReturn, part.isWhole { return expect(.sizeLineFeed) }
    return part.take(byte) ? expect(.chunkExtension(part)) : .invalid(.invalidChunkExtension)
  }

  private mutating func stepSizeEnd(_ byte: UInt8) -> ParseOutcome {
    guard byte == Byte.lineFeed else { return .invalid(.invalidChunkSize) }
    lineBytes = 0
    return expect(remaining == 0 ? .trailers(TrailerSection()) : .content)
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
