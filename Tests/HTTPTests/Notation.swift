// The visible notation of bytes in the chapters under Messages; the README there explains it.

/// Bytes as text in which nothing hides, and back.
enum Notation {
  /// A piece of text that is no notation.
  struct Fault: Error { let text: String }

  private static let backslash = UInt8(ascii: "\\")

  /// The bytes of a block's lines with their ends.
  static func bytes(of lines: [Substring]) throws(Fault) -> [UInt8] {
    var bytes: [UInt8] = []
    for line in lines { try append(line, to: &bytes) }
    return bytes
  }

  private static func append(_ line: Substring, to bytes: inout [UInt8]) throws(Fault) {
    var rest = line.utf8
    var isEnded = false
    while let byte = rest.popFirst() {
      isEnded = false
      guard byte == backslash else {
        bytes.append(byte)
        continue
      }
      guard let mark = rest.popFirst() else { return }
      bytes.append(try escaped(mark, &rest))
      isEnded = mark == UInt8(ascii: "n")
    }
    if !isEnded { bytes += [0x0D, 0x0A] }
  }

  private static func escaped(
    _ mark: UInt8, _ rest: inout Substring.UTF8View
  ) throws(Fault) -> UInt8 {
    switch mark {
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "t"): return 0x09
    case backslash: return backslash
    case UInt8(ascii: "x"):
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16) else { break }
      rest = rest.dropFirst(2)
      return value
    default: break
    }
    throw Fault(text: "\\" + String(decoding: [mark], as: UTF8.self))
  }

  /// Visible ASCII and spaces as they are, all else escaped.
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { text($0) }.joined()
  }

  private static func text(_ byte: UInt8) -> String {
    switch byte {
    case 0x0D: "\\r"
    case 0x0A: "\\n"
    case 0x09: "\\t"
    case backslash: "\\\\"
    case 0x20...0x7E: String(decoding: [byte], as: UTF8.self)
    default: "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
  }
}
