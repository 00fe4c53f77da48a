// One character of UTF-8, and what kind of character it is.

/// A decoded scalar; a byte that begins none is white space of length 1.
struct Scalar {
  enum Kind { case space, letter, digit, mark }

  let code: UInt32
  let length: Int

  @inline(__always)
  init(_ bytes: [UInt8], _ at: Int, _ end: Int) {
    let first = bytes[at]
    if first < 0x80 {
      code = UInt32(first)
      length = 1
    } else {
      (code, length) = Self.decode(bytes, at, end)
    }
  }

  private static func decode(_ bytes: [UInt8], _ at: Int, _ end: Int) -> (UInt32, Int) {
    let first = bytes[at]
    let length = first > 0xF4 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    guard length > 1, at + length <= end else { return (0x20, 1) }
    var code = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let byte = bytes[at + offset]
      guard byte & 0xC0 == 0x80 else { return (0x20, 1) }
      code = code << 6 | UInt32(byte & 0x3F)
    }
    return isWellFormed(code, length) ? (code, length) : (0x20, 1)
  }

  /// Neither a longer form than is needed, nor a surrogate, nor beyond Unicode (RFC 3629, 3).
  private static func isWellFormed(_ code: UInt32, _ length: Int) -> Bool {
    switch length {
    case 2: true
    case 3: code >= 0x800 && !(0xD800...0xDFFF ~= code)
    default: 0x10000...0x10FFFF ~= code
    }
  }

  var kind: Kind {
    if code < 0x80 {
      let byte = UInt8(truncatingIfNeeded: code)
      if byte.isASCIILetter { return .letter }
      if byte.isASCIIDigit { return .digit }
      return byte <= 0x20 || byte == 0x7F ? .space : .mark
    }
    switch code {
    case 0x80...0xA0, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF:
      return .space
    case 0xAA, 0xB5, 0xBA: return .letter
    case 0xA1...0xBF, 0xD7, 0xF7, 0x2010...0x2BFF, 0x3001...0x303F, 0xFE30...0xFE6F,
      0xFF00...0xFF20:
      return .mark
    default: return .letter
    }
  }

  /// Capitals of Latin, Greek and Cyrillic.
  var isCapital: Bool {
    switch code {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A9, 0x400...0x42F: true
    case 0x100...0x137, 0x14A...0x177, 0x1E00...0x1EFF, 0x460...0x481, 0x490...0x4FF: code % 2 == 0
    case 0x139...0x148, 0x179...0x17E: code % 2 == 1
    case 0x178: true
    default: false
    }
  }

  var isApostrophe: Bool { code == 0x27 || code == 0x2019 || code == 0x2BC }

  var markKind: Token.Kind {
    switch code {
    case 0x22: .plainMark
    case 0x201C, 0x201E, 0xAB, 0x201F: .openMark
    case 0x201D, 0xBB: .closeMark
    case 0x2018, 0x2039, 0x201A: .openSingle
    case 0x2019, 0x203A: .closeSingle
    case 0x27, 0x60: .plainSingle
    case 0x2C: .comma
    case 0x2E: .stop
    case 0x3F: .question
    case 0x21: .exclamation
    case 0x2026: .ellipsis
    case 0x3A: .colon
    case 0x3B: .semicolon
    case 0x2D, 0x2012...0x2015: .dash
    case 0x2010, 0x2011: .hyphen
    case 0x28, 0x5B, 0x7B: .openBracket
    case 0x29, 0x5D, 0x7D: .closeBracket
    case 0x2022, 0x25CF, 0x25A0, 0x2A: .bullet
    default: .symbol
    }
  }
}

extension UInt8 {
  var isASCIICapital: Bool { self &- 0x41 < 26 }
  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  var isASCIIDigit: Bool { self &- 0x30 < 10 }
}
