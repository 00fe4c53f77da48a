// Days of the Gregorian calendar, counted without a library so that every room can use them.

/// A day of the Gregorian calendar, in UTC.
package struct CivilDate: Equatable, Sendable {
  package let year: Int
  /// 1 to 12.
  package let month: Int
  /// 1 to 31.
  package let day: Int

  /// The years that four digits can name.
  static let years = 1...9999

  /// Nil for a day that the calendar does not have; years 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard Self.years ~= year, 1...12 ~= month, day >= 1, day <= Self.length(of: month, year) else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Counts in cycles of 400 years of 146,097 days that begin on 1 March (H. Hinnant,
  /// “chrono-Compatible Low-Level Date Algorithms”).
  package init(daysSince1970 days: Int64) {
    let (era, dayOfEra) = (days + 719_468).divided(by: 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = Int(dayOfYear - (153 * shifted + 2) / 5) + 1
    month = Int(shifted < 10 ? shifted + 3 : shifted - 9)
    year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
  }

  /// The same way back.
  package var daysSince1970: Int64 {
    let shiftedYear = Int64(month <= 2 ? year - 1 : year)
    let (era, yearOfEra) = shiftedYear.divided(by: 400)
    let shifted = Int64(month > 2 ? month - 3 : month + 9)
    let dayOfYear = (153 * shifted + 2) / 5 + Int64(day) - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func length(of month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Int64 {
  /// Quotient and remainder with the remainder never negative.
  package func divided(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}

/// A number with leading zeros.
package func zeroPadded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
