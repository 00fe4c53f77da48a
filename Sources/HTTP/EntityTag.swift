// Entity tags and If-None-Match, RFC 9110 sections 8.8.3 and 13.1.2.

/// A strong entity tag: the same tag of one resource means the same bytes.
package struct EntityTag: Equatable, Sendable, CustomStringConvertible {
  /// With its quotes.
  package let text: String

  /// `opaque` holds letters, digits and hyphens only.
  package init(opaque: String) { text = "\"\(opaque)\"" }

  package var description: String { text }

  /// Whether a field's value lists this tag, by weak comparison, or is `*`.
  package func isListed(in value: Span<UInt8>) -> Bool {
    var found = false
    value.forEachListElement(in: 0..<value.count) { element in
      found = found || element.equals("*") || matches(element)
    }
    return found
  }

  private func matches(_ element: Span<UInt8>) -> Bool {
    let isWeak = element.count > 2 && element[0] == UInt8(ascii: "W") && element[1] == Byte.slash
    let skipped = isWeak ? 2 : 0
    guard element.count - skipped == text.utf8.count else { return false }
    var index = skipped
    for byte in text.utf8 {
      if element[index] != byte { return false }
      index += 1
    }
    return true
  }
}
