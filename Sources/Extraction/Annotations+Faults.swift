// What holds of everything that is found in a text, checked by tests and by the fuzzer.

extension Annotations {
  /// The promises that do not hold, in words; empty when all do.
  ///
  /// - Complexity: O(length of the text + what is found).
  package func faults(in text: [UInt8]) -> [String] {
    var check = RangeCheck(text)
    add(structure, to: &check)
    check.apart(places.map(\.range), "places")
    addLocalities(to: &check)
    for (index, quotation) in quotations.enumerated() { add(quotation, at: index, to: &check) }
    addOrder(of: quotations, to: &check)
    addClaims(to: &check)
    for found in dates { check.inside(found.range, "date") }
    for found in unresolved { check.inside(found.range, "unresolved") }
    return check.faults
  }

  private func add(_ structure: Structure, to check: inout RangeCheck) {
    check.apart(structure.headings, "headings")
    check.apart(structure.paragraphs, "paragraphs")
    check.inside(structure.standfirst, "standfirst")
    check.inside(structure.credits, "credits")
    let blocks = structure.headings + structure.paragraphs
    let all = blocks + [structure.standfirst, structure.credits].compactMap { $0 }
    check.apart(all.sorted { $0.lowerBound < $1.lowerBound }, "blocks")
  }

  private func addLocalities(to check: inout RangeCheck) {
    let named = Set(places.filter { $0.kind == .name }.compactMap { $0.place })
    let listed = localities.map(\.place)
    check.expect(Set(listed).count == listed.count, "a locality stands twice")
    check.expect(Set(listed) == named, "localities are not those that names mention")
    check.expect(localities.allSatisfy { 0...1 ~= $0.confidence }, "a locality's confidence")
  }

  private func addClaims(to check: inout RangeCheck) {
    for claim in control {
      check.inside(claim.evidence, "control")
      check.inside(claim.extent, "control's extent")
      check.inside(claim.asOf, "control's time")
      check.expect(
        claim.quotation.map { quotations.indices.contains($0) } ?? true, "control's quotation")
    }
    for figure in figures {
      check.inside(figure.evidence, "figure")
      for part in [figure.qualifier, figure.ofWhom, figure.asOf] {
        check.inside(part, "figure's part")
      }
    }
  }
}

// MARK: - Quotations

extension Annotations {
  private func add(_ quotation: Quotation, at index: Int, to check: inout RangeCheck) {
    let name = "quotation \(index)"
    check.expect(!quotation.spans.isEmpty, "\(name) has no content")
    check.apart(quotation.spans, "\(name)’s spans")
    check.apart(quotation.fragments, "\(name)’s fragments")
    check.within(quotation.fragments, quotation.spans, "\(name)’s fragments")
    check.expect(
      (quotation.kind == .indirect) == quotation.fragments.isEmpty,
      "\(name) is \(quotation.kind) with \(quotation.fragments.count) fragments")
    check.inside(quotation.evidence, "\(name)’s evidence")
    check.inside(quotation.cue?.range, "\(name)’s cue")
    check.within(
      quotation.spans + (quotation.cue.map { [$0.range] } ?? []), [quotation.evidence],
      "\(name)’s words, of its evidence")
    guard let speaker = quotation.speaker else { return }
    check.expect(!speaker.name.isEmpty, "\(name)’s speaker has no name")
    check.expect(0...1 ~= speaker.confidence, "\(name)’s confidence")
    check.inside(speaker.mention, "\(name)’s mention")
    check.inside(speaker.resolvedFrom, "\(name)’s antecedent")
  }

  /// Sorted, and no two at one place: their ids are made from it.
  private func addOrder(of quotations: [Quotation], to check: inout RangeCheck) {
    let starts = quotations.compactMap(\.spans.first?.lowerBound)
    let isRising = zip(starts, starts.dropFirst()).allSatisfy { $0 < $1 }
    check.expect(isRising, "quotations are not in order, or two begin at one place: \(starts)")
  }
}
