// Escapes are found eight bytes at a time where a look at each byte finds them.

import Testing

@testable import JSON

@Test(arguments: 0...255 as ClosedRange<UInt8>)
func `a byte that must be escaped is found wherever it stands`(byte: UInt8) {
  let isEscape = byte < 0x20 || byte == 0x22 || byte == 0x5C
  for (length, filler) in [(1, 0x20), (8, 0x21), (17, 0x23), (23, 0x7F), (25, 0xFF)]
    as [(Int, UInt8)]
  {
    for position in 0..<length {
      var bytes = [UInt8](repeating: filler, count: length)
      bytes[position] = byte
      for start in 0...position {
        #expect(JSONEscape.first(in: bytes.span, from: start) == (isEscape ? position : length))
      }
      #expect(JSONEscape.first(in: bytes.span, from: position + 1) == length)
    }
  }
}
