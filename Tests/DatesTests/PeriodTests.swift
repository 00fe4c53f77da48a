// Stretches of time as they are asked for, and what is refused.

import Dates
import Testing

/// 7 October 2024, 09:30 in UTC.
private let now: Int64 = 1_728_293_400

private func second(_ text: String?) throws -> Int64? {
  try text.map { try #require(Moment($0)).start }
}

@Test(
  arguments: [
    ("2024-10-07", "2024-10-07", "2024-10-08"),
    ("2024-10", "2024-10-01", "2024-11-01"),
    ("2024", "2024-01-01", "2025-01-01"),
    ("2024-10-07T09:30:00Z", "2024-10-07T09:30:00Z", "2024-10-07T09:30:01Z"),
    ("7 October 2024", "2024-10-07", "2024-10-08"),
    ("2024-10-01/2024-10-31", "2024-10-01", "2024-11-01"),
    ("2024-10-07/2024-10-07", "2024-10-07", "2024-10-08"),
    ("2024-09/2024-10", "2024-09-01", "2024-11-01"),
    ("2023/2024-02", "2023-01-01", "2024-03-01"),
    ("2024-10-07/2024-10", "2024-10-07", "2024-11-01"),
    ("2024-10-01/..", "2024-10-01", nil),
    ("2024-10-01/", "2024-10-01", nil),
    ("../2024-10-31", nil, "2024-11-01"),
    ("/2024-10-31", nil, "2024-11-01"),
    ("P7D/2024-10-07", "2024-10-01", "2024-10-08"),
    ("2024-10-07/P7D", "2024-10-07", "2024-10-14"),
    ("2024-10-07T09:00:00Z/PT12H", "2024-10-07T09:00:00Z", "2024-10-07T21:00:00Z"),
    ("2024-10-07/P1W", "2024-10-07", "2024-10-14"),
    ("2024-10-07/P1W2DT3H4M5S", "2024-10-07", "2024-10-16T03:04:05Z"),
    ("2024-10-07/PT90M", "2024-10-07", "2024-10-07T01:30:00Z"),
  ] as [(String, String?, String?)])
func `a period is read to the seconds that it begins and ends with`(
  text: String, start: String?, end: String?
) throws {
  let expected = Period(start: try second(start), end: try second(end), isRelative: false)
  #expect(Period(text, now: now) == expected)
}

@Test(
  arguments: [
    ("P7D/..", 7 * 86_400), ("P7D/", 7 * 86_400), ("PT1S/..", 1), ("P1W/..", 604_800),
    ("P1DT12H/..", 129_600), ("PT999999S/..", 999_999),
  ] as [(String, Int64)])
func `a duration beside an open end counts back from now`(text: String, length: Int64) {
  let expected = Period(start: now - length, end: nil, isRelative: true)
  #expect(Period(text, now: now) == expected)
}

@Test(arguments: [
  "2024-10-08/2024-10-07", "2024-10-31/2024-10-01", "2025/2024", "2024-11/2024-10",
  "2024-10-07T00:00:01Z/2024-10-07T00:00:00Z", "2024-10-07T09:30:00Z/2024-10-06",
])
func `a period that ends before it begins is refused`(text: String) {
  #expect(Period(text, now: now) == nil)
}

@Test(arguments: [
  "", "/", "../..", "..", "../", "/..", "P7D", "P7D/P7D", "../P7D", "/P7D", "2024/2025/2026",
  "2024-10-07/never", "never/2024-10-07", "yesterday", "2024-10-07/...", "2024-10-07/2024-10-32",
  "2024-10-07//", "2024-10-07 / 2024-10-08",
])
func `what is no period is refused`(text: String) {
  #expect(Period(text, now: now) == nil)
}

@Test(arguments: [
  "P", "PT", "P7", "7D", "PD", "PT1", "P1DT", "P0D", "PT0S", "P-7D", "P+7D", "P1.5D", "PT1H1",
  "P1M", "P1Y", "P1H", "PT1D", "PTT1H", "PT1HT1M", "P1D1D", "P1D1W", "PT1M1H", "PT1S1S", "p7d",
  "P7d", "P٧D", "P 7D", "P1000000D", "P1DX", "TP1D", "T1H",
])
func `what is no duration is refused`(duration: String) {
  #expect(Period("\(duration)/..", now: now) == nil)
  #expect(Period("2024-10-07/\(duration)", now: now) == nil)
}

@Test func `a period contains its first second and not its end`() {
  let period = Period(start: 10, end: 20)
  #expect([9, 10, 19, 20].map { period.contains($0) } == [false, true, true, false])
}

@Test(
  arguments: [
    (0, 86_400, 0, 0), (0, 86_401, 0, 1), (86_399, 86_400, 0, 0), (-1, 0, -1, -1), (-1, 1, -1, 0),
    (nil, 0, nil, -1), (-86_401, nil, -2, nil),
    (.min, .max, -106_751_991_167_301, 106_751_991_167_300),
  ] as [(Int64?, Int64?, Int64?, Int64?)])
func `a period touches every day that has a second in it`(
  start: Int64?, end: Int64?, first: Int64?, last: Int64?
) {
  let days = Period(start: start, end: end).days
  #expect(days.first == first && days.last == last, "\(days)")
}

@Test func `an open end has no limit`() {
  #expect(Period(start: nil, end: 20).contains(.min))
  #expect(!Period(start: nil, end: 20).contains(20))
  #expect(Period(start: 10, end: nil).contains(.max - 1))
  #expect(!Period(start: 10, end: nil).contains(9))
}

@Test(arguments: [
  "2024-10-07", "2024-10", "2024-10-01/2024-10-31", "2024-10-01/..", "../2024-10-31", "P7D/..",
])
func `the forms that messages name are read as periods`(form: String) {
  #expect(Period.forms.contains(form))
  #expect(Period(form, now: now) != nil)
}
