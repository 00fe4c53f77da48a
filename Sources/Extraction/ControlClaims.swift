// Claims of control: what a sentence says, joined with who says it and since when.

import Gazetteer

enum ControlClaims {
  /// The claims of a text, in its order. Headings claim nothing.
  static func find(
    in text: Text, _ names: Names, _ places: Places, quotations: [Quotation], dates: [DateMention],
    _ gazetteer: Gazetteer
  ) -> [ControlClaim] {
    let parties = Parties(text: text, names: names, places: places, gazetteer: gazetteer)
    let sources = ControlSources(text: text, quotations: quotations, dates: dates)
    var claims: [ControlClaim] = []
    for sentence in text.sentences {
      let kind = text.blocks[sentence.block].kind
      guard kind == .paragraph || kind == .standfirst else { continue }
      let sites = ControlSites(
        text: text, places: places, parties: parties, sentence: sentence.tokens)
      for site in sites.find() {
        claims += self.claims(of: site, sentence.tokens, places, sources, gazetteer)
      }
    }
    return claims
  }

  private static func claims(
    of site: ControlSite, _ sentence: Range<Int>, _ places: Places, _ sources: ControlSources,
    _ gazetteer: Gazetteer
  ) -> [ControlClaim] {
    let asOf = sources.date(of: site, in: sentence)
    let evidence = sources.evidence(site, asOf)
    let source = sources.source(of: evidence)
    return site.places.compactMap { index in
      guard let place = places.mentions[index].place else { return nil }
      return ControlClaim(
        place: place, party: site.party?.name, status: site.status,
        extent: site.extent.map { sources.text.range($0) },
        basis: sources.basis(source, site.party), claimedBy: source?.speaker?.name,
        quotation: source?.index, asOf: asOf, evidence: evidence)
    }
  }
}

/// Who says a thing, and when it was so.
struct ControlSources {
  struct Source {
    let index: Int
    let speaker: Speaker?
    let stance: Cue.Stance
  }

  let text: Text
  let quotations: [Quotation]
  let dates: [DateMention]
  /// How far behind the words of a claim its date may begin, in bytes.
  private let reach = 40

  init(text: Text, quotations: [Quotation], dates: [DateMention]) {
    self.text = text
    self.quotations = quotations
    self.dates = dates
  }

  /// The quotation whose content holds the words.
  func source(of evidence: Range<Int>) -> Source? {
    var low = 0
    var high = quotations.count
    while low < high {
      let middle = (low + high) / 2
      let start = quotations[middle].spans.first?.lowerBound ?? 0
      if start <= evidence.lowerBound { low = middle + 1 } else { high = middle }
    }
    for index in (max(0, low - 4)..<low).reversed()
    where quotations[index].spans.contains(where: { $0.overlaps(evidence) }) {
      return Source(
        index: index, speaker: quotations[index].speaker,
        stance: quotations[index].cue?.stance ?? .neutral)
    }
    return nil
  }

  /// Reported, unless the words of the source say more, or it speaks for a side.
  func basis(_ source: Source?, _ party: Party?) -> ControlClaim.Basis {
    guard let source else { return .reported }
    switch source.stance {
    case .confirmed: return .confirmed
    case .denied: return .denied
    case .claimed: return .claimed
    default: break
    }
    guard let speaker = source.speaker, let party, party.country != nil else { return .reported }
    let isOwn = [speaker.affiliation ?? "", speaker.name].contains { $0.hasPrefix(party.name) }
    return isOwn ? .claimed : .reported
  }

  /// The first time that stands in or right behind the words, within the sentence.
  func date(of site: ControlSite, in sentence: Range<Int>) -> Range<Int>? {
    let words = text.range(site.evidence)
    let end = text.range(sentence).upperBound
    var low = 0
    var high = dates.count
    while low < high {
      let middle = (low + high) / 2
      if dates[middle].range.lowerBound < words.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < dates.count, dates[low].range.lowerBound <= words.upperBound + reach,
      dates[low].range.upperBound <= end
    else { return nil }
    return dates[low].range
  }

  /// The words of the claim, with the time behind them.
  func evidence(_ site: ControlSite, _ asOf: Range<Int>?) -> Range<Int> {
    let words = text.range(site.evidence)
    return words.lowerBound..<max(words.upperBound, asOf?.upperBound ?? 0)
  }
}
