// The part of a text in which words were found.

/// At most two hundred bytes of a text, from the beginning of a word to the end of one.
package struct Snippet: Equatable, Sendable {
  package enum Field: String, Sendable { case text, headline }

  package let field: Field
  /// Where it stands in its field, in bytes.
  package let range: Range<Int>
  /// The words that were looked for, as far as they stand in it; rising, apart from each other.
  package let highlights: [Range<Int>]

  /// The part of a report that has most of the terms, the text's before the headline's where they
  /// have as many; nil where none of the terms that are wanted is found.
  package init?(_ query: TextQuery, headline: String?, text: [UInt8]) {
    let headlineBytes = Array((headline ?? "").utf8)
    let matches = (
      TextMatches(query, text.span, in: [0..<text.count]),
      TextMatches(query, headlineBytes.span, in: [0..<headlineBytes.count])
    )
    if let window = matches.1.best, window.terms > matches.0.best?.terms ?? 0 {
      self.init(.headline, window, matches.1, headlineBytes)
    } else if let window = matches.0.best {
      self.init(.text, window, matches.0, text)
    } else {
      return nil
    }
  }

  /// The same of the words of a quotation.
  package init?(_ query: TextQuery, text: [UInt8], in spans: [Range<Int>]) {
    let matches = TextMatches(query, text.span, in: spans)
    guard let window = matches.best else { return nil }
    self.init(.text, window, matches, text)
  }

  private init(
    _ field: Field, _ window: TextMatches.Window, _ matches: TextMatches, _ text: [UInt8]
  ) {
    self.field = field
    range = matches.widened(window, in: text.span)
    highlights = matches.highlights(in: range)
  }
}
