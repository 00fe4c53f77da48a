// Dates in messages, RFC 9110 section 5.6.7.

import Dates

/// Seconds since 1970 as an IMF-fixdate: `Sun, 06 Nov 1994 08:49:37 GMT`.
package enum HTTPDate {
  private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The 29 characters of a date between the years 0 and 9999.
  package static func format(_ seconds: Int64) -> String {
    let (day, second) = seconds.divided(by: 86_400)
    let date = CivilDate(daysSince1970: day)
    let name = days[Int(day.divided(by: 7).remainder)]
    return "\(name), \(zeroPadded(date.day, 2)) \(months[date.month - 1]) "
      + "\(zeroPadded(date.year, 4)) \(Moment.timeOfDay(second)) GMT"
  }
}
