// Takes a request's body off the wire, RFC 9112 sections 6 and 7.

/// Collects a body, however it is framed.
package struct BodyDecoder: Equatable, Sendable {
  private var framing: Framing
  private let limits: BodyLimits

  private enum Framing: Equatable, Sendable {
    case sized(remaining: Int)
    case chunked(ChunkDecoder)
  }

  /// Nil where there is no body to read.
  package init?(_ framing: BodyFraming, limits: Limits) {
    self.limits = BodyLimits(limits)
    switch framing {
    case .none, .sized(0): return nil
    case .sized(let length): self.framing = .sized(remaining: length)
    case .chunked: self.framing = .chunked(ChunkDecoder())
    }
  }

  /// Appends content to `body`. `incomplete` means that all of `input` was used.
  package mutating func decode(_ input: Span<UInt8>, into body: inout [UInt8]) -> ParseOutcome {
    switch framing {
    case .sized(let remaining):
      let taken = min(remaining, input.count)
      body.append(input.extracting(0..<taken))
      framing = .sized(remaining: remaining - taken)
      return taken == remaining ? .complete(consumed: taken) : .incomplete
    case .chunked(var decoder):
      let outcome = decoder.decode(input, into: &body, limits)
      framing = .chunked(decoder)
      return outcome
    }
  }
}

/// The limits that matter for a body.
struct BodyLimits: Equatable, Sendable {
  let bodyBytes: Int
  let chunkLineBytes: Int
  let trailerBytes: Int

  init(_ limits: Limits) {
    bodyBytes = limits.bodyBytes
    chunkLineBytes = limits.chunkLineBytes
    trailerBytes = limits.trailerBytes
  }
}

extension [UInt8] {
  package mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
