// Sets of bytes, for the character classes of the grammar.

/// A set of byte values with one test of a bit to look one up.
struct ByteSet: Sendable {
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// The bytes of `characters`, and the ranges.
  init(_ characters: String = "", ranges: ClosedRange<UInt8>...) {
    var bits: [UInt64] = [0, 0, 0, 0]
    let members = Array(characters.utf8) + ranges.flatMap { Array($0) }
    for byte in members { bits[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
    words = (bits[0], bits[1], bits[2], bits[3])
  }

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    let word =
      byte < 128 ? (byte < 64 ? words.0 : words.1) : (byte < 192 ? words.2 : words.3)
    return (word &>> UInt64(byte & 63)) & 1 == 1
  }

  private static let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

  /// `tchar`, RFC 9110 section 5.6.2.
  static let token = ByteSet(letters + "0123456789!#$%&'*+-.^_`|~")

  /// What may stand in a field's value: `VCHAR`, `obs-text`, space and tab, RFC 9110 section 5.5.
  static let fieldValue = ByteSet("\t", ranges: 0x20...0x7E, 0x80...0xFF)

  /// What stands in a URI, RFC 3986 section 2; brackets also where they should be escaped.
  static let uri = ByteSet(letters + "0123456789-._~:/?#[]@!$&'()*+,;=%")

  /// What is taken in a request target: all that is visible, and bytes of UTF-8. Nothing here can be
  /// taken for a separator.
  static let target = ByteSet(ranges: 0x21...0x7E, 0x80...0xFF)

  /// A registered name or an IPv4 address, RFC 3986 section 3.2.2, but for the comma: two hosts
  /// are not one.
  static let host = ByteSet(letters + "0123456789-._~!$&'()*+;=%")

  static let hexadecimal = ByteSet("0123456789abcdefABCDEF")

  /// What a URI's path segment or query may hold unescaped, of what we write ourselves.
  static let unreserved = ByteSet(letters + "0123456789-._~")
  static let queryValue = ByteSet(letters + "0123456789-._~/:,")
}

/// Bytes that the grammar names.
enum Byte {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let colon = UInt8(ascii: ":")
  static let comma = UInt8(ascii: ",")
  static let slash = UInt8(ascii: "/")
  static let quote = UInt8(ascii: "\"")
  static let zero = UInt8(ascii: "0")
  static let nine = UInt8(ascii: "9")

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- zero <= 9 }

  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }

  /// An ASCII capital as its small letter, all else as it is.
  @inline(__always)
  static func lowered(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }
}
