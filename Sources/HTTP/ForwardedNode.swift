// How `Forwarded` and `X-Forwarded-For` write who asked.

package enum ForwardedNode {
  /// Where the address is in `192.0.2.43`, `192.0.2.43:47011`, `[2001:db8::17]` or
  /// `[2001:db8::17]:_port`, RFC 7239 section 6; nil for `unknown`, for a name such as `_hidden`, and
  /// for what is none of these. Whether it is an address at all is not looked at.
  package static func address(in node: Span<UInt8>) -> Range<Int>? {
    guard let first = node.isEmpty ? nil : node[0] else { return nil }
    if first == UInt8(ascii: "[") {
      guard let end = node.firstIndex(of: UInt8(ascii: "]")),
        isPort(node.extracting((end + 1)...))
      else { return nil }
      return node.extracting(1..<end).firstIndex(of: Byte.colon) == nil ? nil : 1..<end
    }
    let end = node.firstIndex(of: Byte.colon) ?? node.count
    return Byte.isDigit(first) && isPort(node.extracting(end...)) ? 0..<end : nil
  }

  /// Nothing, or a colon with up to five digits or a name behind it.
  private static func isPort(_ text: Span<UInt8>) -> Bool {
    if text.isEmpty { return true }
    guard text.count > 1, text[0] == Byte.colon else { return false }
    let isName = text[1] == UInt8(ascii: "_")
    for index in (isName ? 2 : 1)..<text.count {
      let isFit = isName ? ByteSet.unreserved.contains(text[index]) : Byte.isDigit(text[index])
      if !isFit { return false }
    }
    return isName ? text.count > 2 : text.count <= 6
  }
}

extension Span where Element == UInt8 {
  fileprivate func firstIndex(of byte: UInt8) -> Int? {
    for index in indices where self[index] == byte { return index }
    return nil
  }
}
