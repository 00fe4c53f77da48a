// Localities over all parts.

extension Snapshot {
  /// The localities that meet all conditions on places, by their numbers in `places`, each with what the
  /// reports that meet all other conditions say of it.
  func localities(_ conditions: Conditions) -> [(number: UInt32, tally: LocalityTally)] {
    let wanted = conditions.places.filter { !$0.isNot }.compactMap(\.test.told)
    let unwanted = conditions.places.filter(\.isNot).compactMap(\.test.told)
    func isFound(_ tally: LocalityTally) -> Bool {
      let told = tally.told.ofStrongestRole
      return tally.reports > 0 && told.meet(wanted)
        && unwanted.allSatisfy { told.isDisjoint(with: $0) }
    }
    if parts.count != 1 { return sums(conditions).filter { isFound($0.tally) } }
    let (numbers, tallies) = Search(part: parts[0], conditions: conditions).localities()
    return numbers.compactMap { number in
      let tally = tallies[Int(number)]
      return isFound(tally) ? (parts[0].places[Int(number)], tally) : nil
    }
  }

  private func sums(_ conditions: Conditions) -> [(number: UInt32, tally: LocalityTally)] {
    var sums = [LocalityTally](repeating: LocalityTally(), count: places.count)
    for (part, start) in zip(parts, numbering.rows) {
      let (numbers, tallies) = Search(part: part, conditions: conditions).localities()
      for number in numbers where tallies[Int(number)].reports > 0 {
        sums[Int(part.places[Int(number)])]
          .add(tallies[Int(number)].shifted(by: start)) { isNewer($0, $1) }
      }
    }
    return zip(UInt32(0)..., sums).filter { $0.1.reports > 0 }.map { ($0, $1) }
  }

  /// Whether the first of two reports stands ahead, newest first.
  func isNewer(_ left: UInt32, _ right: UInt32) -> Bool {
    numbering.precedes(left, right, .reports, .newestFirst)
  }
}
