// Entity tags and the lists of them that clients send, RFC 9110 sections 8.8.3, 13.1.1 and 13.1.2.

/// A strong entity tag: the same tag of one resource means the same bytes.
package struct EntityTag: Equatable, Sendable, CustomStringConvertible {
  /// With its quotes.
  package let text: String

  /// `opaque` holds letters, digits and hyphens only.
  package init(opaque: String) { text = "\"\(opaque)\"" }

  package var description: String { text }

  /// The tag of the same content compressed: other bytes, so another tag.
  package var gzipped: EntityTag { EntityTag(opaque: "\(text.dropFirst().dropLast())-gzip") }

  /// How tags are compared, RFC 9110 section 8.8.3.2.
  package enum Comparison {
    /// A weak tag is no tag: for `If-Match` and `If-Range`.
    case strong
    /// Weak or not does not matter: for `If-None-Match`.
    case weak
  }

  /// Whether a field's value lists this tag. What is no tag is passed over, and what follows it.
  package func isListed(in value: Span<UInt8>, by comparison: Comparison = .weak) -> Bool {
    var at = 0
    while let element = EntityTagElement(value, &at) {
      if element.isWeak, comparison == .strong { continue }
      if isSame(value.extracting(element.range)) { return true }
    }
    return false
  }

  private func isSame(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count == text.utf8.count else { return false }
    var index = 0
    for byte in text.utf8 {
      if bytes[index] != byte { return false }
      index += 1
    }
    return true
  }
}

/// One tag of a list; a comma inside its quotes belongs to it.
private struct EntityTagElement {
  let isWeak: Bool
  /// With the quotes.
  let range: Range<Int>

  /// Reads the tag at `at`, commas before it skipped, up to the comma behind it; nil at the end and
  /// where something else stands.
  init?(_ bytes: Span<UInt8>, _ at: inout Int) {
    while at < bytes.count, Self.isBetween(bytes[at]) { at += 1 }
    let hasPrefix =
      at + 1 < bytes.count && bytes[at] == UInt8(ascii: "W") && bytes[at + 1] == Byte.slash
    if hasPrefix { at += 2 }
    guard at < bytes.count, bytes[at] == Byte.quote else { return nil }
    let start = at
    at += 1
    while at < bytes.count, bytes[at] != Byte.quote { at += 1 }
    if at == bytes.count { return nil }
    at += 1
    isWeak = hasPrefix
    range = start..<at
    while at < bytes.count, Byte.isBlank(bytes[at]) { at += 1 }
    if at < bytes.count, bytes[at] != Byte.comma { return nil }
  }

  private static func isBetween(_ byte: UInt8) -> Bool {
    byte == Byte.comma || Byte.isBlank(byte)
  }
}
