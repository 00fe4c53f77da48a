// Which coding a client wants, RFC 9110 section 12.5.3.

import HTTP
import TestSupport
import Testing

struct AcceptEncodingTests {
  private static func coding(_ lines: String...) -> ContentCoding {
    let sent = SentHead(lines.map { "Accept-Encoding: \($0)\r\n" }.joined())
    return sent.head.coding(sent.bytes.span)
  }

  @Test(arguments: [
    "gzip", "x-gzip", "GZip", "*", "gzip, deflate, br, zstd", "deflate;q=1, gzip;q=0.001",
    "gzip;q=0.5", "gzip;q=1.0,identity;q=1", "identity;q=0, gzip", "identity;q=0,*",
    "*;q=0.1, identity;q=0.1", "gzip;q=0.4, *;q=0.4", " gzip ; q=0.5 ", "gzip\t;\tQ=0.5",
    "gzip;q=1.000", "gzip;q=1.", "gzip;q=0.", "br, , gzip", "gzip;q=0, x-gzip",
    "identity;q=0.5, gzip;q=0.8",
  ])
  func `gzip is sent where it is liked as much as the plain form`(_ value: String) {
    let isRefused = value == "gzip;q=0."
    #expect(Self.coding(value) == (isRefused ? .identity : .gzip))
  }

  @Test(arguments: [
    "", ",", "br", "deflate", "gzip;q=0", "gzip;q=0.000", "x-gzip;q=0", "*;q=0", "identity",
    "gzip;q=0.5, identity", "gzip;q=0.5, identity;q=0.501", "gzip;q=0.4, *;q=0.5",
    "*, gzip;q=0", "gzipped", "gzi", "x-gzi", "gzip gzip", "identity;q=0", "identity;q=0, br",
    // What is malformed says nothing.
    "gzip;q=2", "gzip;q=1.001", "gzip;q=0.1234", "gzip;q=-1", "gzip;q=", "gzip;q", "gzip;",
    "gzip;q=nan", "gzip;q=.5", "gzip;level=9", "gzip;q=0.5;q=1", "gzip;q=\"1\"", "gzip;q=1e0",
    "gzip;q=0,5", "gzip;q= 1", "gzip;q=00.5",
  ])
  func `else the plain form is sent`(_ value: String) {
    #expect(Self.coding(value) == .identity)
  }

  @Test func `several lines are one list, and no line asks for nothing`() {
    #expect(Self.coding("br", "gzip") == .gzip)
    #expect(Self.coding("gzip;q=0.5", "identity") == .identity)
    #expect(Self.coding() == .identity)
  }

  /// The sentence of the RFC, over weights as they were made.
  private static func expected(_ weights: [(name: String, weight: Int)]) -> ContentCoding {
    let named = weights.filter { ["gzip", "x-gzip"].contains($0.name) }.map(\.weight).max()
    let others = weights.last { $0.name == "*" }?.weight
    let identity = weights.last { $0.name == "identity" }?.weight ?? others ?? 0
    guard let gzip = named ?? others, gzip > 0 else { return .identity }
    return gzip >= identity ? .gzip : .identity
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `any weights are weighed`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 1...300 {
      let names = ["gzip", "x-gzip", "identity", "*", "br", "deflate"].shuffled(using: &random)
      let weights = names.prefix(Int.random(in: 0...5, using: &random)).map { name in
        (name: name, weight: [0, 1, 250, 500, 999, 1000].randomElement(using: &random) ?? 0)
      }
      let value = weights.map { name, weight in
        let digits = String(1000 + weight % 1000).dropFirst()
        return "\(name);q=\(weight / 1000).\(digits)"
      }.joined(separator: ", ")
      #expect(Self.coding(value) == Self.expected(weights), "seed \(seed): \(value)")
    }
  }
}
