// In which order those stand who bear one name, and in which form.

/// Countries and continents first (there are villages called Us and Europe), then first names
/// before alternates, then by class, then the most people, then by id.
struct CandidateOrder {
  let features: [Feature]
  let populations: [UInt32]
  /// The place of each row in the order of the ids.
  let rank: [UInt32]

  /// The words of an image's record, best first.
  func words(_ bearers: [NameBearer]) -> [(word: UInt32, spelling: UInt32?)] {
    if bearers.count == 1 { return [word(bearers[0])] }
    return once(bearers).map { ($0, key($0)) }.sorted { $0.1 < $1.1 }.map { word($0.0) }
  }

  /// Each row once, by the name that says the most: what any spelling finds goes before what is
  /// bound to one, and of the bound ones each that is spelt otherwise stays.
  private func once(_ bearers: [NameBearer]) -> [NameBearer] {
    let sorted = bearers.sorted { left, right in
      if left.row != right.row { return left.row < right.row }
      if (left.spelling == nil) != (right.spelling == nil) { return left.spelling == nil }
      if left.isPrimary != right.isPrimary { return left.isPrimary }
      return (left.spelling ?? 0) < (right.spelling ?? 0)
    }
    var kept: [NameBearer] = []
    for bearer in sorted {
      if let last = kept.last, last.row == bearer.row,
        last.spelling == nil || last.spelling == bearer.spelling
      {
        continue
      }
      kept.append(bearer)
    }
    return kept
  }

  private func key(_ bearer: NameBearer) -> (UInt8, UInt8, UInt32, UInt32, UInt32) {
    let row = Int(bearer.row)
    return (
      features[row].isWorldwide ? 0 : bearer.isPrimary ? 1 : 2, features[row].precedence,
      UInt32.max - populations[row], rank[row], bearer.spelling ?? 0
    )
  }

  private func word(_ bearer: NameBearer) -> (word: UInt32, spelling: UInt32?) {
    let word =
      rank[Int(bearer.row)] | (bearer.isPrimary ? CandidateWord.primary : 0)
      | (bearer.spelling != nil ? CandidateWord.bound : 0)
    return (word, bearer.spelling)
  }
}
