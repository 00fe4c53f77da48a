// Chunks cut at any place hold the same content.

import HTTP
import TestSupport
import Testing

struct ChunkTests {
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `chunks decode to their content however they are cut`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for number in 1...50 {
      let (content, wire) = Self.chunkedBody(&random)
      var decoder = try #require(BodyDecoder(.chunked, limits: Limits()))
      var body: [UInt8] = []
      var outcomes: [ParseOutcome] = []
      let pieces = random.pieces(of: wire, upTo: 12)
      for piece in pieces { outcomes.append(decoder.decode(Array(piece).span, into: &body)) }
      let last = ParseOutcome.complete(consumed: pieces.last?.count ?? 0)
      #expect(body == content, "seed \(seed), body \(number)")
      #expect(outcomes.last == last, "seed \(seed), body \(number)")
      #expect(
        outcomes.dropLast().allSatisfy { $0 == .incomplete }, "seed \(seed), body \(number)")
    }
  }

  @Test(arguments: [BodyFraming.sized(5), .chunked])
  func `what follows a body is left where it is`(_ framing: BodyFraming) throws {
    var decoder = try #require(BodyDecoder(framing, limits: Limits()))
    let wire = framing == .chunked ? "5\r\nhello\r\n0\r\n\r\n" : "hello"
    var body: [UInt8] = []
    let outcome = decoder.decode(Array((wire + "GET / HTTP/1.1").utf8).span, into: &body)
    #expect(outcome == .complete(consumed: wire.utf8.count))
    #expect(body == Array("hello".utf8))
  }

  @Test(arguments: [BodyFraming.none, .sized(0)])
  func `where there is no body there is no decoder`(_ framing: BodyFraming) {
    #expect(BodyDecoder(framing, limits: Limits()) == nil)
  }

  @Test func `a part without bytes does not end the body`() {
    var wire: [UInt8] = []
    ResponseEncoder.chunk([], into: &wire)
    #expect(wire.isEmpty)
  }

  /// Content, and the same as chunks of ours, with extensions and trailers now and then.
  private static func chunkedBody(
    _ random: inout SeededGenerator
  ) -> (content: [UInt8], wire: [UInt8]) {
    var content: [UInt8] = []
    var wire: [UInt8] = []
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      let part = random.bytes(upTo: 40)
      content += part
      if part.isEmpty || .random(using: &random) {
        ResponseEncoder.chunk(part, into: &wire)
      } else {
        wire += Array("0\(String(part.count, radix: 16).uppercased()) ;a=\"\\\"\"\r\n".utf8)
        wire += part + [0x0D, 0x0A]
      }
    }
    let trailer = Bool.random(using: &random) ? "0\r\nX-Sum: 1\r\n\r\n" : nil
    return (content, wire + (trailer.map { Array($0.utf8) } ?? ResponseEncoder.lastChunk))
  }
}
