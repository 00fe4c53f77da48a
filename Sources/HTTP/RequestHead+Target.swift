// The four forms of a request target, RFC 9112 section 3.2.

extension RequestHead {
  /// Splits a target into authority, path and query. A fragment, which no client should send, is
  /// dropped.
  mutating func splitTarget(_ bytes: Span<UInt8>, _ target: Range<Int>) throws(Interruption) {
    let first = bytes[target.lowerBound]
    if first == Byte.slash {
      splitPath(bytes, target)
    } else if method == .connect {
      path = target
    } else if target.count == 1, first == UInt8(ascii: "*"), method == .options {
      path = target
    } else {
      try splitAbsolute(bytes, target)
    }
  }

  private mutating func splitPath(_ bytes: Span<UInt8>, _ target: Range<Int>) {
    let whole = target.lowerBound..<index(of: "#", bytes, target)
    let mark = index(of: "?", bytes, whole)
    if whole.upperBound < target.upperBound { isLoose = true }
    path = whole.lowerBound..<mark
    query = min(mark + 1, whole.upperBound)..<whole.upperBound
  }

  /// `http://host:port/path?query`; user information is dropped.
  private mutating func splitAbsolute(
    _ bytes: Span<UInt8>, _ target: Range<Int>
  ) throws(Interruption) {
    let start = target.lowerBound + schemeLength(bytes.extracting(target))
    if start == target.lowerBound { throw .invalid(.invalidTarget) }
    asksForTLS = start - target.lowerBound == 8
    var end = start
    while end < target.upperBound, !isAuthorityEnd(bytes[end]) { end += 1 }
    let user = index(of: "@", bytes, start..<end)
    authority = (user == end ? start : user + 1)..<end
    if !bytes.extracting(authority).isHost { throw .invalid(.invalidHost) }
    splitPath(bytes, end..<target.upperBound)
  }

  private func schemeLength(_ target: Span<UInt8>) -> Int {
    for (scheme, length) in [("http://" as StaticString, 7), ("https://", 8)]
    where target.count >= length && target.extracting(0..<length).equalsIgnoringCase(scheme) {
      return length
    }
    return 0
  }

  private func isAuthorityEnd(_ byte: UInt8) -> Bool {
    byte == Byte.slash || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }

  /// Where the mark stands first, or the range's end.
  private func index(
    of mark: Unicode.Scalar, _ bytes: Span<UInt8>, _ range: Range<Int>
  ) -> Int {
    var index = range.lowerBound
    while index < range.upperBound, bytes[index] != UInt8(ascii: mark) { index += 1 }
    return index
  }
}
