// A number that a text gives: people of a place, killed, wounded, displaced.

package import Gazetteer

package struct Figure: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case population, killed, wounded, captured, missing, displaced, detained, equipment, other
  }

  package var kind: Kind
  /// The place that the number belongs to.
  package var place: Place?
  /// As written; nil where the text gives only bounds.
  package var value: Int?
  /// Set by “more than”, “at least”, “over”.
  package var low: Int?
  /// Set by “up to”, “fewer than”.
  package var high: Int?
  /// The words before the number that qualify it.
  package var qualifier: Range<Int>?
  /// Who the counted are: `civilians`.
  package var ofWhom: Range<Int>?
  package var asOf: Range<Int>?
  /// The name of who gives the number; nil for the article's own voice.
  package var saidBy: String?
  package var evidence: Range<Int>

  package init(kind: Kind, evidence: Range<Int>) {
    self.kind = kind
    self.evidence = evidence
  }
}
