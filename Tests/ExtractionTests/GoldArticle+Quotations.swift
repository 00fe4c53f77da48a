// Quotations against the gold: each difference is one sentence.

import Extraction

/// A quotation of the gold and the one that was found for it.
struct QuotationPair {
  let gold: GoldQuotation
  /// Its index among those that were found; nil where none shares a word with it.
  let index: Int?
}

extension GoldArticle {
  /// Each goes with the one that shares the most words with it.
  func pairs(_ found: Annotations) -> [QuotationPair] {
    var free = Array(found.quotations.indices)
    return gold.quotations.map { quotation in
      let shared = free.map { ($0, common(found.quotations[$0], quotation)) }.filter { $0.1 > 0 }
      let best = shared.max { left, right in
        (left.1, -length(found.quotations[left.0])) < (right.1, -length(found.quotations[right.0]))
      }?.0
      free.removeAll { $0 == best }
      return QuotationPair(gold: quotation, index: best)
    }
  }

  private func common(_ found: Quotation, _ gold: GoldQuotation) -> Int {
    found.spans.map(at).reduce(0) { sum, span in
      sum + gold.spans.reduce(0) { $0 + span.clamped(to: $1.range).count }
    }
  }

  private func length(_ quotation: Quotation) -> Int { quotation.spans.reduce(0) { $0 + $1.count } }

  /// Which there are, and their contents.
  func contentProblems(_ found: Annotations) -> [String] {
    let pairs = pairs(found)
    let used = Set(pairs.compactMap(\.index))
    let extra = found.quotations.indices.filter { index in
      !used.contains(index) && !isOptionalQuotation(found.quotations[index].spans.map(at))
    }
    return each(pairs, found) { contentDifferences($0, $1) }
      + pairs.filter { $0.index == nil }.map { "missing quotation \(show($0.gold))" }
      + extra.map { "too much, quotation: \(showContent(found.quotations[$0]))" }
  }

  private func contentDifferences(_ quotation: Quotation, _ gold: GoldQuotation) -> [String] {
    var problems: [String] = []
    if quotation.kind.rawValue != gold.type {
      problems.append("type \(quotation.kind.rawValue), not \(gold.type)")
    }
    let spans = quotation.spans.map(at)
    let isSame =
      spans.count == gold.spans.count
      && zip(spans, gold.spans).allSatisfy {
        isSpan($0, $1, of: gold)
      }
    if !isSame { problems.append("content \(list(spans))") }
    let fragments = quotation.fragments.map(at)
    if fragments != gold.fragments.map(\.range) { problems.append("fragments \(list(fragments))") }
    return problems
  }

  func speakerProblems(_ found: Annotations) -> [String] {
    each(pairs(found), found) { quotation, gold in
      guard let wanted = gold.speaker else {
        return quotation.speaker.map { ["speaker \($0.name), where nobody is cited"] } ?? []
      }
      guard let speaker = quotation.speaker else { return ["no speaker, not \(wanted.name)"] }
      return nameDifferences(speaker, wanted, sector: gold.sector)
        + wordDifferences(speaker, wanted, gold)
    }
  }

  private func nameDifferences(
    _ speaker: Speaker, _ gold: GoldSpeaker, sector: String?
  ) -> [String] {
    let told = speaker.sector?.rawValue
    let isSector =
      told == nil || sector.map { $0.split(separator: "/").contains { $0 == told ?? "" } } ?? true
    let parts: [(String, String?, String?)] = [
      ("name", speaker.name, gold.name), ("role", speaker.role, gold.role),
      ("affiliation", speaker.affiliation, gold.affiliation),
      ("sector", isSector ? sector : told, sector),
    ]
    return parts.filter { !isSame($0.1, $0.2) }.map { name, found, gold in
      "\(name) \(found ?? "nothing"), not \(gold ?? "nothing")"
    }
  }

  private func wordDifferences(
    _ speaker: Speaker, _ gold: GoldSpeaker, _ quotation: GoldQuotation
  ) -> [String] {
    differences(
      "mention", speaker.mention.map(at), gold.mention, { isMention($0, $1, of: quotation) })
      + differences(
        "resolved from", speaker.resolvedFrom.map(at), gold.resolvedFrom,
        { isAntecedent($0, $1, of: quotation) })
  }

  private func differences(
    _ name: String, _ found: Range<Int>?, _ gold: GoldRange?,
    _ isSame: (Range<Int>, GoldRange) -> Bool
  ) -> [String] {
    if let found, let gold, isSame(found, gold) { return [] }
    if found == nil, gold == nil { return [] }
    return ["\(name) \(show(found)), not \(show(gold?.range))"]
  }

  /// Cues, the places that a quotation is about, and its evidence.
  func cueProblems(_ found: Annotations) -> [String] {
    each(pairs(found), found) { quotation, gold in
      let cue = quotation.cue.map { at($0.range) }
      let about = Set(quotation.about.map { id($0) })
      let evidence = at(quotation.evidence)
      let parts =
        quotation.spans.map(at) + [cue, quotation.speaker?.mention.map(at)].compactMap { $0 }
      return (isCue(cue, of: gold) ? [] : ["cue \(show(cue)), not \(show(gold.cue?.range))"])
        + gold.about.filter { !about.contains($0) }.map { "not about \(show($0))" }
        + parts.filter { $0.clamped(to: evidence) != $0 }.map {
          "outside its evidence: \(show($0))"
        }
    }
  }

  func forbiddenQuotationProblems(_ found: Annotations) -> [String] {
    let used = Set(pairs(found).compactMap(\.index))
    return gold.notQuotations.filter { $0.why?.contains("optional") != true }.flatMap { mark in
      found.quotations.indices.filter { index in
        !used.contains(index)
          && found.quotations[index].spans.contains { at($0).overlaps(mark.range) }
      }.map { "no quotation, \(mark.why ?? ""): \(showContent(found.quotations[$0]))" }
    }
  }

  private func each(
    _ pairs: [QuotationPair], _ found: Annotations,
    _ differences: (Quotation, GoldQuotation) -> [String]
  ) -> [String] {
    pairs.flatMap { pair in
      pair.index.map { differences(found.quotations[$0], pair.gold) }?.map {
        "quotation \(show(pair.gold)): \($0)"
      } ?? []
    }
  }

  private func show(_ gold: GoldQuotation) -> String {
    "\(gold.n) (\(gold.type), \(list(gold.spans.map(\.range))))"
  }

  private func showContent(_ found: Quotation) -> String {
    "\(found.kind.rawValue), \(list(found.spans.map(at))), by \(found.speaker?.name ?? "nobody")"
  }

  private func list(_ ranges: [Range<Int>]) -> String {
    ranges.map { show($0) }.joined(separator: " and ")
  }
}
