// Writes JSON (RFC 8259) by appending bytes; it never builds a tree.

/// Appends one JSON text to a byte buffer, commas included.
///
/// The caller keeps the nesting right: a value or a key where it belongs, an end for each begin.
/// Text is written as UTF-8 with only what RFC 8259 section 7 demands escaped. Each call makes room
/// once for all that it appends: an export is made of little else.
package struct JSONWriter: ~Copyable {
  private var buffer: ByteBuffer
  private var wantsComma = false

  package init(reserving capacity: Int = 256) { buffer = ByteBuffer(reserving: capacity) }

  /// How many bytes are written.
  package var count: Int { buffer.count }

  /// A copy of what is written.
  package var bytes: [UInt8] { buffer.bytes }

  /// Puts a copy of what is written behind other bytes.
  package func append(to bytes: inout [UInt8]) { buffer.append(to: &bytes) }

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

  // MARK: - Keys

  /// A key that needs no escape.
  package mutating func key(_ name: StaticString) {
    let name = unsafe UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    assert(unsafe !name.contains(where: JSONEscape.isEscape), "a key to be written with key(of:)")
    append(addingCapacity: name.count + 4) { pen in
      pen.put(Mark.quote)
      unsafe pen.put(name)
      pen.put(Mark.quote)
      pen.put(Mark.colon)
    }
    wantsComma = false
  }

  package mutating func key(of name: String) {
    string(name)
    buffer.append(addingCapacity: 1) { $0.put(Mark.colon) }
    wantsComma = false
  }

  // MARK: - Strings

  package mutating func string(_ text: String) { string(text.utf8.span) }

  /// A string from UTF-8 bytes, which are taken as valid.
  package mutating func string(_ utf8: Span<UInt8>) {
    var plain = 0
    unsafe utf8.withUnsafeBufferPointer { bytes in
      append(addingCapacity: bytes.count + 3) { pen in
        pen.put(Mark.quote)
        plain = unsafe pen.put(plain: bytes)
        if plain == bytes.count { pen.put(Mark.quote) }
      }
    }
    if plain == utf8.count { return }
    appendEscaped(utf8.extracting(plain...))
    endString()
  }

  /// A string of several parts: `beginString`, any number of `appendToString`, `endString`.
  package mutating func beginString() { begin("\"") }
  package mutating func appendToString(_ utf8: Span<UInt8>) { appendEscaped(utf8) }
  package mutating func appendToString(_ text: String) { appendEscaped(text.utf8.span) }

  package mutating func appendToString(_ number: Int) {
    buffer.append(addingCapacity: Pen.numberRoom) { $0.put(number) }
  }

  package mutating func endString() { end("\"") }

  /// A string, or null.
  package mutating func string(orNull text: String?) {
    if let text { string(text) } else { null() }
  }

  // MARK: - Other values

  package mutating func integer(_ value: Int) {
    append(addingCapacity: Pen.numberRoom + 1) { $0.put(value) }
  }

  /// A number or null.
  package mutating func integer(orNull value: Int?) {
    if let value { integer(value) } else { null() }
  }

  package mutating func boolean(_ value: Bool) { if value { word("true") } else { word("false") } }
  package mutating func null() { word("null") }

  /// Values that another writer wrote side by side, outside of any array.
  package mutating func values(_ bytes: [UInt8]) {
    if bytes.isEmpty { return }
    append(addingCapacity: bytes.count + 1) { pen in
      unsafe bytes.withUnsafeBufferPointer { unsafe pen.put($0) }
    }
  }

  /// A line feed behind the whole text, for those who read it in a terminal. What follows is a text
  /// of its own.
  package mutating func endLine() {
    buffer.append(addingCapacity: 1) { $0.put(Mark.lineFeed) }
    wantsComma = false
  }

  // MARK: - Parts

  /// A value with the comma ahead of it, for which there must be room as well.
  @inline(__always)
  mutating func append(addingCapacity room: Int, _ value: (inout Pen) -> Void) {
    let separates = wantsComma
    buffer.append(addingCapacity: room) { pen in
      if separates { pen.put(Mark.comma) }
      value(&pen)
    }
    wantsComma = true
  }

  @inline(__always)
  private mutating func begin(_ mark: Unicode.Scalar) {
    append(addingCapacity: 2) { $0.put(UInt8(ascii: mark)) }
    wantsComma = false
  }

  @inline(__always)
  private mutating func end(_ mark: Unicode.Scalar) {
    buffer.append(addingCapacity: 1) { $0.put(UInt8(ascii: mark)) }
    wantsComma = true
  }

  private mutating func word(_ word: StaticString) {
    let letters = unsafe UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    append(addingCapacity: letters.count + 1) { unsafe $0.put(letters) }
  }

  private mutating func appendEscaped(_ utf8: Span<UInt8>) {
    var start = 0
    while true {
      let rest = utf8.extracting(start...)
      unsafe rest.withUnsafeBufferPointer { rest in
        buffer.append(addingCapacity: rest.count) { start += unsafe $0.put(plain: rest) }
      }
      if start == utf8.count { return }
      appendEscape(of: utf8[start])
      start += 1
    }
  }

  private mutating func appendEscape(of byte: UInt8) {
    buffer.append(addingCapacity: 6) { pen in
      pen.put(UInt8(ascii: "\\"))
      switch byte {
      case UInt8(ascii: "\n"): pen.put(UInt8(ascii: "n"))
      case UInt8(ascii: "\r"): pen.put(UInt8(ascii: "r"))
      case UInt8(ascii: "\t"): pen.put(UInt8(ascii: "t"))
      case 0..<0x20: pen.put(unicodeEscape: byte)
      default: pen.put(byte)
      }
    }
  }
}

private enum Mark {
  static let comma = UInt8(ascii: ",")
  static let quote = UInt8(ascii: "\"")
  static let colon = UInt8(ascii: ":")
  static let lineFeed = UInt8(ascii: "\n")
}
