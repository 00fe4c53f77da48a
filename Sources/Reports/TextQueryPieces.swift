// The text of a query, cut at spaces and quotation marks.

/// Hands out one piece after another: a run without spaces, or what stands in quotation marks, each
/// with the minus ahead of it.
struct TextQueryPieces {
  struct Piece {
    let text: Substring
    let isQuoted: Bool
    let isNot: Bool
  }

  /// By scalars: a mark is one whatever is put on top of it.
  private var rest: Substring.UnicodeScalarView

  init(_ text: String) { rest = text[...].unicodeScalars }

  /// - Throws: for a mark that is not closed, or a minus before nothing.
  mutating func next() throws(TextQueryFault) -> Piece? {
    rest = rest.drop(while: \.properties.isWhitespace)
    guard let first = rest.first else { return nil }
    let isNot = first == "-"
    if isNot { rest = rest.dropFirst() }
    if let mark = rest.first, let closing = Self.closing(mark) {
      return Piece(text: try quoted(closing), isQuoted: true, isNot: isNot)
    }
    let run = rest.prefix { !$0.properties.isWhitespace && Self.closing($0) == nil }
    guard !run.isEmpty else { throw .emptyNegation }
    rest = rest[run.endIndex...]
    return Piece(text: Substring(run), isQuoted: false, isNot: isNot)
  }

  private mutating func quoted(_ closing: [Unicode.Scalar]) throws(TextQueryFault) -> Substring {
    let inside = rest.dropFirst()
    guard let end = inside.firstIndex(where: { closing.contains($0) }) else {
      throw .unclosedMark
    }
    rest = inside[inside.index(after: end)...]
    return Substring(inside[..<end])
  }

  /// The marks that close what a mark opens; nil for any other character.
  private static func closing(_ mark: Unicode.Scalar) -> [Unicode.Scalar]? {
    switch mark {
    case "\"": ["\""]
    case "“", "„", "”": ["”", "“"]
    case "«": ["»"]
    default: nil
    }
  }
}
