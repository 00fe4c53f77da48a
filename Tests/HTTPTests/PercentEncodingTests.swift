// Percent-encoding there and back.

import TestSupport
import Testing

@testable import HTTP

struct PercentEncodingTests {
  @Test(
    arguments: [
      ("abc-._~09", "abc-._~09", "abc-._~09"), ("a b", "a%20b", "a%20b"),
      ("a/b:c,d", "a%2Fb%3Ac%2Cd", "a/b:c,d"), ("a+b&c=d", "a%2Bb%26c%3Dd", "a%2Bb%26c%3Dd"),
      ("é%", "%C3%A9%25", "%C3%A9%25"), ("\0\u{7F}", "%00%7F", "%00%7F"), ("", "", ""),
      ("\"<#>?", "%22%3C%23%3E%3F", "%22%3C%23%3E%3F"),
    ])
  func `text is encoded for a path and for a query`(
    _ text: String, _ path: String, _ query: String
  ) {
    #expect(PercentEncoding.encode(text) == path)
    #expect(PercentEncoding.encode(text, query: true) == query)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `what is encoded is decoded to the same`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 1...100 {
      let text = Self.text(&random)
      let segment = Array(PercentEncoding.encode(text).utf8)
      let query = Array(PercentEncoding.encode(text, query: true).utf8)
      let fromPath = try PercentEncoding.decodeSegment(segment.span)
      let fromQuery = try PercentEncoding.decodeQuery(query.span)
      #expect(fromPath.utf8.elementsEqual(text.utf8), "seed \(seed)")
      #expect(fromQuery.utf8.elementsEqual(text.utf8), "seed \(seed)")
    }
  }

  @Test(arguments: 1...0x7F as ClosedRange<UInt8>)
  func `every byte but NUL that is escaped is that byte`(_ byte: UInt8) throws {
    let hex = (byte < 16 ? "0" : "") + String(byte, radix: 16)
    let expected = String(decoding: [byte], as: UTF8.self)
    for digits in [hex, hex.uppercased()] {
      #expect(try PercentEncoding.decodeSegment(Array("%\(digits)".utf8).span) == expected)
    }
  }

  @Test(arguments: ["%00", "a%00b", "%00%zz"])
  func `NUL is refused in a path and in a query`(_ text: String) {
    let bytes = Array(text.utf8)
    let inPath = #expect(throws: Problem.self) { try PercentEncoding.decodeSegment(bytes.span) }
    let inQuery = #expect(throws: Problem.self) { try PercentEncoding.decodeQuery(bytes.span) }
    #expect(inPath?.status == .badRequest)
    #expect(inQuery?.status == .badRequest)
  }

  @Test(arguments: ["%80", "%FF", "a%C3", "%ED%A0%80"])
  func `what is no text names nothing in a path and is wrong in a query`(_ text: String) {
    let bytes = Array(text.utf8)
    let inPath = #expect(throws: Problem.self) { try PercentEncoding.decodeSegment(bytes.span) }
    let inQuery = #expect(throws: Problem.self) { try PercentEncoding.decodeQuery(bytes.span) }
    #expect(inPath?.status == .notFound)
    #expect(inQuery?.status == .badRequest)
  }

  private static func text(_ random: inout SeededGenerator) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      let limit: UInt32 = Bool.random(using: &random) ? 0x7F : 0x10_FFFF
      if let scalar = Unicode.Scalar(UInt32.random(in: 1...limit, using: &random)) {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
