// Dates in messages, against the RFC's example and against Foundation.

import Foundation
import HTTP
import TestSupport
import Testing

struct HTTPDateTests {
  @Test(
    arguments: [
      (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
      (-1, "Wed, 31 Dec 1969 23:59:59 GMT"), (951_827_696, "Tue, 29 Feb 2000 12:34:56 GMT"),
      (1_728_345_599, "Mon, 07 Oct 2024 23:59:59 GMT"),
      (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
      (253_402_300_799, "Fri, 31 Dec 9999 23:59:59 GMT"),
    ] as [(Int64, String)])
  func `a second is written as an IMF-fixdate`(_ second: Int64, _ text: String) {
    #expect(HTTPDate.format(second) == text)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `any second is written as Foundation writes it`(_ seed: UInt64) {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(secondsFromGMT: 0)
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    var random = SeededGenerator(seed: seed)
    for _ in 1...250 {
      // From the year 1600 on, behind the calendar's reform, to the end of 9999.
      let second = Int64.random(in: -11_676_096_000..<253_402_300_800, using: &random)
      let expected = formatter.string(from: Date(timeIntervalSince1970: Double(second)))
      #expect(HTTPDate.format(second) == expected, "seed \(seed), second \(second)")
    }
  }
}
