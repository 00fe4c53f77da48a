// Days against Foundation's calendar, and against the calendar's own rules where that one ends.

import Dates
import Foundation
import TestSupport
import Testing

/// A day as plain numbers, to be compared.
private struct Day: Equatable {
  let year: Int
  let month: Int
  let day: Int

  init(_ date: CivilDate) { (year, month, day) = (date.year, date.month, date.day) }

  init(_ year: Int, _ month: Int, _ day: Int) {
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// What Foundation says; it changes to the Julian calendar before 15 October 1582.
  init(daysSince1970 days: Int64) throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let date = Date(timeIntervalSince1970: Double(days) * 86_400)
    let parts = calendar.dateComponents([.year, .month, .day], from: date)
    self.init(try #require(parts.year), try #require(parts.month), try #require(parts.day))
  }
}

private let firstGregorianDay: Int64 = -141_427
private let lastDayOfYear9999: Int64 = 2_932_896
private let firstDayOfYear1: Int64 = -719_162

@Test(arguments: 1...8 as ClosedRange<UInt64>)
func `random days are those of Foundation's calendar`(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  for _ in 0..<500 {
    let days = Int64.random(in: firstGregorianDay...lastDayOfYear9999, using: &random)
    let date = CivilDate(daysSince1970: days)
    #expect(Day(date) == (try Day(daysSince1970: days)), "day \(days)")
    #expect(date.daysSince1970 == days)
  }
}

@Test(arguments: [
  firstGregorianDay, -1, 0, 1, 11_015, 11_016, 11_017, 47_540, 47_541, -25_509, -25_508,
  lastDayOfYear9999,
])
func `days at an edge are those of Foundation's calendar`(days: Int64) throws {
  #expect(Day(CivilDate(daysSince1970: days)) == (try Day(daysSince1970: days)))
}

@Test func `from year 1 to 9999 each day follows the one before, and none is left out`() {
  var date = CivilDate(daysSince1970: firstDayOfYear1)
  #expect(Day(date) == Day(1, 1, 1))
  var broken: [Int64] = []
  for days in (firstDayOfYear1 + 1)...lastDayOfYear9999 {
    let next = CivilDate(daysSince1970: days)
    if !follows(next, date) || next.daysSince1970 != days { broken.append(days) }
    date = next
  }
  #expect(broken.isEmpty)
  #expect(Day(date) == Day(9999, 12, 31))
}

private func follows(_ next: CivilDate, _ date: CivilDate) -> Bool {
  if next.day == date.day + 1 { return next.month == date.month && next.year == date.year }
  let isLast = CivilDate(year: date.year, month: date.month, day: date.day + 1) == nil
  let month = date.month == 12 ? 1 : date.month + 1
  return isLast && next.day == 1 && next.month == month
    && next.year == (date.month == 12 ? date.year + 1 : date.year)
}

@Test(arguments: [
  (2024, true), (2023, false), (2000, true), (1900, false), (2100, false), (1600, true), (4, true),
  (1, false), (9999, false), (9996, true),
])
func `a leap day is a day only in a leap year`(year: Int, isLeap: Bool) {
  #expect((CivilDate(year: year, month: 2, day: 29) != nil) == isLeap)
}

@Test(arguments: zip(1...12, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]))
func `a month has its days and no more`(month: Int, length: Int) throws {
  let last = try #require(CivilDate(year: 2023, month: month, day: length))
  #expect(CivilDate(daysSince1970: last.daysSince1970) == last)
  #expect(CivilDate(year: 2023, month: month, day: length + 1) == nil)
  #expect(CivilDate(year: 2023, month: month, day: 0) == nil)
}

@Test(arguments: [
  (0, 1, 1), (10_000, 1, 1), (-1, 1, 1), (2024, 0, 1), (2024, 13, 1), (2024, 1, -1),
])
func `a day that the calendar does not have is refused`(year: Int, month: Int, day: Int) {
  #expect(CivilDate(year: year, month: month, day: day) == nil)
}

@Test(
  arguments: [
    (7, 2, 3, 1), (-7, 2, -4, 1), (-6, 2, -3, 0), (0, 5, 0, 0), (-1, 86_400, -1, 86_399),
  ] as [(Int64, Int64, Int64, Int64)])
func `a remainder is never negative`(
  number: Int64, divisor: Int64, quotient: Int64, remainder: Int64
) {
  #expect(number.divided(by: divisor) == (quotient, remainder))
}

@Test(arguments: [(7, 2, "07"), (0, 4, "0000"), (2024, 4, "2024"), (12_345, 4, "12345")])
func `a number gets leading zeros up to its width`(number: Int, width: Int, text: String) {
  #expect(zeroPadded(number, width) == text)
}
