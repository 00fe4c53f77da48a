// The facts of a `FoundReport`, told by their words.

import Dates
import Extraction
import Gazetteer
import Testing

struct FoundFacts {
  let text: String
  let gazetteer: Gazetteer

  func annotations() throws -> Annotations {
    var found = Annotations()
    found.language = "en"
    found.structure.standfirst = try range("Жінки!")
    found.structure.credits = try range("By Ö. K.")
    found.places = try places()
    found.localities = [
      LocatedPlace(place: try place("gn:2"), precision: .exact, confidence: 0.9),
      LocatedPlace(place: try place("gn:3"), precision: .region, confidence: 1),
    ]
    found.quotations = try quotations()
    found.control = try control()
    found.figures = try figures()
    found.dates = try dates()
    found.unresolved = [Unresolved(.place, try range("Nowhere"), "not in the gazetteer")]
    return found
  }

  private func places() throws -> [PlaceMention] {
    [
      PlaceMention(
        range: try range("Oderiv"), kind: .name, place: try place("gn:2"), role: .event),
      PlaceMention(range: try range("Ukrainian"), kind: .demonym, place: try place("gn:1")),
      PlaceMention(range: try range("Nowhere"), kind: .name, place: nil),
    ]
  }

  private func quotations() throws -> [Quotation] {
    var speaker = Speaker(
      name: "Ana Bila", mention: try range("the Ukrainian mayor Ana Bila"), confidence: 0.97)
    speaker.role = "mayor"
    speaker.affiliation = "Ukraine"
    speaker.sector = .government
    var direct = Quotation(
      kind: .direct, spans: [try range("we left")], fragments: [try range("we left")],
      cue: Cue(range: try range("said"), lemma: "say", stance: .neutral), speaker: speaker,
      evidence: try range("“we left”, the Ukrainian mayor Ana Bila said"))
    direct.about = [try place("gn:2")]
    var pronoun = Speaker(name: "Ana Bila", mention: try range("He"), confidence: 0.5)
    pronoun.resolvedFrom = try range("Ana Bila")
    let indirect = Quotation(
      kind: .indirect, spans: [try range("it."), try range("Russia holds")], fragments: [],
      cue: Cue(range: try range("denied"), lemma: "deny", stance: .denied), speaker: pronoun,
      evidence: try range("He denied it."))
    let bare = Quotation(
      kind: .mixed, spans: [try range("Nowhere")], fragments: [], cue: nil, speaker: nil,
      evidence: try range("Nowhere"))
    return [direct, indirect, bare]
  }

  private func control() throws -> [ControlClaim] {
    [
      ControlClaim(
        place: try place("gn:2"), party: "Russia", status: .held,
        extent: try range("nearly all of it"), basis: .reported, claimedBy: "Ana Bila",
        quotation: 1, asOf: try range("on Monday"), evidence: try range("Russia holds")),
      ControlClaim(
        place: try place("gn:3"), party: nil, status: .contested, extent: nil, basis: .assessed,
        claimedBy: nil, quotation: nil, asOf: nil, evidence: try range("holds")),
    ]
  }

  private func figures() throws -> [Figure] {
    var killed = Figure(kind: .killed, evidence: try range("at least 12 civilians died"))
    killed.place = try place("gn:2")
    killed.value = 12
    killed.low = 12
    killed.high = 15
    killed.qualifier = try range("at least")
    killed.ofWhom = try range("civilians")
    killed.asOf = try range("on Monday")
    killed.saidBy = "Ana Bila"
    return [killed, Figure(kind: .other, evidence: try range("12"))]
  }

  private func dates() throws -> [DateMention] {
    let monday = CivilDate(year: 2024, month: 10, day: 7)
    return [
      DateMention(range: try range("on Monday"), first: monday, last: monday, precision: .day),
      DateMention(range: try range("Monday"), first: monday, last: nil, precision: .month),
      DateMention(range: try range("Monday"), first: nil, last: nil, precision: .week),
    ]
  }

  // MARK: - Parts

  /// Where these words stand first, in UTF-8.
  private func range(_ words: String) throws -> Range<Int> {
    let start = try #require(text.utf8.firstRange(of: words.utf8)).lowerBound
    let offset = text.utf8.distance(from: text.startIndex, to: start)
    return offset..<(offset + words.utf8.count)
  }

  private func place(_ id: String) throws -> Place { try #require(gazetteer.place(id: id)) }
}
