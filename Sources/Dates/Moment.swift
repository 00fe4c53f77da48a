// A point in time that knows how precisely it is known.

/// How precisely a time is known; the field's words, and the second that programs write.
package enum TimePrecision: UInt8, Sendable, CaseIterable {
  case second, minute, day, month, year
}

/// A time as a document gives it: its first second in UTC, and how much of it is meant.
package struct Moment: Equatable, Sendable {
  /// Seconds since 1970, of the first second that is meant.
  package let start: Int64
  package let precision: TimePrecision

  package init(start: Int64, precision: TimePrecision) {
    self.start = start
    self.precision = precision
  }

  /// The first second that is no longer meant: the end of the minute, day, month or year.
  package var end: Int64 {
    let date = CivilDate(daysSince1970: start.divided(by: 86_400).quotient)
    let next: Int64? =
      switch precision {
      case .second, .minute, .day: nil
      case .month where date.month < 12:
        CivilDate(year: date.year, month: date.month + 1, day: 1)?.daysSince1970
      case .month, .year:
        // Not the first day of the next year: there is none after 9999.
        CivilDate(year: date.year, month: 12, day: 31).map { $0.daysSince1970 + 1 }
      }
    if let next { return next * 86_400 }
    return start + (precision == .second ? 1 : precision == .minute ? 60 : 86_400)
  }
}

extension Moment: CustomStringConvertible {
  /// RFC 3339, cut to the day if no time is known: `2024-10-07T09:30:00Z`, `2024-10-07`, `2024-10`, `2024`.
  package var description: String {
    let (day, second) = start.divided(by: 86_400)
    let date = CivilDate(daysSince1970: day)
    if 0...9999 ~= date.year { return shortDescription(date, second) }
    let year = zeroPadded(date.year, 4)
    let month = "\(year)-\(zeroPadded(date.month, 2))"
    let full = "\(month)-\(zeroPadded(date.day, 2))"
    switch precision {
    case .year: return year
    case .month: return month
    case .day: return full
    case .second, .minute: return "\(full)T\(Self.timeOfDay(second))Z"
    }
  }

  /// Of a year of four digits, which is all but what is counted from a time.
  private func shortDescription(_ date: CivilDate, _ second: Int64) -> String {
    unsafe String(unsafeUninitializedCapacity: 20) { buffer in
      var text = unsafe OutputSpan(buffer: buffer, initializedCount: 0)
      text.append(date)
      switch precision {
      case .year: return 4
      case .month: return 7
      case .day: return 10
      case .second, .minute:
        text.append(timeOfDay: second)
        return 20
      }
    }
  }

  /// `hh:mm:ss` of a second of the day.
  package static func timeOfDay(_ second: Int64) -> String {
    [second / 3600, second / 60 % 60, second % 60].map { zeroPadded(Int($0), 2) }
      .joined(separator: ":")
  }
}

extension OutputSpan<UInt8> {
  /// `yyyy-mm-dd`.
  fileprivate mutating func append(_ date: CivilDate) {
    append(twoDigits: date.year / 100)
    append(twoDigits: date.year % 100)
    append(UInt8(ascii: "-"))
    append(twoDigits: date.month)
    append(UInt8(ascii: "-"))
    append(twoDigits: date.day)
  }

  /// `Thh:mm:ssZ`.
  fileprivate mutating func append(timeOfDay second: Int64) {
    append(UInt8(ascii: "T"))
    append(twoDigits: Int(second / 3600))
    append(UInt8(ascii: ":"))
    append(twoDigits: Int(second / 60 % 60))
    append(UInt8(ascii: ":"))
    append(twoDigits: Int(second % 60))
    append(UInt8(ascii: "Z"))
  }

  private mutating func append(twoDigits number: Int) {
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }
}
