// Comparing and cutting bytes of a message.

extension Span where Element == UInt8 {
  /// Whether the bytes are exactly this text.
  func equals(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    for index in indices where unsafe self[index] != text.utf8Start[index] { return false }
    return true
  }

  func hasSameBytes(_ other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in indices where self[index] != other[index] { return false }
    return true
  }

  /// Whether the bytes are this text, written in small letters, in any mix of case.
  func equalsIgnoringCase(_ lowercase: StaticString) -> Bool {
    guard count == lowercase.utf8CodeUnitCount else { return false }
    for index in indices
    where unsafe Byte.lowered(self[index]) != lowercase.utf8Start[index] { return false }
    return true
  }

  /// The part without white space around it, as a range of this span.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, Byte.isBlank(self[start]) { start += 1 }
    while end > start, Byte.isBlank(self[end - 1]) { end -= 1 }
    return start..<end
  }

  /// Calls `body` with each trimmed, non-empty element of a comma-separated list.
  package func forEachListElement(in range: Range<Int>, _ body: (Span<UInt8>) -> Void) {
    var start = range.lowerBound
    for index in range.lowerBound...range.upperBound
    where index == range.upperBound || self[index] == Byte.comma {
      let element = trimmed(start..<index)
      if !element.isEmpty { body(extracting(element)) }
      start = index + 1
    }
  }
}

extension String {
  /// Text of bytes; what is not UTF-8 becomes U+FFFD.
  package init(utf8 bytes: Span<UInt8>) {
    self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
