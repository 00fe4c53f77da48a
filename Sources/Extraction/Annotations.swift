// Everything that was found in one text.

/// The facts of a text, each with its characters.
///
/// All ranges are UTF-8 offsets into the text, end exclusive, never inside a character.
package struct Annotations: Equatable, Sendable {
  package var structure = Structure()
  /// ISO 639-1, or `und` when unsure.
  package var language = "und"
  /// In the order of the text; they do not overlap.
  package var places: [PlaceMention] = []
  /// Those with at least one mention of kind `name`, in the order of their first.
  package var localities: [LocatedPlace] = []
  /// By the start of their content.
  package var quotations: [Quotation] = []
  package var control: [ControlClaim] = []
  package var figures: [Figure] = []
  package var dates: [DateMention] = []
  package var unresolved: [Unresolved] = []

  package init() {}
}

/// The parts of a report's text.
package struct Structure: Equatable, Sendable {
  package var standfirst: Range<Int>?
  package var headings: [Range<Int>] = []
  /// Without standfirst, headings and credits.
  package var paragraphs: [Range<Int>] = []
  package var credits: Range<Int>?

  package init() {}
}

/// What could not be understood, and why.
package struct Unresolved: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case place, speaker, quotation, date, figure, document
  }

  package let kind: Kind
  package let range: Range<Int>
  /// For a person, in English.
  package let reason: String

  package init(_ kind: Kind, _ range: Range<Int>, _ reason: String) {
    self.kind = kind
    self.range = range
    self.reason = reason
  }
}
