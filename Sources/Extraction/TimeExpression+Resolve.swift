// From words to days.

import Dates

extension TimeExpression {
  /// The days that are meant; nil where they cannot be known.
  ///
  /// - Parameter published: the day that relative times count from.
  func resolve(_ published: CivilDate?, _ sense: TimeSense) -> DaySpan? {
    switch self {
    case .day(let year?, let month, let day):
      return CivilDate(year: year, month: month, day: day).map { DaySpan(day: $0) }
    case .month(let year?, let month): return DaySpan(year: year, month: month)
    case .season(let season, let year?): return Self.season(season, year)
    case .year(let year): return DaySpan(year: year)
    case .decade(let year): return DaySpan(year: year, count: 10)
    default: return published.flatMap { relative(to: $0, sense) }
    }
  }

  private func relative(to today: CivilDate, _ sense: TimeSense) -> DaySpan? {
    switch self {
    case .day(_, let month, let day):
      return Self.nearest(today, sense, reach: 8) {
        CivilDate(year: $0, month: month, day: day).map { DaySpan(day: $0) }
      }
    case .month(_, let month):
      return Self.nearest(today, sense, reach: 1) { DaySpan(year: $0, month: month) }
    case .season(let season, _):
      return Self.nearest(today, sense, reach: 1) { Self.season(season, $0) }
    case .weekday(let weekday): return Self.weekday(weekday, today.daysSince1970, sense)
    case .today(let offset):
      let day = today.daysSince1970 + Int64(offset)
      return DaySpan(day, day)
    case .calendar(let unit, let offset): return Self.unit(unit, offset, today)
    case .ago(let count, let unit, let bound): return Self.ago(count, unit, bound, today)
    case .past(let count, let unit):
      return Self.moved(today, -count, unit).map { DaySpan($0, today.daysSince1970) }
    case .coming(let count, let unit):
      return Self.moved(today, count, unit).map { DaySpan(today.daysSince1970, $0) }
    default: return nil
    }
  }

  /// Three months; winter begins in December of its year.
  private static func season(_ season: TimeUnit, _ year: Int) -> DaySpan? {
    season.firstMonth.flatMap { DaySpan(year: year, month: $0, count: 3) }
  }

  /// The year's span that the sense asks for, among those of the years around.
  ///
  /// - Parameter reach: years to look at on each side; 29 February comes every eighth at least.
  private static func nearest(
    _ today: CivilDate, _ sense: TimeSense, reach: Int, _ span: (Int) -> DaySpan?
  ) -> DaySpan? {
    let day = today.daysSince1970
    let years = (today.year - reach)...(today.year + reach)
    switch sense {
    case .latest: return years.reversed().lazy.compactMap(span).first { $0.first <= day }
    case .before: return years.reversed().lazy.compactMap(span).first { $0.last < day }
    case .current: return span(today.year)
    case .coming: return years.lazy.compactMap(span).first { $0.last >= day }
    case .after: return years.lazy.compactMap(span).first { $0.first > day }
    }
  }

  private static func weekday(_ weekday: Int, _ today: Int64, _ sense: TimeSense) -> DaySpan {
    let back = (today + 3 - Int64(weekday - 1)).divided(by: 7).remainder
    let day =
      switch sense {
      case .latest: today - back
      case .before: today - (back == 0 ? 7 : back)
      case .current: DaySpan(weekOf: today).first + Int64(weekday - 1)
      case .coming: back == 0 ? today : today - back + 7
      case .after: today - back + 7
      }
    return DaySpan(day, day)
  }

  /// The week, month, year so many from that of today.
  private static func unit(_ unit: TimeUnit, _ offset: Int, _ today: CivilDate) -> DaySpan? {
    let day = today.daysSince1970
    switch unit {
    case .week: return DaySpan(weekOf: day + Int64(offset * 7))
    case .fortnight: return DaySpan(day + Int64(offset * 14), day)
    case .weekend:
      // On the weekdays before it, the weekend is the one that has been.
      let saturday = day - (day + 5).divided(by: 7).remainder
      let isNow = day - saturday < 2
      let first = saturday + Int64((offset + (offset < 0 && !isNow ? 1 : 0)) * 7)
      return DaySpan(first, first + 1)
    case .month:
      return today.moved(months: offset).flatMap { DaySpan(year: $0.year, month: $0.month) }
    case .year: return DaySpan(year: today.year + offset)
    case .decade: return DaySpan(year: (today.year / 10 + offset) * 10, count: 10)
    case .century: return DaySpan(year: (today.year / 100 + offset) * 100, count: 100)
    case .second, .minute, .hour: return DaySpan(day, day)
    default: return DaySpan(day + Int64(offset), day + Int64(offset))
    }
  }

  private static func ago(
    _ count: Int, _ unit: TimeUnit, _ bound: TimeBound, _ today: CivilDate
  ) -> DaySpan? {
    guard let day = moved(today, -count, unit) else { return nil }
    switch bound {
    case .within: return DaySpan(min(day + 1, today.daysSince1970), today.daysSince1970)
    case .beyond: return DaySpan(.min, day)
    case .about: break
    }
    guard let date = CivilDate.day(day) else { return nil }
    switch unit.precision {
    case .week: return DaySpan(weekOf: day)
    case .month: return DaySpan(year: date.year, month: date.month)
    case .year: return DaySpan(year: date.year)
    default: return DaySpan(day, day)
    }
  }

  private static func moved(_ today: CivilDate, _ count: Int, _ unit: TimeUnit) -> Int64? {
    guard let length = unit.length(abs(count)) else { return nil }
    let sign = count < 0 ? -1 : 1
    let date = length.months == 0 ? today : today.moved(months: sign * length.months)
    return date.map { $0.daysSince1970 + Int64(sign * length.days) }
  }
}

extension DaySpan {
  /// The part of it that is meant, and how precisely that is known.
  func part(
    _ part: TimePart, of precision: DateMention.Precision, today: Int64?
  ) -> (span: DaySpan, precision: DateMention.Precision) {
    let days = last - first + 1
    guard days > 2 else { return (self, precision) }
    switch part {
    case .earlier, .later:
      guard let today, first...last ~= today else { return (self, precision) }
      return (part == .earlier ? DaySpan(first, today) : DaySpan(today, last), precision)
    case .firstHalf: return (DaySpan(first, middle(days) - 1), precision)
    case .secondHalf: return (DaySpan(middle(days), last), precision)
    case .early, .middle, .late:
      let (start, end) = thirds(days)
      let finer = days > 366 || days < 7 ? precision : precision.of(part)
      switch part {
      case .early: return (DaySpan(first, first + start - 1), finer)
      case .middle: return (DaySpan(first + start, first + end - 1), finer)
      default: return (DaySpan(first + end, last), finer)
      }
    }
  }

  /// Where the second half begins: a year's on 1 July.
  private func middle(_ days: Int64) -> Int64 {
    let year = CivilDate(daysSince1970: first).year
    let july = 365...366 ~= days ? DaySpan(year: year, month: 7) : nil
    return july?.first ?? first + days / 2
  }

  /// Where the second and the last third begin: on the 11th and 21st of a month, in May and
  /// September, in the fourth and seventh year of a decade.
  private func thirds(_ days: Int64) -> (Int64, Int64) {
    if 28...31 ~= days { return (10, 20) }
    let date = CivilDate(daysSince1970: first)
    if days == 365 || days == 366,
      let second = DaySpan(year: date.year, month: 5),
      let third = DaySpan(year: date.year, month: 9)
    {
      return (second.first - first, third.first - first)
    }
    if days > 3650, days < 3654,
      let second = DaySpan(year: date.year + 4), let third = DaySpan(year: date.year + 7)
    {
      return (second.first - first, third.first - first)
    }
    return (max(1, days / 3), max(2, days * 2 / 3))
  }
}

extension DateMention.Precision {
  /// That of a part of it.
  func of(_ part: TimePart) -> Self {
    guard part == .early || part == .middle || part == .late else { return self }
    switch self {
    case .year: return .month
    case .month: return .week
    case .week: return .day
    default: return self
    }
  }
}
