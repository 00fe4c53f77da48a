// A moment's end, and how it is written.

import Dates
import TestSupport
import Testing

@Test(arguments: [
  ("2024-10-07T09:30:00Z", "2024-10-07T09:30:01Z"),
  ("2024-10-07T09:30Z", "2024-10-07T09:31:00Z"),
  ("2024-12-31T23:59:59Z", "2025-01-01T00:00:00Z"),
  ("2024-10-07", "2024-10-08T00:00:00Z"),
  ("2024-02-28", "2024-02-29T00:00:00Z"),
  ("2023-02-28", "2023-03-01T00:00:00Z"),
  ("2024-02", "2024-03-01T00:00:00Z"),
  ("2024-11", "2024-12-01T00:00:00Z"),
  ("2024-12", "2025-01-01T00:00:00Z"),
  ("2024", "2025-01-01T00:00:00Z"),
  ("1969", "1970-01-01T00:00:00Z"),
  ("1969-12", "1970-01-01T00:00:00Z"),
])
func `a moment ends with the first second that is no longer meant`(
  text: String, end: String
) throws {
  #expect(try #require(Moment(text)).end == (try #require(Moment(end)).start))
}

@Test(arguments: ["9999", "9999-12", "9999-12-31"])
func `the last moments of the calendar end with it`(text: String) throws {
  #expect(try #require(Moment(text)).end == 253_402_300_800)
}

@Test(arguments: [
  "2024-10-07T09:30:00Z", "2024-10-07", "2024-10", "2024", "0001", "0042-03", "0999-12-31",
  "1969-12-31T23:59:59Z", "9999-12-31T23:59:59Z", "1900-02-28", "2000-02-29",
])
func `a moment is written as far as it is known`(text: String) throws {
  #expect(try #require(Moment(text)).description == text)
}

@Test(arguments: [
  ("2024-10-07T11:30:00+02:00", "2024-10-07T09:30:00Z"),
  ("7 October 2024", "2024-10-07"),
  ("2024-10-07T09:30", "2024-10-07T09:30:00Z"),
  ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
])
func `a moment is written in RFC 3339 and UTC`(text: String, written: String) throws {
  #expect(try #require(Moment(text)).description == written)
}

@Test(arguments: 1...4 as ClosedRange<UInt64>)
func `what is written is read back as the same moment`(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  for _ in 0..<500 {
    let second = Int64.random(in: -62_135_596_800..<253_402_300_800, using: &random)
    let moment = Moment(start: second, precision: .second)
    #expect(Moment(moment.description) == moment, "second \(second)")
    let day = Moment(start: second.divided(by: 86_400).quotient * 86_400, precision: .day)
    #expect(Moment(day.description) == day, "day of second \(second)")
  }
}

@Test(arguments: [(0, "00:00:00"), (86_399, "23:59:59"), (3661, "01:01:01")] as [(Int64, String)])
func `a second of the day is written as a time`(second: Int64, text: String) {
  #expect(Moment.timeOfDay(second) == text)
}
