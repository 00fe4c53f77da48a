// The answer that the gold describes, so that the comparison itself can be tried.

import Dates
import Extraction
import Gazetteer

extension GoldArticle {
  /// Annotations that differ from the gold in nothing.
  var perfect: Annotations {
    var found = Annotations()
    found.structure.standfirst = bytes(gold.structure.standfirst)
    found.structure.headings = gold.structure.headings.map { inBytes($0.range) }
    found.structure.paragraphs = gold.structure.paragraphs.map { inBytes($0.range) }
    found.structure.credits = bytes(gold.structure.credits)
    found.places = names + others
    found.localities = localities
    found.quotations = gold.quotations.map { quotation($0) }
    found.control = gold.control.filter(\.required).compactMap { claim($0) }
    found.figures = gold.figures.map { figure($0) }
    found.dates = gold.dates.filter { $0.required ?? true }.compactMap { date($0) }
    found.unresolved = unresolved
    return found
  }

  private var names: [PlaceMention] {
    gold.localities.flatMap { locality in
      locality.mentions.map {
        PlaceMention(
          range: inBytes($0.range), kind: .name, place: gazetteer.place(id: locality.id))
      }
    }
  }

  private var others: [PlaceMention] {
    gold.otherMentions.compactMap { mention in
      PlaceMention.Kind(rawValue: mention.kind).map {
        let place = (mention.country ?? mention.notLocality).flatMap { gazetteer.place(id: $0) }
        return PlaceMention(range: inBytes(mention.range), kind: $0, place: place)
      }
    }
  }

  private var localities: [LocatedPlace] {
    gold.localities.compactMap { locality in
      guard let place = gazetteer.place(id: locality.id),
        let precision = GeoPrecision(rawValue: locality.geoPrecision)
      else { return nil }
      return LocatedPlace(place: place, precision: precision, confidence: 1)
    }
  }

  private var unresolved: [Unresolved] {
    gold.unresolved.compactMap { left in
      Unresolved.Kind(rawValue: left.kind).map { Unresolved($0, inBytes(left.range), "a reason") }
    }
  }

  private func quotation(_ gold: GoldQuotation) -> Quotation {
    let cue = bytes(gold.cue).map { Cue(range: $0, lemma: "", stance: .neutral) }
    var found = Quotation(
      kind: Quotation.Kind(rawValue: gold.type) ?? .direct,
      spans: gold.spans.map { inBytes($0.range) },
      fragments: gold.fragments.map { inBytes($0.range) }, cue: cue,
      speaker: gold.speaker.map { speaker($0) }, evidence: inBytes(gold.evidence.range))
    found.about = gold.about.compactMap { gazetteer.place(id: $0) }
    return found
  }

  private func speaker(_ gold: GoldSpeaker) -> Speaker {
    var found = Speaker(name: gold.name, mention: bytes(gold.mention), confidence: 1)
    found.role = gold.role
    found.affiliation = gold.affiliation
    found.resolvedFrom = bytes(gold.resolvedFrom)
    return found
  }

  private func claim(_ claim: GoldClaim) -> ControlClaim? {
    guard let place = gazetteer.place(id: claim.locality),
      let status = ControlClaim.Status(rawValue: claim.status),
      let basis = ControlClaim.Basis(rawValue: claim.basis)
    else { return nil }
    return ControlClaim(
      place: place, party: claim.party, status: status, extent: bytes(claim.extent), basis: basis,
      claimedBy: claim.claimedBy,
      quotation: gold.quotations.firstIndex { $0.n == claim.quotation }, asOf: bytes(claim.asOf),
      evidence: inBytes(claim.evidence.range))
  }

  private func figure(_ gold: GoldFigure) -> Figure {
    var found = Figure(
      kind: Figure.Kind(rawValue: gold.kind) ?? .other, evidence: inBytes(gold.evidence.range))
    found.place = gazetteer.place(id: gold.locality)
    found.value = gold.value
    found.low = gold.low
    found.high = gold.high
    found.qualifier = gold.qualifier.flatMap { find($0, in: gold.evidence.range) }
    found.ofWhom = gold.ofWhom.flatMap { find($0, in: gold.evidence.range) }
    found.asOf = bytes(gold.asOf)
    found.saidBy = gold.saidBy
    return found
  }

  private func date(_ gold: GoldDate) -> DateMention? {
    let year = gold.date == nil ? gold.resolved.flatMap { Int($0) } : nil
    let first = gold.date.flatMap { CivilDate(iso: $0) }
    let last = gold.dateEnd.flatMap { CivilDate(iso: $0) }
    return DateMention.Precision(rawValue: gold.timePrecision).map { precision in
      DateMention(
        range: inBytes(gold.range),
        first: year.flatMap { CivilDate(year: $0, month: 1, day: 1) } ?? first,
        last: year.flatMap { CivilDate(year: $0, month: 12, day: 31) } ?? last,
        precision: precision)
    }
  }

  private func bytes(_ mark: GoldRange?) -> Range<Int>? { mark.map { inBytes($0.range) } }

  /// Where words stand in a range of code points, in bytes.
  private func find(_ wanted: String, in range: Range<Int>) -> Range<Int>? {
    let count = wanted.unicodeScalars.count
    return range.map { $0..<$0 + count }.first { candidate in
      candidate.upperBound <= range.upperBound
        && words(candidate).lowercased() == wanted.lowercased()
    }.map { inBytes($0) }
  }
}
