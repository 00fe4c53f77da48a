// From a name to the places that bear it.

extension Gazetteer {
  /// All places that bear a name as it is written, likeliest first: countries and continents, then
  /// first names before alternates, then by class, then by population. An alternate such as “US” or
  /// “Ore.” counts in that very spelling only.
  ///
  /// Nothing is allocated where nothing is found.
  ///
  /// - Parameter folded: room for what the name folds to; keep it between calls.
  package func candidates(_ written: Span<UInt8>, folded: inout [UInt8]) -> [Candidate] {
    folded.removeAll(keepingCapacity: true)
    Folding.append(written, to: &folded)
    guard let record = record(of: folded.span) else { return [] }
    return candidates(in: record, written)
  }

  /// Whether any place bears a folded name, whatever its spelling.
  package func hasName(folded name: Span<UInt8>) -> Bool { record(of: name) != nil }

  /// The word at which the record of a folded name begins.
  private func record(of name: Span<UInt8>) -> Int? {
    let hash = NameHash(name)
    let slotCount = image.range(.slots).count
    var number = hash.slot(of: slotCount)
    while true {
      let slot = Slot(bits: image.number(.slots, number, as: UInt64.self))
      if slot.isFree { return nil }
      if slot.tag == hash.tag, isName(slot.record, name) { return slot.record }
      number = number + 1 == slotCount ? 0 : number + 1
    }
  }

  private func isName(_ record: Int, _ name: Span<UInt8>) -> Bool {
    nameBytes(record) == name.count
      && image.holds(name, at: image.range(.records).start + record * 4 + 4)
  }

  func nameBytes(_ record: Int) -> Int {
    Int(image.number(.records, record * 2, as: UInt16.self))
  }

  func candidateCount(_ record: Int) -> Int {
    Int(image.number(.records, record * 2 + 1, as: UInt16.self))
  }

  private func candidates(in record: Int, _ written: Span<UInt8>) -> [Candidate] {
    let first = record + 1 + (nameBytes(record) + 3) / 4
    let count = candidateCount(record)
    var found: [Candidate] = []
    for word in first..<(first + count) {
      let candidate: UInt32 = image.number(.records, word)
      if candidate & CandidateWord.bound != 0 && !isSpelling(word, written) { continue }
      if found.isEmpty { found.reserveCapacity(count) }
      found.append(
        Candidate(
          place: Place(row: candidate & CandidateWord.row),
          isPrimary: candidate & CandidateWord.primary != 0))
    }
    return found
  }

  /// Whether a bound candidate's spelling is the one that is written.
  private func isSpelling(_ word: Int, _ written: Span<UInt8>) -> Bool {
    guard let text = spelling(of: UInt32(word)) else { return false }
    let range = image.textRange(.texts, Int(text))
    return range.count == written.count && image.holds(written, at: range.lowerBound)
  }

  func spelling(of word: UInt32) -> UInt32? {
    var low = 0
    var high = image.range(.spellings).count / 2
    while low < high {
      let middle = (low + high) / 2
      if image.number(.spellings, middle * 2) < word { low = middle + 1 } else { high = middle }
    }
    return low * 2 < image.range(.spellings).count ? image.number(.spellings, low * 2 + 1) : nil
  }
}
