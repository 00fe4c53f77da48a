// The text of a query, cut at spaces and quotation marks.

/// Hands out one piece after another: a run without spaces, or what stands in quotation marks, each
/// with the minus ahead of it.
struct TextQueryPieces {
  struct Piece {
    let text: Substring
    let isQuoted: Bool
    let isNot: Bool
  }

  private var rest: Substring

  init(_ text: String) { rest = text[...] }

  /// - Throws: for a mark that is not closed, or a minus before nothing.
  mutating func next() throws(TextQueryFault) -> Piece? {
    rest = rest.drop(while: \.isWhitespace)
    guard let first = rest.first else { return nil }
    let isNot = first == "-"
    if isNot { rest = rest.dropFirst() }
    if let mark = rest.first, let closing = Self.closing(mark) {
      return Piece(text: try quoted(closing), isQuoted: true, isNot: isNot)
    }
    let run = rest.prefix { !$0.isWhitespace && Self.closing($0) == nil }
    guard !run.isEmpty else { throw .emptyNegation }
    rest = rest[run.endIndex...]
    return Piece(text: run, isQuoted: false, isNot: isNot)
  }

  private mutating func quoted(_ closing: [Character]) throws(TextQueryFault) -> Substring {
    let inside = rest.dropFirst()
    guard let end = inside.firstIndex(where: { closing.contains($0) }) else {
      throw .unclosedMark
    }
    rest = inside[inside.index(after: end)...]
    return inside[..<end]
  }

  /// The marks that close what a mark opens; nil for any other character.
  private static func closing(_ mark: Character) -> [Character]? {
    switch mark {
    case "\"": ["\""]
    case "“", "„", "”": ["”", "“"]
    case "«": ["»"]
    default: nil
    }
  }
}
