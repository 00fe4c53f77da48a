// Writes the members of one log line, a JSON object.

/// A line of JSON in which every byte is a printable ASCII character: nothing that a client sends
/// can end the line, look like another, or command a terminal that shows it.
struct LogText {
  private(set) var bytes: [UInt8]

  init(_ buffer: consuming [UInt8] = []) {
    bytes = buffer
    bytes.append(UInt8(ascii: "{"))
  }

  mutating func add(_ name: StaticString, _ text: String) {
    begin(name)
    string(text)
  }

  mutating func add(_ name: String, _ text: String) {
    separate()
    string(name)
    bytes.append(UInt8(ascii: ":"))
    string(text)
  }

  mutating func add(_ name: StaticString, _ number: Int) {
    begin(name)
    bytes.append(contentsOf: String(number).utf8)
  }

  consuming func ended() -> [UInt8] {
    bytes.append(contentsOf: "}\n".utf8)
    return bytes
  }

  private mutating func begin(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(contentsOf: "\":".utf8)
  }

  private mutating func separate() {
    if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy(Self.isPlain) {
      bytes.append(contentsOf: text.utf8)
    } else {
      for unit in text.utf16 { append(unit) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    0x20..<0x7F ~= byte && byte != 0x22 && byte != 0x5C
  }

  /// RFC 8259 section 7: what is beyond the first plane is two escapes.
  private mutating func append(_ unit: UInt16) {
    switch unit {
    case 0x22, 0x5C:
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(UInt8(unit))
    case 0x20..<0x7F:
      bytes.append(UInt8(unit))
    default:
      bytes.append(contentsOf: "\\u".utf8)
      for shift in [12, 8, 4, 0] { bytes.append(Self.digits[Int(unit >> shift & 15)]) }
    }
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
