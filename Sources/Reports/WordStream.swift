// The words of a report in order, as bytes.

/// Numbers as they are written in a stream: seven bits a byte, low ones first, all bytes of a number
/// but its last with the high bit set (LEB128). So the bytes of a phrase stand in a stream exactly
/// where the phrase does, wherever the byte ahead has no high bit.
///
/// A stream is the headline's words, 0, and the text's words: no phrase reaches across.
enum WordStream {
  /// Stands between headline and text; no word has this number.
  static let divider: UInt32 = 0

  static func append(_ number: UInt32, to stream: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      stream.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    stream.append(UInt8(rest))
  }

  /// Hands out the numbers of a whole stream, or of a part of it that holds whole numbers.
  @inline(__always)
  static func forEach(in stream: Span<UInt8>, _ body: (UInt32) -> Void) {
    _ = contains(in: stream) {
      body($0)
      return false
    }
  }

  /// Whether a number of them is as wanted; those behind it are not looked at.
  @inline(__always)
  static func contains(in stream: Span<UInt8>, where isWanted: (UInt32) -> Bool) -> Bool {
    var index = 0
    while index < stream.count {
      var number = UInt32(stream[index] & 0x7F)
      var shift: UInt32 = 7
      while stream[index] >= 0x80 {
        index += 1
        number |= UInt32(stream[index] & 0x7F) << shift
        shift += 7
      }
      index += 1
      if isWanted(number) { return true }
    }
    return false
  }
}
