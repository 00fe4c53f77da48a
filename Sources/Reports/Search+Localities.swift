// Localities with what reports say of them.

extension Search {
  /// The localities that meet all conditions on places, each with what the reports that meet all other
  /// conditions say of it.
  func localities() -> [(number: UInt32, tally: LocalityTally)] {
    let numbers = wantedLocalities()
    let tallies = tallies(numbers)
    let wanted = conditions.places.filter { !$0.isNot }.compactMap(\.test.statuses)
    let unwanted = conditions.places.filter(\.isNot).compactMap(\.test.statuses)
    return numbers.compactMap { number in
      let tally = tallies[Int(number)]
      guard tally.reports > 0, tally.statuses.meet(wanted),
        unwanted.allSatisfy({ tally.statuses.isDisjoint(with: $0) })
      else { return nil }
      return (number, tally)
    }
  }

  /// Those that lie where they should.
  private func wantedLocalities() -> RowList {
    var conjunction = Conjunction(0..<UInt32(segment.namings.count))
    for condition in conditions.places where condition.test.statuses == nil {
      conjunction.add(localities(meeting: condition.test), isNot: condition.isNot)
    }
    return conjunction.rows(of: segment.rising)
  }

  /// What the reports say, by locality; all that is ever said where every report counts.
  private func tallies(_ localities: RowList) -> [LocalityTally] {
    let table = segment.namings
    if !asksReports { return table.tallies }
    let isWanted = RowBits(localities, count: table.count)
    var tallies = [LocalityTally](repeating: LocalityTally(), count: table.count)
    for row in reportsOfLocalities() {
      for naming in table.namings[row] where isWanted.contains(naming.locality) {
        tallies[Int(naming.locality)].add(naming, row: row, isDated: row < segment.firstUndated)
      }
    }
    return tallies
  }

  /// What the reports that meet all that is not asked of their places say of one locality.
  func tally(of locality: UInt32) -> LocalityTally {
    let table = segment.namings
    if !asksReports { return table.tallies[Int(locality)] }
    var tally = LocalityTally()
    for row in table.reports[Int(locality)].intersection(reportsOfLocalities()) {
      for naming in table.namings[row] where naming.locality == locality {
        tally.add(naming, row: row, isDated: row < segment.firstUndated)
      }
    }
    return tally
  }

  private var asksReports: Bool {
    conditions.text != nil || conditions.asksTime || !conditions.quotations.isEmpty
  }
}
