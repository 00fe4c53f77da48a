// Reading the three forms of dates in messages, RFC 9110 section 5.6.7.

import Dates

extension HTTPDate {
  /// Seconds since 1970; nil for what is none of the forms or no day of the calendar. Whether the
  /// name of the day belongs to the date is not asked. It allocates nothing.
  ///
  /// - Parameter now: tells the century of a year of two digits.
  package static func read(_ text: Span<UInt8>, now: Int64) -> Int64? {
    guard text.count >= 24, isDayName(text) else { return nil }
    if text.has(shape: "aaa, 00 aaa 0000 00:00:00 GMT") {
      return seconds(text, year: text.number(12, 4), month: 8, day: 5, time: 17)
    }
    if text.has(shape: "aaa aaa _0 00:00:00 0000") {
      return seconds(text, year: text.number(20, 4), month: 4, day: 8, time: 11)
    }
    return rfc850(text, now)
  }

  /// `Sunday, 06-Nov-94 08:49:37 GMT`
  private static func rfc850(_ text: Span<UInt8>, _ now: Int64) -> Int64? {
    let start = text.count - 22
    guard 8...11 ~= start,
      text.extracting((start - 5)..<start).equals("day, "),
      text.extracting(start..<text.count).has(shape: "00-aaa-00 00:00:00 GMT")
    else { return nil }
    let year = fullYear(text.number(start + 7, 2), now)
    return seconds(text, year: year, month: start + 3, day: start, time: start + 10)
  }

  /// The year with these last digits that is not more than 50 years ahead.
  private static func fullYear(_ digits: Int, _ now: Int64) -> Int {
    let thisYear = CivilDate(daysSince1970: now.divided(by: 86_400).quotient).year
    let year = thisYear / 100 * 100 + digits
    return year > thisYear + 50 ? year - 100 : year
  }

  /// - Parameters:
  ///   - month: where its name stands.
  ///   - day: where its two digits stand.
  ///   - time: where `hh:mm:ss` stands; second 60 is a leap second.
  private static func seconds(
    _ text: Span<UInt8>, year: Int, month: Int, day: Int, time: Int
  ) -> Int64? {
    let (hour, minute) = (text.number(time, 2), text.number(time + 3, 2))
    let second = text.number(time + 6, 2)
    guard let month = text.index(of: month, in: monthNames), hour < 24, minute < 60, second <= 60,
      let date = CivilDate(year: year, month: month + 1, day: text.number(day, 2))
    else { return nil }
    return date.daysSince1970 * 86_400 + Int64(hour * 3600 + minute * 60 + second)
  }

  private static func isDayName(_ text: Span<UInt8>) -> Bool {
    text.index(of: 0, in: "SunMonTueWedThuFriSat") != nil
  }

  private static let monthNames: StaticString = "JanFebMarAprMayJunJulAugSepOctNovDec"
}

extension Span where Element == UInt8 {
  /// Whether the bytes are the shape's: `a` in it is a letter, `0` a digit, `_` a digit or a space,
  /// and all else itself.
  fileprivate func has(shape: StaticString) -> Bool {
    guard count == shape.utf8CodeUnitCount else { return false }
    for index in indices {
      let isRight =
        switch unsafe shape.utf8Start[index] {
        case UInt8(ascii: "a"): Byte.lowered(self[index]) &- UInt8(ascii: "a") < 26
        case Byte.zero: Byte.isDigit(self[index])
        case UInt8(ascii: "_"): Byte.isDigit(self[index]) || self[index] == Byte.space
        case let byte: self[index] == byte
        }
      if !isRight { return false }
    }
    return true
  }

  /// The number of digits that are known to stand there; a space counts as none.
  fileprivate func number(_ start: Int, _ width: Int) -> Int {
    var number = 0
    for index in start..<(start + width) where self[index] != Byte.space {
      number = number * 10 + Int(self[index] - Byte.zero)
    }
    return number
  }

  /// Which of the names of three letters stands there, from 0.
  fileprivate func index(of start: Int, in names: StaticString) -> Int? {
    for index in 0..<(names.utf8CodeUnitCount / 3) {
      let name = unsafe names.utf8Start + index * 3
      if unsafe self[start] == name[0] && self[start + 1] == name[1] && self[start + 2] == name[2] {
        return index
      }
    }
    return nil
  }
}
