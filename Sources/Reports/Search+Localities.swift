// Localities with what reports say of them.

extension Search {
  /// The localities that meet all conditions on places but those on what is told, and by locality what the
  /// reports that meet all other conditions say of it.
  func localities() -> (numbers: RowList, tallies: [LocalityTally]) {
    let numbers = wantedLocalities()
    return (numbers, tallies(numbers))
  }

  /// Those that lie where they should.
  private func wantedLocalities() -> RowList {
    var conjunction = Conjunction(0..<UInt32(segment.namings.count))
    for condition in conditions.places where condition.test.told == nil {
      conjunction.add(localities(meeting: condition.test), isNot: condition.isNot)
    }
    return conjunction.rows(of: Present(all: segment.rising[..<segment.namings.count]))
  }

  /// What the reports say, by locality; all that is ever said where every report counts.
  private func tallies(_ localities: RowList) -> [LocalityTally] {
    let table = segment.namings
    if !asksReports { return part.tallies }
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
    if !asksReports { return part.tallies[Int(locality)] }
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
