// Writes JSON (RFC 8259) by appending bytes; it never builds a tree.

/// Appends one JSON text to a byte buffer, commas included.
///
/// The caller keeps the nesting right: a value or a key where it belongs, an end for each begin.
/// Text is written as UTF-8 with only what RFC 8259 section 7 demands escaped. Each call makes room
/// once for all that it appends: an export is made of little else.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private var wantsComma = false

  package init(reserving capacity: Int = 256) { bytes.reserveCapacity(capacity) }

  /// A writer whose text follows what stands in a buffer; the buffer is taken.
  package init(behind buffer: inout [UInt8]) { swap(&bytes, &buffer) }

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
    let rest = unsafe quote(name.span, colon: true)
    assert(rest == name.count, "a key to be written with key(of:)")
  }

  package mutating func key(of name: String) {
    string(name)
    bytes.append(Mark.colon)
    wantsComma = false
  }

  // MARK: - Strings

  package mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { unsafe string($0.span) }
  }

  /// A string from UTF-8 bytes, which are taken as valid.
  package mutating func string(_ utf8: Span<UInt8>) {
    let rest = quote(utf8, colon: false)
    if rest == utf8.count { return }
    appendEscaped(utf8.extracting(rest...))
    endString()
  }

  /// A string of several parts: `beginString`, any number of `appendToString`, `endString`.
  package mutating func beginString() {
    separate()
    bytes.append(Mark.quote)
  }

  package mutating func appendToString(_ utf8: Span<UInt8>) { appendEscaped(utf8) }

  package mutating func appendToString(_ text: String) {
    var text = text
    text.withUTF8 { unsafe appendEscaped($0.span) }
  }

  package mutating func appendToString(_ number: Int) { appendDigits(of: number) }

  package mutating func endString() {
    bytes.append(Mark.quote)
    wantsComma = true
  }

  /// A string, or null.
  package mutating func string(orNull text: String?) {
    if let text { string(text) } else { null() }
  }

  /// Appends a string in marks as far as it needs no escape; how far that is. Where it is all of it,
  /// the string is ended.
  private mutating func quote(_ utf8: Span<UInt8>, colon: Bool) -> Int {
    let separates = wantsComma
    var plain = 0
    bytes.append(addingCapacity: utf8.count + 4) { output in
      if separates { output.append(Mark.comma) }
      output.append(Mark.quote)
      plain = output.append(plain: utf8)
      if plain == utf8.count {
        output.append(Mark.quote)
        if colon { output.append(Mark.colon) }
      }
    }
    wantsComma = !colon
    return plain
  }

  // MARK: - Other values

  package mutating func integer(_ value: Int) {
    separate()
    appendDigits(of: value)
    wantsComma = true
  }

  /// A number or null.
  package mutating func integer(orNull value: Int?) {
    if let value { integer(value) } else { null() }
  }

  package mutating func boolean(_ value: Bool) { if value { word("true") } else { word("false") } }
  package mutating func null() { word("null") }

  /// The values that another writer wrote side by side, outside of any array.
  package mutating func values(of other: JSONWriter) {
    if other.bytes.isEmpty { return }
    separate()
    bytes.append(contentsOf: other.bytes)
    wantsComma = true
  }

  /// A line feed behind the whole text, for those who read it in a terminal. What follows is a text
  /// of its own.
  package mutating func endLine() {
    bytes.append(Mark.lineFeed)
    wantsComma = false
  }

  /// A number as somebody wrote it in at most 24 digits and marks, from the last one to the first.
  mutating func number(_ fill: (inout Digits) -> Void) {
    separate()
    var digits = Digits()
    fill(&digits)
    append(digits)
    wantsComma = true
  }

  // MARK: - Parts

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
    if wantsComma { bytes.append(Mark.comma) }
  }

  private mutating func word(_ word: StaticString) {
    separate()
    let letters = unsafe UnsafeBufferPointer(
      start: word.utf8Start, count: word.utf8CodeUnitCount)
    _ = unsafe append(plain: letters.span)
    wantsComma = true
  }

  private mutating func appendDigits(of value: Int) {
    var digits = Digits()
    digits.prepend(value)
    append(digits)
  }

  private mutating func append(_ digits: borrowing Digits) {
    bytes.append(addingCapacity: Digits.capacity) { output in
      for index in digits.range { output.append(digits[index]) }
    }
  }

  private mutating func appendEscaped(_ utf8: Span<UInt8>) {
    var start = 0
    while true {
      start += append(plain: utf8.extracting(start...))
      if start == utf8.count { return }
      appendEscape(of: utf8[start])
      start += 1
    }
  }

  private mutating func append(plain run: Span<UInt8>) -> Int {
    var plain = 0
    bytes.append(addingCapacity: run.count) { plain = $0.append(plain: run) }
    return plain
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

private enum Mark {
  static let comma = UInt8(ascii: ",")
  static let quote = UInt8(ascii: "\"")
  static let colon = UInt8(ascii: ":")
  static let lineFeed = UInt8(ascii: "\n")
}

extension OutputSpan<UInt8> {
  /// The bytes of a string up to the first that must be escaped; how many they are. There is room for
  /// all of it.
  fileprivate mutating func append(plain run: Span<UInt8>) -> Int {
    precondition(run.count <= freeCapacity, "no room was made")
    var plain = 0
    unsafe withUnsafeMutableBufferPointer { buffer, count in
      // SAFETY: the run's bytes are free behind the first `count`, and the two do not overlap.
      guard let target = buffer.baseAddress else { return }
      plain = unsafe JSONEscape.copyPlain(run, to: target + count)
      count += plain
    }
    return plain
  }
}
