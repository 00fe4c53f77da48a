// Bytes of a file to text: UTF-8, else Windows-1252.

/// Decoded text, as UTF-8, and what had to be assumed.
struct DecodedText: Equatable {
  var utf8: [UInt8]
  var remark: String?
}

enum TextDecoding {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Text of a file. UTF-16 and anything with NUL bytes is no text here: the sentence says so.
  static func decode(_ bytes: [UInt8]) -> Result<DecodedText, UndecodableText> {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return .failure(.utf16)
    }
    if bytes.contains(0) { return .failure(.binary) }
    let content = bytes.starts(with: byteOrderMark) ? Array(bytes.dropFirst(3)) : bytes
    if isUTF8(content) { return .success(DecodedText(utf8: content)) }
    let remark = "The bytes are not UTF-8; they were read as Windows-1252."
    return .success(DecodedText(utf8: fromWindows1252(content), remark: remark))
  }

  static func isUTF8(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

  /// Each byte is a character; the five that the code page leaves open stand for themselves
  /// (WHATWG Encoding Standard, index windows-1252).
  static func fromWindows1252(_ bytes: [UInt8]) -> [UInt8] {
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      let code = 0x80..<0xA0 ~= byte ? upperControls[Int(byte) - 0x80] : UInt16(byte)
      if let scalar = Unicode.Scalar(code) { scalars.append(scalar) }
    }
    return Array(String(scalars).utf8)
  }

  private static let upperControls: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}

/// Why a file's bytes are no text.
enum UndecodableText: String, Error {
  case utf16 = "the file is UTF-16; UTF-8 and Windows-1252 are read"
  case binary = "the file holds NUL bytes and is no text"
}
