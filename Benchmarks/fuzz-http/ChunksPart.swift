// Chunks: what is encoded is decoded to the same, and any bytes have one reading.

import HTTP

enum ChunksPart {
  private static let limits: Limits = {
    var limits = Limits()
    (limits.bodyBytes, limits.chunkLineBytes, limits.trailerBytes) = (4096, 32, 48)
    return limits
  }()

  static func fault(in input: [UInt8]) -> String? {
    let atOnce = decode([input[...]])
    if atOnce != decode(input.indices.map { input[$0...$0] }) { return "two readings of chunks" }
    if atOnce.body.count > limits.bodyBytes { return "a body beyond its limit" }
    return encodingFault(input)
  }

  private static func encodingFault(_ input: [UInt8]) -> String? {
    var reader = InputReader(input)
    let parts = reader.pieces(of: Array(input.prefix(4096)), upTo: 60)
    var wire: [UInt8] = []
    for part in parts { ResponseEncoder.chunk(Array(part), into: &wire) }
    wire += ResponseEncoder.lastChunk
    let (body, outcome) = decode([wire[...]])
    if outcome != .complete(consumed: wire.count) { return "our own chunks: \(outcome)" }
    return body == parts.flatMap { $0 } ? nil : "our own chunks have another content"
  }

  /// The content, and what came of all pieces together.
  private static func decode(
    _ pieces: [ArraySlice<UInt8>]
  ) -> (body: [UInt8], outcome: ParseOutcome) {
    guard var decoder = BodyDecoder(.chunked, limits: limits) else { return ([], .incomplete) }
    var body: [UInt8] = []
    var before = 0
    for piece in pieces {
      let bytes = Array(piece)
      switch decoder.decode(bytes.span, into: &body) {
      case .incomplete: before += bytes.count
      case .complete(let consumed): return (body, .complete(consumed: before + consumed))
      case .invalid(let violation): return (body, .invalid(violation))
      }
    }
    return (body, .incomplete)
  }
}
