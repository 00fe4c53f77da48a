// Ways to make a right answer wrong in one thing.

import Extraction
import Gazetteer

struct Spoilt: Sendable, CustomStringConvertible {
  /// The aspect that has to see it.
  let aspect: Aspect
  let description: String
  let spoil: @Sendable (inout Annotations) -> Void

  init(
    _ aspect: Aspect, _ description: String,
    _ spoil: @escaping @Sendable (inout Annotations) -> Void
  ) {
    self.aspect = aspect
    self.description = description
    self.spoil = spoil
  }

  static let all = places + quotations + claims + dates

  private static let places = [
    Spoilt(.structure, "a paragraph less") { $0.structure.paragraphs.removeLast() },
    Spoilt(.structure, "no credits") { $0.structure.credits = nil },
    Spoilt(.structure, "a heading too much") { $0.structure.headings.append(0..<4) },
    Spoilt(.localities, "a locality twice") { $0.localities.append($0.localities[0]) },
    Spoilt(.localities, "another precision") {
      let first = $0.localities[0]
      $0.localities[0] = LocatedPlace(place: first.place, precision: .near, confidence: 1)
    },
    Spoilt(.names, "another place") {
      $0.places[0] = mention($0.places[0].range, .name, $0.localities[1].place)
    },
    Spoilt(.names, "an unknown name") { $0.places.append(mention(0..<4, .name)) },
    Spoilt(.names, "a name less") { $0.places.removeFirst() },
    Spoilt(.otherMentions, "demonyms of nowhere") {
      $0.places = $0.places.map { $0.kind == .demonym ? mention($0.range, .demonym) : $0 }
    },
    Spoilt(.otherMentions, "names for governments") {
      $0.places = $0.places.map { $0.kind == .government ? mention($0.range, .name) : $0 }
    },
    Spoilt(.otherMentions, "a demonym too much") { $0.places.append(mention(0..<4, .demonym)) },
    Spoilt(.noLocalities, "all of the text a place") {
      $0.places = [mention($0.wholeText, .name)]
    },
  ]

  private static let quotations = [
    Spoilt(.contents, "another type") { $0.quotations[2].kind = .direct },
    Spoilt(.contents, "a quotation less") { $0.quotations.removeLast() },
    Spoilt(.contents, "a quotation twice") { $0.quotations.append($0.quotations[0]) },
    Spoilt(.contents, "a fragment less") { $0.quotations[1].fragments.removeLast() },
    Spoilt(.contents, "a content cut") {
      let span = $0.quotations[0].spans[0]
      $0.quotations[0].spans[0] = span.lowerBound + 9..<span.upperBound
    },
    Spoilt(.speakers, "another name") { $0.quotations[0].speaker?.name = "Somebody" },
    Spoilt(.speakers, "another role") { $0.quotations[0].speaker?.role = "cook" },
    Spoilt(.speakers, "another affiliation") { $0.quotations[0].speaker?.affiliation = "Choir" },
    Spoilt(.speakers, "nobody") { $0.quotations[0].speaker = nil },
    Spoilt(.speakers, "another mention") { $0.quotations[0].speaker?.mention = 0..<3 },
    Spoilt(.speakers, "an antecedent") { $0.quotations[0].speaker?.resolvedFrom = 0..<3 },
    Spoilt(.cues, "no cue") { $0.quotations[0].cue = nil },
    Spoilt(.cues, "about nothing") { $0.quotations[0].about = [] },
    Spoilt(.cues, "evidence that is too short") { $0.quotations[0].evidence = 0..<3 },
    Spoilt(.noQuotations, "all of the text a quotation") {
      var whole = $0.quotations[0]
      whole.spans = [$0.wholeText]
      $0.quotations.append(whole)
    },
  ]

  private static let claims = [
    Spoilt(.control, "a claim less") { $0.control.removeLast() },
    Spoilt(.control, "a claim twice") { $0.control.append($0.control[0]) },
    Spoilt(.control, "another status") { $0.control[0] = $0.control[0].with(.unknown) },
    Spoilt(.control, "nobody's claim") { $0.control[0] = $0.control[0].with(by: nil) },
    Spoilt(.noControl, "a claim everywhere") {
      $0.control.append($0.control[0].with(.unknown, by: nil, over: $0.wholeText))
    },
    Spoilt(.figures, "another value") { $0.figures[0].value = 7 },
    Spoilt(.figures, "another kind") { $0.figures[0].kind = .equipment },
    Spoilt(.figures, "no place") { $0.figures[0].place = nil },
    Spoilt(.figures, "no bound") { $0.figures[0].low = nil },
    Spoilt(.figures, "no qualifier") { $0.figures[0].qualifier = nil },
    Spoilt(.figures, "no time") { $0.figures[0].asOf = nil },
    Spoilt(.figures, "somebody's figure") { $0.figures[0].saidBy = "Somebody" },
    Spoilt(.figures, "a figure twice") { $0.figures.append($0.figures[0]) },
    Spoilt(.figures, "a figure too much") {
      $0.figures.append(Figure(kind: .other, evidence: 0..<1))
    },
  ]

  private static let dates = [
    Spoilt(.dates, "a date twice") { $0.dates.append($0.dates[0]) },
    Spoilt(.dates, "a date less") { $0.dates.removeLast() },
    Spoilt(.dates, "a date too much") { $0.dates.append($0.dates[0].with(range: 0..<4)) },
    Spoilt(.dates, "another precision") { $0.dates[0] = $0.dates[0].with(precision: .minute) },
    Spoilt(.unresolved, "nothing unresolved") { $0.unresolved = [] },
  ]

  private static func mention(
    _ range: Range<Int>, _ kind: PlaceMention.Kind, _ place: Place? = nil
  ) -> PlaceMention {
    PlaceMention(range: range, kind: kind, place: place)
  }
}

extension Annotations {
  fileprivate var wholeText: Range<Int> {
    0..<(structure.credits ?? structure.paragraphs.last ?? 0..<0).upperBound
  }
}

extension ControlClaim {
  /// The claim with other things said.
  fileprivate func with(
    _ status: Status? = nil, by claimant: String?? = nil, over evidence: Range<Int>? = nil
  ) -> ControlClaim {
    ControlClaim(
      place: place, party: party, status: status ?? self.status, extent: extent, basis: basis,
      claimedBy: claimant ?? claimedBy, quotation: quotation, asOf: asOf,
      evidence: evidence ?? self.evidence)
  }
}

extension DateMention {
  fileprivate func with(
    range: Range<Int>? = nil, precision: Precision? = nil
  ) -> DateMention {
    DateMention(
      range: range ?? self.range, first: first, last: last,
      precision: precision ?? self.precision)
  }
}
