// Reading dates of messages, against the RFC's examples and against Foundation.

import Foundation
import HTTP
import TestSupport
import Testing

struct HTTPDateReadTests {
  /// The present is in 2024.
  private static func read(_ text: String) -> Int64? {
    HTTPDate.read(Array(text.utf8).span, now: 1_728_345_599)
  }

  @Test(
    arguments: [
      ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
      ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
      ("Sun Nov  6 08:49:37 1994", 784_111_777), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
      ("Wed Dec 31 23:59:59 1969", -1), ("Tue, 29 Feb 2000 12:34:56 GMT", 951_827_696),
      ("Sat, 31 Dec 2016 23:59:60 GMT", 1_483_228_800),
      ("Wednesday, 01-Jan-70 00:00:00 GMT", 3_155_760_000),
      ("Tuesday, 31-Dec-74 00:00:00 GMT", 3_313_440_000),
      ("Wednesday, 01-Jan-75 00:00:00 GMT", 157_766_400),
    ] as [(String, Int64)])
  func `each form is read, a year of two digits as at most 50 years ahead`(
    _ text: String, _ second: Int64
  ) {
    #expect(Self.read(text) == second)
  }

  @Test(arguments: [
    "", "0", "yesterday", "784111777", "1994-11-06T08:49:37Z", "06 Nov 1994 08:49:37 GMT",
    "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 UTC",
    "Sun, 06 Nov 1994 08:49:37 +0000", "sun, 06 Nov 1994 08:49:37 GMT",
    "Sun, 06 nov 1994 08:49:37 GMT", "Sun, 06 Now 1994 08:49:37 GMT",
    "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 00 Nov 1994 08:49:37 GMT",
    "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Nov 1994 08:60:37 GMT",
    "Sun, 06 Nov 1994 08:49:61 GMT", "Sun, 06 Nov 0000 08:49:37 GMT",
    "Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT",
    "Sun,  6 Nov 1994 08:49:37 GMT", "Sun Nov 06 08:49:37 1994 GMT", "Sun Nov 6 08:49:37 1994",
    "Sunday, 06-Nov-1994 08:49:37 GMT", "Sun, 06-Nov-94 08:49:37 GMT",
    "Day, 06-Nov-94 08:49:37 GMT",
    "Sunday, 06-Nov-94 08:49:37 PST", "Son Nov  6 08:49:37 1994", "Sun, 06 Nov 1994 8:49:37 GMT",
    "Sun, 06 Nov 199４ 08:49:37 GMT",
  ])
  func `what is no date is none`(_ text: String) {
    #expect(Self.read(text) == nil)
  }

  /// From the year 1600 on, behind the calendar's reform; two digits tell 1975 to 2074.
  @Test(arguments: [
    ("EEE, dd MMM yyyy HH:mm:ss 'GMT'", -11_676_096_000..<253_402_300_800),
    ("EEE MMM ppd HH:mm:ss yyyy", -11_676_096_000..<253_402_300_800),
    ("EEEE, dd-MMM-yy HH:mm:ss 'GMT'", 157_766_400..<3_313_526_400),
  ])
  func `any second is read as Foundation writes it`(_ form: String, _ range: Range<Int64>) {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(secondsFromGMT: 0)
    formatter.calendar = Calendar(identifier: .iso8601)
    formatter.dateFormat = form.replacing("pp", with: "")
    var random = SeededGenerator(seed: 7)
    for _ in 1...1000 {
      let second = Int64.random(in: range, using: &random)
      var text = formatter.string(from: Date(timeIntervalSince1970: Double(second)))
      if form.contains("pp"), text.utf8.count == 23 {
        text = text.replacing(/^(... ... )/) { "\($0.1) " }
      }
      #expect(Self.read(text) == second, "\(text)")
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `what is written is read again, and never with another byte in it`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 1...300 {
      let second = Int64.random(in: -62_135_596_800..<253_402_300_800, using: &random)
      var bytes = Array(HTTPDate.format(second).utf8)
      let back = HTTPDate.read(bytes.span, now: 0)
      #expect(back == second)
      let place = Int.random(in: 0..<bytes.count, using: &random)
      bytes[place] = [0, 10, 0x2F, 0x3A, 0x80, 0xFF].randomElement(using: &random) ?? 0
      let mutant = HTTPDate.read(bytes.span, now: 0)
      if bytes[place] != 0x3A { #expect(mutant == nil) }
    }
  }
}
