// Writes JSON (RFC 8259) by appending bytes; it never builds a tree.

/// Appends one JSON text to a byte buffer, commas included.
///
/// The caller keeps the nesting right: a value or a key where it belongs, an end for each begin.
/// Text is written as UTF-8 with only what RFC 8259 section 7 demands escaped.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private var wantsComma = false

  package init(reserving capacity: Int = 256) { bytes.reserveCapacity(capacity) }

  package mutating func beginObject() { begin("{") }
  package mutating func endObject() { end("}") }
  package mutating func beginArray() { begin("[") }
  package mutating func endArray() { end("]") }

  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    beginObject()
    members(&self)
    endObject()
  }

  package mutating func array(_ elements: (inout JSONWriter) -> Void) {
    beginArray()
    elements(&self)
    endArray()
  }

  package mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    wantsComma = false
  }

  package mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { unsafe string($0.span) }
  }

  /// A string from UTF-8 bytes, which are taken as valid.
  package mutating func string(_ utf8: Span<UInt8>) {
    beginString()
    appendEscaped(utf8)
    endString()
  }

  /// A string of several parts: `beginString`, any number of `appendToString`, `endString`.
  package mutating func beginString() {
    separate()
    bytes.append(UInt8(ascii: "\""))
  }

  package mutating func appendToString(_ utf8: Span<UInt8>) { appendEscaped(utf8) }

  package mutating func appendToString(_ text: String) {
    var text = text
    text.withUTF8 { unsafe appendEscaped($0.span) }
  }

  package mutating func endString() {
    bytes.append(UInt8(ascii: "\""))
    wantsComma = true
  }

  package mutating func integer(_ value: Int) { literal(String(value)) }
  /// A number or null.
  package mutating func integer(orNull value: Int?) {
    if let value { integer(value) } else { null() }
  }

  package mutating func boolean(_ value: Bool) { literal(value ? "true" : "false") }
  package mutating func null() { literal("null") }

  /// A string, or null.
  package mutating func string(orNull text: String?) {
    if let text { string(text) } else { null() }
  }

  /// The values that another writer wrote side by side, outside of any array.
  package mutating func values(of other: JSONWriter) {
    if other.bytes.isEmpty { return }
    separate()
    bytes.append(contentsOf: other.bytes)
    wantsComma = true
  }

  /// A line feed behind the whole text, for those who read it in a terminal.
  package mutating func endLine() { bytes.append(UInt8(ascii: "\n")) }

  mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    wantsComma = true
  }

  private mutating func begin(_ mark: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: mark))
    wantsComma = false
  }

  private mutating func end(_ mark: Unicode.Scalar) {
    bytes.append(UInt8(ascii: mark))
    wantsComma = true
  }

  private mutating func separate() {
    if wantsComma { bytes.append(UInt8(ascii: ",")) }
  }

  /// Appends runs that need no escape in one piece.
  private mutating func appendEscaped(_ utf8: Span<UInt8>) {
    var start = 0
    while true {
      let end = JSONEscape.first(in: utf8, from: start)
      append(utf8.extracting(start..<end))
      if end == utf8.count { return }
      appendEscape(of: utf8[end])
      start = end + 1
    }
  }

  private mutating func append(_ run: Span<UInt8>) {
    unsafe run.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  private mutating func appendEscape(of byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
    case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "r"))
    case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
    case 0..<0x20: appendUnicodeEscape(byte)
    default: bytes.append(byte)
    }
  }

  private mutating func appendUnicodeEscape(_ byte: UInt8) {
    let digits: StaticString = "0123456789abcdef"
    bytes.append(contentsOf: "u00".utf8)
    unsafe bytes.append(digits.utf8Start[Int(byte >> 4)])
    unsafe bytes.append(digits.utf8Start[Int(byte & 15)])
  }
}
