// The days that a report's dates come to.

import Dates
import Extraction
import Testing

@testable import Reports

private func stretches(_ dates: [(Int64?, Int64?)], _ published: Int64?) -> [[Int32]] {
  let mentions = dates.map { date in
    DateMention(
      range: 0..<1, first: date.0.map { CivilDate(daysSince1970: $0) },
      last: date.1.map { CivilDate(daysSince1970: $0) }, precision: .day)
  }
  let moment = published.map { Moment(start: $0, precision: .second) }
  return DayStretch.all(in: mentions, published: moment).map { [$0.first, $0.last] }
}

@Test(
  arguments: [
    ([], 0, []), ([(nil, nil)], 0, []), ([(3, 5)], nil, [[3, 5]]),
    ([(3, nil)], 5 * 86_400, [[3, 5]]), ([(3, nil)], 6 * 86_400 - 1, [[3, 5]]),
    ([(3, nil)], 0, [[3, 3]]), ([(3, nil)], nil, [[3, 3]]),
    ([(nil, 3)], 0, [[3, 3]]), ([(nil, 3)], nil, [[3, 3]]), ([(5, 3)], nil, [[5, 5]]),
    ([(8, 9), (3, 3), (5, 6)], nil, [[3, 3], [5, 6], [8, 9]]),
    ([(4, 4), (3, 3), (6, 6)], nil, [[3, 4], [6, 6]]),
    ([(1, 9), (2, 3), (9, 10), (nil, nil)], nil, [[1, 10]]),
    (
      [(-719_162, -719_162), (2_932_896, nil)], 0, [[-719_162, -719_162], [2_932_896, 2_932_896]]
    ),
  ] as [([(Int64?, Int64?)], Int64?, [[Int32]])])
func `dates become stretches apart from each other`(
  dates: [(Int64?, Int64?)], published: Int64?, expected: [[Int32]]
) {
  #expect(stretches(dates, published) == expected)
}

@Test(
  arguments: [
    (nil, nil, [0, 1]), (nil, -719_162 * 86_400, []), (nil, -719_162 * 86_400 + 1, [0]),
    (2_932_897 * 86_400, nil, []), (2_932_897 * 86_400 - 1, nil, [1]), (.min, .min + 1, []),
    (.max - 1, .max, []), (.min, .max, [0, 1]), (-719_161 * 86_400, 2_932_896 * 86_400, []),
  ] as [(Int64?, Int64?, [UInt32])])
func `periods reach beyond the calendar without finding more`(
  start: Int64?, end: Int64?, rows: [UInt32]
) {
  var days = Grouped<DayStretch>()
  days.append([DayStretch(-719_162, -719_162)])
  days.append([DayStretch(2_932_896, 2_932_896)])
  #expect(Array(days.rows(touching: Period(start: start, end: end))) == rows)
}

@Test func `days that a record does not name break a promise`() {
  var days = Grouped<DayStretch>()
  days.append([DayStretch(3, 5)])
  #expect(days.brokenInvariant([[DayStretch(3, 5)]]) == nil)
  #expect(days.brokenInvariant([[DayStretch(3, 4)]]) == "a report names other days")
  #expect(days.brokenInvariant([]) == "there are those of more or fewer reports")
  let touching = [DayStretch(3, 5), DayStretch(6, 6)]
  days.append(touching)
  #expect(days.brokenInvariant([[DayStretch(3, 5)], touching])?.contains("touch") == true)
}
