// Who said what: source, cue and content (PARC3).

package import Gazetteer

/// One attributed statement.
package struct Quotation: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case direct, indirect, mixed
  }

  package var kind: Kind
  /// The whole content in order; the outer marks of a direct quotation are left out.
  package var spans: [Range<Int>]
  /// The runs inside marks, marks excluded.
  package var fragments: [Range<Int>]
  package var cue: Cue?
  /// Nil when nobody is cited.
  package var speaker: Speaker?
  /// Places that the content names, in the order of the text.
  package var about: [Place] = []
  /// The sentence of the cue, with all of the content; a speaker whom an earlier sentence names
  /// stands outside of it.
  package var evidence: Range<Int>

  package init(
    kind: Kind, spans: [Range<Int>], fragments: [Range<Int>], cue: Cue?, speaker: Speaker?,
    evidence: Range<Int>
  ) {
    self.kind = kind
    self.spans = spans
    self.fragments = fragments
    self.cue = cue
    self.speaker = speaker
    self.evidence = evidence
  }
}

/// The words that attribute.
package struct Cue: Equatable, Sendable {
  package enum Stance: String, CaseIterable, Sendable {
    case neutral, confirmed, denied, claimed, warned, promised, demanded, asked, accused
  }

  package let range: Range<Int>
  package let lemma: String
  package let stance: Stance

  package init(range: Range<Int>, lemma: String, stance: Stance) {
    self.range = range
    self.lemma = lemma
    self.stance = stance
  }
}

/// Who is cited.
package struct Speaker: Equatable, Sendable {
  /// Sectors of PLOVER.
  package enum Sector: String, CaseIterable, Sendable {
    case government = "GOV"
    case military = "MIL"
    case rebels = "REB"
    case police = "COP"
    case civilians = "CVL"
    case media = "MED"
    case intergovernmental = "IGO"
    case nongovernmental = "NGO"
    case judiciary = "JUD"
    case opposition = "OPP"
    case business = "BUS"
    case unknown = "UNK"
  }

  /// The fullest name that the text gives, or the noun phrase without its determiner.
  package var name: String
  /// In lower case: `spokesperson`.
  package var role: String?
  /// An organisation as written, or the country that an adjective names.
  package var affiliation: String?
  package var sector: Sector?
  /// The local words: `he`, `the Ukrainian president`; nil where none stand with the content.
  package var mention: Range<Int>?
  /// The antecedent that gave the name; nil when the mention holds it.
  package var resolvedFrom: Range<Int>?
  /// That this is who said it, 0 to 1.
  package var confidence: Double

  package init(name: String, mention: Range<Int>?, confidence: Double) {
    self.name = name
    self.mention = mention
    self.confidence = confidence
  }
}
