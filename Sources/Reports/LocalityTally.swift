// What many reports say of one locality.

import Extraction

/// What some reports together say of a locality.
struct LocalityTally: Equatable, Sendable {
  var reports: UInt32 = 0
  var mentions: UInt32 = 0
  var quotations: UInt32 = 0
  /// The highest one, in hundredths.
  var confidence: UInt8 = 0
  /// The best one.
  var precision = GeoPrecision.none
  var told: Told = []
  /// The newest and the oldest of the reports that have a date: rows of the part, or numbers of
  /// the snapshot.
  var newest: UInt32?
  var oldest: UInt32?

  /// Takes a naming by the report of a row; rows come rising, which is from new to old.
  mutating func add(_ naming: Naming, row: UInt32, isDated: Bool) {
    reports += 1
    mentions += naming.mentions
    quotations += naming.quotations
    confidence = max(confidence, naming.confidence)
    if naming.precision.rank < precision.rank { precision = naming.precision }
    told.formUnion(naming.told)
    if isDated {
      newest = newest ?? row
      oldest = row
    }
  }

  /// The same with the numbers that a snapshot has for the rows of a part.
  func shifted(by start: UInt32) -> LocalityTally {
    var tally = self
    tally.newest = newest.map { $0 + start }
    tally.oldest = oldest.map { $0 + start }
    return tally
  }

  /// Takes what other reports say.
  ///
  /// - Parameter isNewer: whether the first of two reports stands ahead of the second, newest first.
  mutating func add(_ other: LocalityTally, isNewer: (UInt32, UInt32) -> Bool) {
    reports += other.reports
    mentions += other.mentions
    quotations += other.quotations
    confidence = max(confidence, other.confidence)
    if other.precision.rank < precision.rank { precision = other.precision }
    told.formUnion(other.told)
    if let row = other.newest, newest.map({ isNewer(row, $0) }) ?? true { newest = row }
    if let row = other.oldest, oldest.map({ isNewer($0, row) }) ?? true { oldest = row }
  }
}

extension GeoPrecision {
  /// 0 is the best.
  fileprivate var rank: Int {
    switch self {
    case .exact: 0
    case .near: 1
    case .admin2: 2
    case .admin1: 3
    case .region: 4
    case .country: 5
    case .none: 6
    }
  }
}
