// The character classes, byte by byte, against the grammar read in another way.

import Testing

@testable import HTTP

struct ByteSetTests {
  @Test(arguments: UInt8.min...UInt8.max)
  func `a byte is a member where the grammar says so`(_ byte: UInt8) {
    let scalar = Unicode.Scalar(byte)
    let isASCII = byte < 0x80
    let isAlphanumeric = isASCII && (scalar.properties.isAlphabetic || 0x30...0x39 ~= byte)
    func isOne(of marks: String) -> Bool { isASCII && marks.unicodeScalars.contains(scalar) }
    #expect(ByteSet.token.contains(byte) == (isAlphanumeric || isOne(of: "!#$%&'*+-.^_`|~")))
    #expect(ByteSet.fieldValue.contains(byte) == (byte >= 0x20 && byte != 0x7F || byte == 9))
    #expect(ByteSet.target.contains(byte) == (byte > 0x20 && byte != 0x7F))
    #expect(ByteSet.unreserved.contains(byte) == (isAlphanumeric || isOne(of: "-._~")))
    #expect(ByteSet.queryValue.contains(byte) == (isAlphanumeric || isOne(of: "-._~/:,")))
    #expect(
      ByteSet.host.contains(byte) == (isAlphanumeric || isOne(of: "-._~!$&'()*+;=%")))
    #expect(
      ByteSet.hexadecimal.contains(byte) == (isASCII && scalar.properties.isASCIIHexDigit))
    let isOutside = isOne(of: "\"<>\\^`{|}") || !isASCII
    #expect(ByteSet.uri.contains(byte) == (ByteSet.target.contains(byte) && !isOutside))
    #expect(Byte.isDigit(byte) == (0x30...0x39 ~= byte))
    #expect(Byte.lowered(byte) == (0x41...0x5A ~= byte ? byte + 32 : byte))
  }
}
