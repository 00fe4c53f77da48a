// What words are asked for.

/// Terms that a text must have, and terms that it must not have.
///
/// `guided bombs` asks for both words; `"guided bombs"` for the phrase, and so does what is written
/// without a space but has several words, as `mid-October`; `-word` and `-"a phrase"` for texts
/// without them; `front*` for any word that begins so.
package struct TextQuery: Equatable, Sendable {
  package let terms: [Term]

  /// A word, words one behind the other, or the beginning of a word.
  package struct Term: Equatable, Sendable {
    /// Folded, at least one; see `TextWords`.
    let words: [[UInt8]]
    let isFront: Bool
    package let isNot: Bool

    /// The same where it is not refused.
    var asWanted: Term { Term(words: words, isFront: isFront, isNot: false) }
  }

  init(terms: [Term]) { self.terms = terms }

  package static let maximumTerms = 32
  package static let maximumBytes = 1000

  /// - Throws: for marks or stars out of place, too many terms, or none.
  package init(_ text: String) throws(TextQueryFault) {
    guard text.utf8.count <= Self.maximumBytes else { throw .tooLong }
    var terms: [Term] = []
    var pieces = TextQueryPieces(text)
    while let piece = try pieces.next() {
      if let term = try Term(piece), !terms.contains(term) { terms.append(term) }
    }
    guard !terms.isEmpty else { throw .noWords }
    guard terms.count <= Self.maximumTerms else { throw .tooManyTerms }
    self.terms = terms
  }

  /// Those that a text must have.
  var wanted: [Term] { terms.filter { !$0.isNot } }
}

extension TextQuery.Term {
  /// Nil for a piece without letters and digits, which asks for nothing.
  fileprivate init?(_ piece: TextQueryPieces.Piece) throws(TextQueryFault) {
    let scalars = piece.text.unicodeScalars
    isFront = !piece.isQuoted && scalars.last == "*"
    isNot = piece.isNot
    let written = scalars.dropLast(isFront ? 1 : 0)
    words = TextWords.words(of: Substring(written))
    guard !written.contains("*"), !isFront || words.count == 1 else { throw .misplacedStar }
    if words.isEmpty { return nil }
  }
}

/// Why a text is no query.
package enum TextQueryFault: Error, Equatable, CustomStringConvertible {
  case tooLong, tooManyTerms, noWords, unclosedMark, misplacedStar, emptyNegation

  package var description: String {
    switch self {
    case .tooLong: "it has more than \(TextQuery.maximumBytes) bytes"
    case .tooManyTerms: "it has more than \(TextQuery.maximumTerms) terms"
    case .noWords: "there is no letter and no digit in it"
    case .unclosedMark: "a quotation mark is not closed"
    case .misplacedStar: "a star stands only behind one word, as in bomb*"
    case .emptyNegation: "a minus stands before a word or a phrase, as in -train"
    }
  }
}

extension TextQuery: CustomStringConvertible {
  /// How it was understood.
  package var description: String { terms.map(\.description).joined(separator: " and ") }
}

extension TextQuery.Term: CustomStringConvertible {
  package var description: String {
    let shown = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    let kind = isFront ? "a word beginning with" : words.count == 1 ? "the word" : "the phrase"
    return "\(isNot ? "not " : "")\(kind) “\(shown)”"
  }
}
