// Control and figures against the gold: each difference is one sentence.

import Extraction

extension GoldArticle {
  func controlProblems(_ found: Annotations) -> [String] {
    var claims = found.control
    var problems: [String] = []
    for wanted in gold.control.filter(\.required) {
      guard let index = claims.firstIndex(where: { isAbout($0, wanted) }) else {
        problems.append("missing claim: \(show(wanted))")
        continue
      }
      let claim = claims.remove(at: index)
      problems += differences(of: claim, wanted, found).map { "claim \(show(wanted)): \($0)" }
    }
    for allowed in gold.control.filter({ !$0.required }) {
      let index = claims.firstIndex { isAbout($0, allowed) && hasExtent($0, allowed) }
      if let index { claims.remove(at: index) }
    }
    return problems + claims.map { "too much, claim: \(show($0))" }
  }

  private func isAbout(_ claim: ControlClaim, _ gold: GoldClaim) -> Bool {
    id(claim.place) == gold.locality && claim.status.rawValue == gold.status
      && at(claim.evidence).overlaps(gold.evidence.range)
  }

  /// A part of a place is never told as the whole.
  private func hasExtent(_ claim: ControlClaim, _ gold: GoldClaim) -> Bool {
    gold.extent == nil || claim.extent != nil
  }

  private func differences(
    of claim: ControlClaim, _ gold: GoldClaim, _ found: Annotations
  ) -> [String] {
    let extent = claim.extent.map(at)
    let asOf = claim.asOf.map(at)
    let words: [(String, String?, String?)] = [
      ("basis", claim.basis.rawValue, gold.basis), ("party", claim.party, gold.party),
      ("claimed by", claim.claimedBy, gold.claimedBy),
    ]
    var problems = words.filter { !isSame($0.1, $0.2) }.map {
      "\($0) \($1 ?? "nothing"), not \($2 ?? "nothing")"
    }
    if !isExtent(extent, gold.extent?.range) {
      problems.append("extent \(show(extent)), not \(show(gold.extent?.range))")
    }
    if asOf != gold.asOf?.range {
      problems.append("as of \(show(asOf)), not \(show(gold.asOf?.range))")
    }
    if let number = gold.quotation, !isHeld(claim, in: number, found) {
      problems.append("not in quotation \(number)")
    }
    return problems
  }

  private func isHeld(_ claim: ControlClaim, in number: Int, _ found: Annotations) -> Bool {
    guard let index = claim.quotation else { return false }
    return pairs(found).contains { $0.gold.n == number && $0.index == index }
  }

  func forbiddenControlProblems(_ found: Annotations) -> [String] {
    gold.notControl.flatMap { mark in
      found.control.filter { at($0.evidence).overlaps(mark.range) && !isInGold($0) }.map {
        "no claim, \(mark.why ?? ""): \(show($0))"
      }
    }
  }

  private func isInGold(_ claim: ControlClaim) -> Bool {
    gold.control.contains { isAbout(claim, $0) && hasExtent(claim, $0) }
  }

  private func show(_ gold: GoldClaim) -> String {
    "\(show(gold.locality)) \(gold.status), \(show(gold.evidence.range))"
  }

  private func show(_ claim: ControlClaim) -> String {
    let party = claim.party ?? "nobody"
    let place = show(id(claim.place))
    return "\(place) \(claim.status.rawValue) by \(party), \(show(at(claim.evidence)))"
  }
}

extension GoldArticle {
  func figureProblems(_ found: Annotations) -> [String] {
    var figures = found.figures
    var problems: [String] = []
    for wanted in gold.figures {
      let words = "\(wanted.kind) \(show(wanted.evidence.range))"
      let near = figures.indices.filter { isNear(figures[$0], wanted) }
      let same = near.first { figures[$0].kind.rawValue == wanted.kind }
      guard let index = same ?? near.first else {
        problems.append("missing figure: \(words)")
        continue
      }
      problems += differences(of: figures.remove(at: index), wanted).map { "\(words): \($0)" }
    }
    return problems + figures.map { "too much, figure: \(show($0))" }
  }

  private func isNear(_ figure: Figure, _ gold: GoldFigure) -> Bool {
    isEvidence(at(figure.evidence), gold.evidence.range)
  }

  private func differences(of figure: Figure, _ gold: GoldFigure) -> [String] {
    let parts: [(String, String?, String?)] = [
      ("kind", figure.kind.rawValue, gold.kind),
      ("place", show(id(figure.place)), show(gold.locality)),
      ("value", text(figure.value), text(gold.value)),
      ("low", text(figure.low), text(gold.low)), ("high", text(figure.high), text(gold.high)),
      ("qualifier", lowercased(figure.qualifier), gold.qualifier?.lowercased()),
      ("of whom", gold.ofWhom == nil ? nil : lowercased(figure.ofWhom), gold.ofWhom),
      ("as of", show(figure.asOf.map(at)), show(gold.asOf?.range)),
      ("said by", figure.saidBy, gold.saidBy),
    ]
    return parts.filter { !isSame($0.1, $0.2) }.map {
      "\($0) \($1 ?? "nothing"), not \($2 ?? "nothing")"
    }
  }

  private func text(_ number: Int?) -> String? { number.map { String($0) } }

  private func lowercased(_ range: Range<Int>?) -> String? {
    range.map { words(at($0)).lowercased() }
  }

  func forbiddenFigureProblems(_ found: Annotations) -> [String] {
    gold.notFigures.flatMap { mark in
      found.figures.filter { figure in
        at(figure.evidence).overlaps(mark.range) && !gold.figures.contains { isNear(figure, $0) }
      }.map { "no figure: \(show(mark.range)), found \(show($0))" }
    }
  }

  private func show(_ figure: Figure) -> String {
    "\(figure.kind.rawValue) of \(show(id(figure.place))), \(show(at(figure.evidence)))"
  }
}
