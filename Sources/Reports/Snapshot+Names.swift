// The names that a test of quotations means.

extension Snapshot {
  /// The names of speakers, roles, affiliations or cues that a test means, in the order in which they
  /// first come; none for a test of kinds.
  package func names(meeting test: QuotationTest) -> [String] {
    if parts.count == 1, parts[0].rows.gone.isEmpty {
      let segment = parts[0].segment
      let (index, numbers) = segment.quotations.names(meeting: test)
      return numbers.map { index.name($0, segment.strings) }
    }
    let firsts = firstQuotations(meeting: test)
    return firsts.sorted { numbering.precedes($0.value, $1.value, .quotations, .newestFirst) }
      .map { String(decoding: $0.key, as: UTF8.self) }
  }

  /// By a name's bytes: the first quotation that has it.
  private func firstQuotations(meeting test: QuotationTest) -> [[UInt8]: UInt32] {
    var firsts: [[UInt8]: UInt32] = [:]
    for (part, start) in zip(parts, numbering.quotations) {
      let (index, numbers) = part.segment.quotations.names(meeting: test)
      for number in numbers {
        guard let first = index[number].first(where: { !part.quotations.gone.holds($0) }) else {
          continue
        }
        let name = Array(index.name(number, part.segment.strings).utf8)
        let (new, old) = (first + start, firsts[name])
        if let old, numbering.precedes(old, new, .quotations, .newestFirst) { continue }
        firsts[name] = new
      }
    }
    return firsts
  }
}
