// Ranges of bytes, RFC 9110 section 14.

import HTTP
import TestSupport
import Testing

struct ByteRangeTests {
  private static func range(_ value: String) -> ByteRange? {
    ByteRange(field: Array(value.utf8).span)
  }

  @Test(
    arguments: [
      ("bytes=0-499", .from(0, through: 499)), ("bytes=9500-", .from(9500, through: nil)),
      ("bytes=-500", .suffix(500)), ("BYTES=1-1", .from(1, through: 1)),
      ("bytes=0-0,", .from(0, through: 0)), ("bytes=-0", .suffix(0)),
      ("bytes=007-08", .from(7, through: 8)),
    ] as [(String, ByteRange)])
  func `one range is read`(_ value: String, _ range: ByteRange) {
    #expect(Self.range(value) == range)
  }

  @Test(arguments: [
    "", "bytes", "bytes=", "bytes=,", "bytes=-", "bytes=a-b", "bytes=1", "bytes=5-4",
    "bytes=0-1,2-3", "bytes=0-,-1", "items=0-1", "bytes 0-1", "bytes=0-1;x", "bytes=0--1",
    "bytes=0 - 1", "bytes=+0-1", "bytes=0x0-1", "bytes=--1", "byte=0-1", "0-1", "bytes=1-2-3",
  ])
  func `what is malformed, several, or of another unit is ignored`(_ value: String) {
    #expect(Self.range(value) == nil)
  }

  @Test(arguments: ["99999999999999999999999", "9223372036854775807"])
  func `no number is too great`(_ number: String) {
    #expect(Self.range("bytes=0-\(number)")?.bytes(of: 10) == 0..<10)
    #expect(Self.range("bytes=-\(number)")?.bytes(of: 10) == 0..<10)
    #expect(Self.range("bytes=\(number)-")?.bytes(of: 10) == nil)
    #expect(Self.range("bytes=\(number)-")?.bytes(of: .max) != nil)
  }

  /// The positions that the RFC's words pick out, one by one.
  private static func picked(_ range: ByteRange, of length: Int) -> [Int] {
    (0..<length).filter { position in
      switch range {
      case .from(let first, let last): position >= first && position <= last ?? .max
      case .suffix(let count): position >= length - count
      }
    }
  }

  @Test func `the bytes of every range of every short content`() {
    for length in 0...6 {
      for first in 0...7 {
        let ends = [nil] + (first...8).map { Optional($0) }
        for range in ends.map({ ByteRange.from(first, through: $0) }) + [.suffix(first)] {
          let bytes = range.bytes(of: length)
          let expected = Self.picked(range, of: length)
          #expect(bytes.map { Array($0) } ?? [] == expected, "\(range) of \(length)")
          if !expected.isEmpty { #expect(bytes != nil) }
        }
      }
    }
  }
}
