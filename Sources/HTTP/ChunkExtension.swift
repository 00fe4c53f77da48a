// The extensions of a chunk, RFC 9112 section 7.1.1: checked, and then forgotten.

/// Takes what stands between a chunk's size and its line end, a byte at a time.
///
/// `*( BWS ";" BWS name [ BWS "=" BWS ( token / quoted-string ) ] )`. The grammar is held in full:
/// every byte that one reader skips and another does not can hide where a chunk begins.
struct ChunkExtension: Equatable, Sendable {
  private enum Expecting: Equatable {
    /// White space, of which a semicolon has to follow.
    case semicolon
    case nameStart, name
    /// White space behind a name: an equals sign or a semicolon has to follow.
    case equals
    case valueStart, token
    case quoted, escaped
    /// Behind a quoted string.
    case valueEnd
  }

  private var expecting: Expecting

  /// Begins with the byte behind the size; nil where that begins no extension.
  init?(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: ";"): expecting = .nameStart
    case Byte.space, Byte.tab: expecting = .semicolon
    default: return nil
    }
  }

  /// Whether the line may end here.
  var isWhole: Bool { expecting == .name || expecting == .token || expecting == .valueEnd }

  /// Takes one byte; false where it cannot stand here.
  mutating func take(_ byte: UInt8) -> Bool {
    guard let next = next(byte) else { return false }
    expecting = next
    return true
  }

  private func next(_ byte: UInt8) -> Expecting? {
    switch expecting {
    case .quoted: insideQuotes(byte)
    case .escaped: ByteSet.fieldValue.contains(byte) ? .quoted : nil
    case _ where ByteSet.token.contains(byte): onToken
    default: onDelimiter(byte)
    }
  }

  private var onToken: Expecting? {
    switch expecting {
    case .nameStart, .name: .name
    case .valueStart, .token: .token
    default: nil
    }
  }

  private func onDelimiter(_ byte: UInt8) -> Expecting? {
    switch (expecting, byte) {
    case (.nameStart, Byte.space), (.nameStart, Byte.tab): .nameStart
    case (.name, Byte.space), (.name, Byte.tab): .equals
    case (.equals, Byte.space), (.equals, Byte.tab): .equals
    case (.valueStart, Byte.space), (.valueStart, Byte.tab): .valueStart
    case (.token, Byte.space), (.token, Byte.tab): .semicolon
    case (.valueEnd, Byte.space), (.valueEnd, Byte.tab): .semicolon
    case (.semicolon, Byte.space), (.semicolon, Byte.tab): .semicolon
    case (.name, UInt8(ascii: "=")), (.equals, UInt8(ascii: "=")): .valueStart
    case (.valueStart, UInt8(ascii: "\"")): .quoted
    case (.nameStart, _), (.valueStart, _): nil
    default: byte == UInt8(ascii: ";") ? .nameStart : nil
    }
  }

  private func insideQuotes(_ byte: UInt8) -> Expecting? {
    switch byte {
    case UInt8(ascii: "\""): .valueEnd
    case UInt8(ascii: "\\"): .escaped
    default: ByteSet.fieldValue.contains(byte) ? .quoted : nil
    }
  }
}
