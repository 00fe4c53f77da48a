// Times as people and programs write them, what is read out of them, and what is refused.

import Dates
import Testing

/// The start of 7 October 2024 in UTC.
private let day: Int64 = 1_728_259_200
private let halfPastNine = day + 9 * 3600 + 30 * 60

@Test(arguments: [
  ("2024-10-07T09:30:00Z", halfPastNine),
  ("2024-10-07t09:30:00z", halfPastNine),
  ("2024-10-07 09:30:00Z", halfPastNine),
  ("2024-10-07T09:30:00", halfPastNine),
  ("2024-10-07T09:30", halfPastNine),
  ("2024-10-07T09:30Z", halfPastNine),
  ("2024-10-07T09:30:00.5Z", halfPastNine),
  ("2024-10-07T09:30:00.999999999Z", halfPastNine),
  ("2024-10-07T11:30:00+02:00", halfPastNine),
  ("2024-10-07T11:30:00+0200", halfPastNine),
  ("2024-10-07T11:30:00 +02:00", halfPastNine),
  ("2024-10-07T04:45:00-04:45", halfPastNine),
  ("2024-10-07T09:30:00-00:00", halfPastNine),
  ("2024-10-07T00:15:00+02:30", day - 8100),
  ("2024-10-07T23:59:60Z", day + 86_399),
  ("2024-10-07T00:00:00Z", day),
  ("1970-01-01T00:00:00Z", 0),
  ("1969-12-31T23:59:59Z", -1),
  ("2024-02-29T00:00:00Z", 1_709_164_800),
])
func `a date-time is read in UTC to its second`(text: String, start: Int64) {
  #expect(Moment(text)?.start == start)
}

@Test(
  arguments: [
    ("2024-10-07", day, TimePrecision.day),
    ("2024-10", 1_727_740_800, .month),
    ("2024", 1_704_067_200, .year),
    ("1970", 0, .year),
    ("0001", -62_135_596_800, .year),
    ("9999-12-31", 253_402_214_400, .day),
  ] as [(String, Int64, TimePrecision)])
func `a date is known as precisely as it is written`(
  text: String, start: Int64, precision: TimePrecision
) {
  #expect(Moment(text) == Moment(start: start, precision: precision))
}

@Test(arguments: [
  "7 October 2024", "07 October 2024", "7 Oct 2024", "7 oct. 2024", "7 OCTOBER 2024",
  "October 7, 2024", "Oct. 7, 2024", "October 7 2024", "Mon, 7 Oct 2024", "Monday, October 7, 2024",
  "Monday 7 October 2024", "mon. 7 October, 2024",
])
func `a date written out in English is read to its day`(text: String) {
  #expect(Moment(text) == Moment(start: day, precision: .day))
}

@Test(
  arguments: zip(
    1...12,
    [
      "January", "February", "March", "April", "May", "June", "July", "August", "Sept", "October",
      "November", "December",
    ]))
func `every month is known by its name`(number: Int, name: String) {
  let expected = Moment("2024-\(zeroPadded(number, 2))-05")
  #expect(expected != nil)
  #expect(Moment("5 \(name) 2024") == expected)
  #expect(Moment("\(name.prefix(3)) 5, 2024") == expected)
}

@Test(arguments: [
  "Mon, 07 Oct 2024 09:30:00 GMT", "Mon, 7 Oct 2024 09:30:00 +0000", "7 Oct 2024 11:30:00 +0200",
  "Mon, 07 Oct 2024 04:30 -0500", "7 October 2024 09:30", "7 October 2024 at 09:30 UTC",
  "October 7, 2024, 09:30",
])
func `a written date may have a time behind it`(text: String) {
  #expect(Moment(text)?.start == halfPastNine)
}

@Test func `a time is as precise as it is written`() {
  for text in ["2024-10-07T09:30:00Z", "7 Oct 2024 09:30:00 GMT", "2024-10-07T09:30:00.5Z"] {
    #expect(Moment(text)?.precision == .second)
  }
  for text in ["2024-10-07T09:30Z", "7 October 2024 09:30", "2024-10-07T09:30+02:00"] {
    #expect(Moment(text)?.precision == .minute)
  }
}

@Test func `the forms that messages name are read`() {
  #expect(Moment.forms.contains("2024-10-07T09:30:00Z (or with +02:00), 7 October 2024"))
  for form in ["2024-10-07", "2024-10-07T09:30:00+02:00", "7 October 2024", "October 7, 2024"] {
    #expect(Moment(form) != nil)
  }
}

@Test(arguments: [
  "", " ", "-", "yesterday", "20241007", "24-10-07", "2024-1-5", "2024-10-7", "2024-10-", "2024-",
  "2024-10-07-01", "02024", "-2024", "0000", "0000-01-01", "2024-13", "2024-00", "2024-02-30",
  "2023-02-29", "2024-10-00", "2024/10/07", "07.10.2024", "10/07/2024", "2024-W41", "2024-281",
  "٢٠٢٤", "２０２４-10-07", "2024-10-07 ", " 2024-10-07", "2024T09:30", "2024-10T09:30",
])
func `what is no date is refused`(text: String) {
  #expect(Moment(text) == nil)
}

@Test(arguments: [
  "", "9", "09", "9:30", "09:3", "09:30:", "09:30:0", "24:00", "09:60", "09:30:61", "09:30:00:00",
  "09:30:00.", "09:30:00.5.5", "09:30:00.½", "09:30:00.٥", "09:30:00,5", "09:30:00+2",
  "09:30:00+02",
  "09:30:00+24:00", "09:30:00+02:60", "09:30:00+020", "09:30:00Z+02:00", "09:30:00Z0200",
  "09:30:00+0:200", "09:30:00+02:00:", "09:30:00+:02:00", "09:30:00ZZ", "09:30:00X", "09:30:00 EST",
  "-09:30", "09:30 pm",
])
func `what is no time of day is refused with its date`(time: String) {
  #expect(Moment("2024-10-07T\(time)") == nil)
}

@Test(arguments: [
  "October 2024", "7 October", "October", "7 October 24", "32 October 2024", "0 October 2024",
  "31 September 2024", "29 February 2023", "7 Ok 2024", "7 Oc 2024", "7 Octopus 2024",
  "Marvel 7, 2024", "7 0ctober 2024", "+7 October 2024", "007 October 2024", "seven October 2024",
  "Someday, 7 October 2024", "7 October 2024 9:30", "7 October 2024 09:30 EST",
  "7 October 2024 morning", "7 October 2024 GMT", "Monday 7 October", "7 7 2024",
])
func `what is no written date is refused`(text: String) {
  #expect(Moment(text) == nil)
}

@Test(arguments: ["0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01"])
func `a time that its offset takes out of the years 1 to 9999 is refused`(text: String) {
  #expect(Moment(text) == nil)
}
