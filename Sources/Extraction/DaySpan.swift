// A stretch of whole days.

import Dates

/// Days since 1970, both ends included.
struct DaySpan: Equatable {
  var first: Int64
  var last: Int64

  init(_ first: Int64, _ last: Int64) {
    self.first = first
    self.last = last
  }

  init(day: CivilDate) { self.init(day.daysSince1970, day.daysSince1970) }

  /// Whole months, from the first of one; nil outside of the calendar.
  init?(year: Int, month: Int, count: Int = 1) {
    let (years, index) = Int64(month - 1 + count).divided(by: 12)
    guard let first = CivilDate(year: year, month: month, day: 1),
      let next = CivilDate(year: year + Int(years), month: Int(index) + 1, day: 1)
    else { return nil }
    self.init(first.daysSince1970, next.daysSince1970 - 1)
  }

  /// Whole years.
  init?(year: Int, count: Int = 1) {
    guard let first = CivilDate(year: year, month: 1, day: 1),
      let last = CivilDate(year: year + count - 1, month: 12, day: 31)
    else { return nil }
    self.init(first.daysSince1970, last.daysSince1970)
  }

  /// The week from Monday to Sunday that holds a day.
  init(weekOf day: Int64) {
    let monday = day - (day + 3).divided(by: 7).remainder
    self.init(monday, monday + 6)
  }
}

extension CivilDate {
  /// Nil outside of the years that four digits can name.
  static func day(_ daysSince1970: Int64) -> CivilDate? {
    let date = CivilDate(daysSince1970: daysSince1970)
    return 1...9999 ~= date.year ? date : nil
  }

  /// The same day of the month so many months on, or that month's last.
  func moved(months: Int) -> CivilDate? {
    let (years, index) = Int64(month - 1 + months).divided(by: 12)
    let target = (year: year + Int(years), month: Int(index) + 1)
    for day in stride(from: day, to: 27, by: -1) {
      if let date = CivilDate(year: target.year, month: target.month, day: day) { return date }
    }
    return CivilDate(year: target.year, month: target.month, day: min(day, 28))
  }
}
