// The lines of each kind of fact.

import Extraction
import Gazetteer
import Reports

extension ReportTree {
  mutating func write(_ mention: PlaceMention) {
    let name = mention.place.map(name) ?? "unknown"
    line(
      1, "place", mention.kind.rawValue, place(mention.range), words(mention.range),
      mention.role.map { "\(name), \($0.rawValue)" } ?? name)
  }

  mutating func write(_ locality: LocatedPlace) {
    let place = locality.place
    line(
      1, "locality", name(place), whereabouts(place), locality.precision.rawValue,
      hundredths(locality.confidence))
    for runnerUp in isExplained ? report.runnersUp[place] ?? [] : [] {
      let other = runnerUp.place
      line(2, "or", name(other), whereabouts(other), hundredths(runnerUp.share))
    }
  }

  /// `(town, Bakhmut Raion, Donetsk Oblast, UA)`
  private func whereabouts(_ place: Place) -> String {
    let facts = [
      gazetteer.feature(of: place).rawValue, gazetteer.admin2Name(of: place),
      gazetteer.admin1Name(of: place), gazetteer.countryCode(of: place).letters,
    ].compactMap { $0 }.filter { !$0.isEmpty }
    return "(\(facts.joined(separator: ", ")))"
  }

  mutating func write(_ quotation: Quotation) {
    let spans = quotation.spans
    let (first, last) = (spans.first ?? quotation.evidence, spans.last ?? quotation.evidence)
    let whole = first.lowerBound..<max(first.lowerBound, last.upperBound)
    line(1, "quotation", quotation.kind.rawValue, place(whole), words(whole))
    if spans.count > 1 { for span in spans { write(2, "span", span) } }
    if let cue = quotation.cue {
      line(2, "cue", place(cue.range), words(cue.range), cue.lemma, cue.stance.rawValue)
    }
    if let speaker = quotation.speaker { write(speaker) }
    for fragment in quotation.fragments { write(2, "fragment", fragment) }
    for place in quotation.about { line(2, "about", name(place)) }
  }

  private mutating func write(_ speaker: Speaker) {
    let facts = [speaker.name, speaker.role, speaker.affiliation, speaker.sector?.rawValue]
    line(
      2, "speaker", facts.compactMap { $0 }.joined(separator: ", "),
      hundredths(speaker.confidence))
    write(3, "mention", speaker.mention)
    write(3, "resolved from", speaker.resolvedFrom)
  }

  mutating func write(_ claim: ControlClaim) {
    line(
      1, "control", claim.status.rawValue, place(claim.evidence), words(claim.evidence),
      name(claim.place), claim.basis.rawValue)
    if let party = claim.party { line(2, "party", party) }
    write(2, "extent", claim.extent)
    if let claimant = claim.claimedBy { line(2, "claimed by", claimant) }
    if let quotation = claim.quotation.map({ report.annotations.quotations[$0] }) {
      write(2, "quotation", quotation.spans.first ?? quotation.evidence)
    }
    write(2, "as of", claim.asOf)
  }

  mutating func write(_ figure: Figure) {
    line(
      1, "figure", figure.kind.rawValue, place(figure.evidence), words(figure.evidence),
      figure.place.map(name))
    let numbers = [("value", figure.value), ("low", figure.low), ("high", figure.high)]
    for (name, number) in numbers {
      if let number { line(2, name, String(number)) }
    }
    write(2, "qualifier", figure.qualifier)
    write(2, "of whom", figure.ofWhom)
    write(2, "as of", figure.asOf)
    if let speaker = figure.saidBy { line(2, "said by", speaker) }
  }

  mutating func write(_ date: DateMention) {
    let (first, last) = (date.precision.text(of: date.first), date.precision.text(of: date.last))
    let days = first == last ? first : "\(first ?? "..")/\(last ?? "..")"
    line(1, "date", date.precision.rawValue, place(date.range), words(date.range), days)
  }

  mutating func write(_ unresolved: Unresolved) {
    line(
      1, "unresolved", unresolved.kind.rawValue, place(unresolved.range),
      words(unresolved.range) + ":", unresolved.reason)
  }

  // MARK: - Parts

  /// `Toretsk gn:709354`
  private func name(_ place: Place) -> String {
    "\(gazetteer.name(of: place)) \(gazetteer.id(of: place))"
  }

  private func hundredths(_ confidence: Double) -> String {
    let number = Int((max(0, min(confidence, 1)) * 100).rounded())
    return "\(number / 100).\(number % 100 < 10 ? "0" : "")\(number % 100)"
  }
}
