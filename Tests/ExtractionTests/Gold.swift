// What an article must give, as its file of gold says it.

/// The shape is that of the shared article's gold. Offsets count code points, end exclusive.
struct Gold: Decodable {
  let codePoints: Int
  let utf8Bytes: Int
  /// `YYYY-MM-DD`; nil leaves relative dates unresolved.
  let published: String?
  let structure: GoldStructure
  let localities: [GoldLocality]
  let otherMentions: [GoldMention]
  let mustNotBeLocalities: [GoldRange]
  let quotations: [GoldQuotation]
  let notQuotations: [GoldRange]
  let control: [GoldClaim]
  let notControl: [GoldRange]
  let figures: [GoldFigure]
  let notFigures: [GoldRange]
  let dates: [GoldDate]
  let unresolved: [GoldUnresolved]
  /// “the city” where it means Toretsk; in the shared article only.
  let nominalMentionsOfToretsk: [GoldRange]?
}

struct GoldRange: Decodable {
  let start: Int
  let end: Int
  /// The words, or their beginning with `…` behind it.
  let text: String?
  /// Why they must not be found.
  let why: String?

  var range: Range<Int> { start..<end }
}

struct GoldStructure: Decodable {
  let standfirst: GoldRange?
  let paragraphs: [GoldRange]
  let headings: [GoldRange]
  let credits: GoldRange?
}

struct GoldLocality: Decodable {
  let id: String
  let name: String
  let geoPrecision: String
  let mentions: [GoldRange]
}

/// A place that is named without being a locality.
struct GoldMention: Decodable {
  let start: Int
  let end: Int
  let text: String
  let kind: String
  /// A demonym's country; nil for words such as “Western”.
  let country: String?
  /// The place whose name stands for a government.
  let notLocality: String?

  var range: Range<Int> { start..<end }
}

struct GoldQuotation: Decodable {
  let n: Int
  let type: String
  let spans: [GoldRange]
  let fragments: [GoldRange]
  let cue: GoldRange?
  let speaker: GoldSpeaker?
  let about: [String]
  let evidence: GoldRange
  /// A relative pronoun that may stand as the mention.
  let which: GoldRange?
  /// One or more, parted by `/`.
  let sector: String?
  let note: String?
}

struct GoldSpeaker: Decodable {
  let name: String
  let role: String?
  let affiliation: String?
  let mention: GoldRange?
  let resolvedFrom: GoldRange?
}

struct GoldClaim: Decodable {
  let locality: String
  let status: String
  let extent: GoldRange?
  let basis: String
  let claimedBy: String?
  /// The `n` of the quotation that holds it.
  let quotation: Int?
  let asOf: GoldRange?
  let evidence: GoldRange
  let required: Bool
  let party: String?
}

struct GoldFigure: Decodable {
  let kind: String
  let locality: String
  let value: Int
  let low: Int?
  let high: Int?
  let qualifier: String?
  let ofWhom: String?
  let asOf: GoldRange?
  let saidBy: String?
  let evidence: GoldRange
}

struct GoldDate: Decodable {
  let start: Int
  let end: Int
  let text: String
  let timePrecision: String
  /// A year that the words themselves tell.
  let resolved: String?
  /// First and last day where the day of publication tells them.
  let date: String?
  let dateEnd: String?
  let required: Bool?
  let note: String?

  var range: Range<Int> { start..<end }
}

struct GoldUnresolved: Decodable {
  let start: Int
  let end: Int
  let kind: String

  var range: Range<Int> { start..<end }
}

extension Gold {
  /// All ranges with the words that they are told to hold.
  var words: [(Range<Int>, String)] {
    let parts = [structure.standfirst, structure.credits].compactMap { $0 }
    let marks =
      parts + structure.headings + structure.paragraphs + localities.flatMap(\.mentions)
      + mustNotBeLocalities + notQuotations + notControl + notFigures
      + quotations.flatMap(\.marks) + control.flatMap(\.marks) + figures.flatMap(\.marks)
    return marks.compactMap { mark in mark.text.map { (mark.range, $0) } }
      + otherMentions.map { ($0.range, $0.text) } + dates.map { ($0.range, $0.text) }
  }
}

extension GoldQuotation {
  fileprivate var marks: [GoldRange] {
    let single = [cue, speaker?.mention, speaker?.resolvedFrom, which, evidence]
    return spans + fragments + single.compactMap { $0 }
  }
}

extension GoldClaim {
  fileprivate var marks: [GoldRange] { [extent, asOf, evidence].compactMap { $0 } }
}

extension GoldFigure {
  fileprivate var marks: [GoldRange] { [asOf, evidence].compactMap { $0 } }
}
