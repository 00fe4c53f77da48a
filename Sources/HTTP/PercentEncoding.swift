// Percent-encoding, RFC 3986 section 2.1, and `+` for a space as forms and curl users write it.

package enum PercentEncoding {
  /// Decodes a path's segment. What is no UTF-8 is a name that nothing has: 404.
  static func decodeSegment(_ bytes: Span<UInt8>) throws(Problem) -> String {
    let decoded = try unescape(bytes, "path")
    if let text = String(validating: decoded, as: UTF8.self) { return text }
    throw Problem(.notFound, "The path, percent-decoded, is not UTF-8: there is nothing at it.")
  }

  /// Decodes a name or a value of a query.
  static func decodeQuery(_ bytes: Span<UInt8>) throws(Problem) -> String {
    let decoded = try unescape(bytes, "query", plusIsSpace: true)
    if let text = String(validating: decoded, as: UTF8.self) { return text }
    throw Problem(.badRequest, "The query, percent-decoded, is not UTF-8.")
  }

  /// NUL is refused, as RFC 3986 section 7.3 asks of whoever expects text.
  private static func unescape(
    _ bytes: Span<UInt8>, _ what: String, plusIsSpace: Bool = false
  ) throws(Problem) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "%") {
        guard let value = escaped(bytes, index) else { throw malformed(what) }
        if value == 0 {
          throw Problem(.badRequest, "In the \(what), %00 is refused: no text holds it.")
        }
        decoded.append(value)
        index += 3
      } else {
        decoded.append(plusIsSpace && byte == UInt8(ascii: "+") ? Byte.space : byte)
        index += 1
      }
    }
    return decoded
  }

  /// Encodes all but the unreserved characters, and in a query's values those that mean nothing
  /// there.
  package static func encode(_ text: String, query: Bool = false) -> String {
    let plain = query ? ByteSet.queryValue : ByteSet.unreserved
    var encoded: [UInt8] = []
    for byte in text.utf8 {
      if plain.contains(byte) {
        encoded.append(byte)
      } else {
        encoded.append(contentsOf: [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)])
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  private static func escaped(_ bytes: Span<UInt8>, _ index: Int) -> UInt8? {
    guard index + 2 < bytes.count, let high = value(bytes[index + 1]),
      let low = value(bytes[index + 2])
    else { return nil }
    return high << 4 | low
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    Character(Unicode.Scalar(digit)).hexDigitValue.map { UInt8($0) }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? Byte.zero + value : UInt8(ascii: "A") + value - 10
  }

  private static func malformed(_ what: String) -> Problem {
    Problem(.badRequest, "In the \(what), a % is not followed by two hexadecimal digits.")
  }
}
