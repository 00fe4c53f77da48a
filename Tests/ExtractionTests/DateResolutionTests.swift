// Times are counted from the day of publication, over the ends of months and years.

import Dates
import TestSupport
import Testing

@testable import Extraction

private func date(_ text: String) -> CivilDate? {
  let parts = text.split(separator: "-").compactMap { Int($0) }
  return parts.count == 3 ? CivilDate(year: parts[0], month: parts[1], day: parts[2]) : nil
}

private func written(_ date: CivilDate?) -> String {
  date.map { "\(zeroPadded($0.year, 4))-\(zeroPadded($0.month, 2))-\(zeroPadded($0.day, 2))" }
    ?? ".."
}

private func first(_ text: String, _ published: String) throws -> DateMention {
  try #require(
    DateMentions.find(in: Text(Array(text.utf8)), published: date(published)).dates.first)
}

@Test(arguments: [
  // 7 October 2024 was a Monday.
  ("It fell on Monday.", "2024-10-07", "2024-10-07/2024-10-07 day"),
  ("It fell on Tuesday.", "2024-10-07", "2024-10-01/2024-10-01 day"),
  ("It fell last Monday.", "2024-10-07", "2024-09-30/2024-09-30 day"),
  ("Talks begin next Monday.", "2024-10-07", "2024-10-14/2024-10-14 day"),
  ("He will speak on Wednesday.", "2024-10-07", "2024-10-09/2024-10-09 day"),
  ("On Wednesday, he will speak.", "2024-10-07", "2024-10-09/2024-10-09 day"),
  ("They will fight on, he said Wednesday.", "2024-10-07", "2024-10-02/2024-10-02 day"),
  ("It fell on Sunday.", "2025-01-01", "2024-12-29/2024-12-29 day"),
  ("It fell yesterday.", "2024-03-01", "2024-02-29/2024-02-29 day"),
  ("It fell yesterday.", "2023-03-01", "2023-02-28/2023-02-28 day"),
  ("Talks begin tomorrow.", "2024-12-31", "2025-01-01/2025-01-01 day"),
  ("It fell last night.", "2025-01-01", "2024-12-31/2024-12-31 day"),
  ("It fell on 29 February.", "2027-06-01", "2024-02-29/2024-02-29 day"),
  ("It fell on Dec. 30.", "2025-01-02", "2024-12-30/2024-12-30 day"),
  ("It will open on Jan. 5.", "2024-12-30", "2025-01-05/2025-01-05 day"),
  ("It fell in August.", "2024-10-07", "2024-08-01/2024-08-31 month"),
  ("It fell in November.", "2024-10-07", "2023-11-01/2023-11-30 month"),
  ("Shells have come since August.", "2024-10-07", "2024-08-01/.. month"),
  ("Shells have come since late September.", "2024-10-07", "2024-09-21/.. week"),
  ("Clashes were seen as early as August.", "2024-10-07", "2024-08-01/.. month"),
  ("It grew over the past month.", "2024-03-31", "2024-02-29/2024-03-31 month"),
  ("It fell less than a week ago.", "2024-10-07", "2024-10-01/2024-10-07 week"),
  ("It fell more than a year ago.", "2024-02-29", "../2023-02-28 year"),
  ("It fell two months ago.", "2024-10-07", "2024-08-01/2024-08-31 month"),
  ("It fell two months ago.", "2025-01-15", "2024-11-01/2024-11-30 month"),
  ("It fell three days ago.", "2024-03-01", "2024-02-27/2024-02-27 day"),
  ("It fell two weeks ago.", "2024-10-07", "2024-09-23/2024-09-29 week"),
  ("It fell a decade ago.", "2024-10-07", "2014-01-01/2014-12-31 year"),
  ("It fell last week.", "2024-10-07", "2024-09-30/2024-10-06 week"),
  ("It fell last month.", "2025-01-31", "2024-12-01/2024-12-31 month"),
  ("It fell last year.", "2024-10-07", "2023-01-01/2023-12-31 year"),
  ("It falls next year.", "2024-10-07", "2025-01-01/2025-12-31 year"),
  ("It fell earlier this month.", "2024-10-07", "2024-10-01/2024-10-07 month"),
  ("It fell late last year.", "2024-10-07", "2023-09-01/2023-12-31 month"),
  ("It fell over the weekend.", "2024-10-07", "2024-10-05/2024-10-06 day"),
  ("It fell last weekend.", "2024-10-07", "2024-10-05/2024-10-06 day"),
  ("It fell last summer.", "2024-10-07", "2024-06-01/2024-08-31 month"),
  ("It fell last winter.", "2024-10-07", "2023-12-01/2024-02-29 month"),
  ("It ends by the end of the year.", "2024-10-07", "../2024-12-31 month"),
  ("It ran from Friday to Sunday.", "2024-10-07", "2024-10-04/2024-10-06 day"),
  ("It ran from November to January.", "2024-02-01", "2023-11-01/2024-01-31 month"),
  ("It has run for months.", "2024-10-07", "../.. month"),
  ("Three days later it fell.", "2024-10-07", "../.. day"),
])
func `a relative time counts from the day of publication`(
  text: String, published: String, expected: String
) throws {
  let mention = try first(text, published)
  #expect("\(written(mention.first))/\(written(mention.last)) \(mention.precision)" == expected)
  let unknown = DateMentions.find(in: Text(Array(text.utf8)), published: nil)
  let isResolvable = mention.first != nil || mention.last != nil
  #expect(unknown.unresolved.map { $0.reason } == (isResolvable ? ["published unknown"] : []))
  #expect(unknown.dates.first?.range == mention.range)
  #expect(unknown.dates.first?.first == nil)
}

@Test(arguments: [
  ("It fell in 2014.", "2014-01-01/2014-12-31 year"),
  ("Since 2014 it has been held.", "2014-01-01/.. year"),
  ("Before 2014 it was calm.", "../2013-12-31 year"),
  ("It fell on Feb. 29, 2024.", "2024-02-29/2024-02-29 day"),
  ("It fell on 2024-10-07.", "2024-10-07/2024-10-07 day"),
  ("It fell at 2024-10-07T09:30:00Z sharp.", "2024-10-07/2024-10-07 minute"),
  ("It fell on 24/02/2022.", "2022-02-24/2022-02-24 day"),
  ("It fell on 03/04/2022.", "../.. unknown"),
  ("It fell on 30 February 2022.", "../.. day"),
  ("It ran from 2014 to 2016.", "2014-01-01/2016-12-31 year"),
  ("It ran between January and mid-April 2022.", "2022-01-01/2022-04-30 month"),
  ("It ran in 2014-16.", "2014-01-01/2016-12-31 year"),
  ("It ran between March and May 2022.", "2022-03-01/2022-05-31 month"),
  ("It ran from 7 to 9 October 2024.", "2024-10-07/2024-10-09 day"),
  ("It fell in the early 1990s.", "1990-01-01/1993-12-31 year"),
  ("It fell in late September 2024.", "2024-09-21/2024-09-30 week"),
  ("It fell in mid-2014.", "2014-05-01/2014-08-31 month"),
  ("It fell in the first half of 2014.", "2014-01-01/2014-06-30 year"),
  ("It fell on Monday, 7 October 2024 at 10:30 a.m.", "2024-10-07/2024-10-07 minute"),
  ("It fell in the winter of 2022.", "2022-12-01/2023-02-28 month"),
  ("It fell at 10:30 a.m.", "../.. minute"),
])
func `an absolute time is resolved without a day of publication`(
  text: String, expected: String
) throws {
  let mention = try first(text, "")
  #expect("\(written(mention.first))/\(written(mention.last)) \(mention.precision)" == expected)
}

@Test func `times outside of the calendar are unknown, and end no program`() throws {
  for text in [
    "It fell 9999 years ago.", "It fell 999999999999999 years ago.", "Wait for 99999999999 days.",
    "It falls next year.", "It fell two months ago.",
    "It fell last winter, in the next 9000 years.",
  ] {
    for published in ["0001-01-01", "9999-12-31"] {
      _ = DateMentions.find(in: Text(Array(text.utf8)), published: date(published))
    }
  }
}
