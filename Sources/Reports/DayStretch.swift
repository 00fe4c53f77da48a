// A stretch of whole days that a report's text names.

import Dates
import Extraction

/// Days since 1970, both ends included. 8 bytes.
struct DayStretch: Equatable, Sendable {
  let first: Int32
  var last: Int32

  init(_ first: Int64, _ last: Int64) {
    self.first = Int32(clamping: first)
    self.last = Int32(clamping: max(first, last))
  }

  /// What a report's dates come to: in the order of time, apart from each other by a day at least.
  /// Dates that could not be resolved are not in it.
  ///
  /// - Complexity: O(dates × log dates).
  static func all(in dates: [DateMention], published: Moment?) -> [DayStretch] {
    let lastDay = published.map { ($0.end - 1).divided(by: 86_400).quotient }
    let named = dates.compactMap { DayStretch($0, lastDay: lastDay) }
    var apart: [DayStretch] = []
    for stretch in named.sorted(by: { $0.first < $1.first }) {
      if let before = apart.last, stretch.first <= Int64(before.last) + 1 {
        apart[apart.count - 1].last = max(before.last, stretch.last)
      } else {
        apart.append(stretch)
      }
    }
    return apart
  }

  /// A date with one end does not reach as far as time does: “since May” ends on the day of its
  /// report, and “by Friday” tells of no day before that Friday.
  ///
  /// - Parameter lastDay: the last on which the report can have been published; nil where unknown,
  ///   and then a date without an end is known of its first day only.
  private init?(_ mention: DateMention, lastDay: Int64?) {
    let (first, last) = (mention.first?.daysSince1970, mention.last?.daysSince1970)
    guard let known = first ?? last else { return nil }
    self.init(known, last ?? lastDay ?? known)
  }

  func touches(_ other: DayStretch) -> Bool { first <= other.last && last >= other.first }
}

extension DayStretch {
  /// Every day that a period touches; an open end is farther than any date.
  init(_ period: Period) {
    let days = period.days
    self.init(days.first ?? .min, days.last ?? .max)
  }
}
