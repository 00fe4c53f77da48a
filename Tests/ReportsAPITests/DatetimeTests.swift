// When it happened: the dates that texts name, on every route that asks for them.

import HTTP
import Reports
import Testing

@testable import ReportsAPI

private let texts: [(id: String, published: String?, text: String)] = [
  (
    "march", "2023-03-20",
    "Oderiv was shelled on 14 March 2023. “Everything burned in February 2022,” Ana Bila said."
  ),
  ("since", "2023-06-10T08:00:00Z", "Oderiv has been cut off since 3 May 2023, Orest Hlyn said."),
  ("by", "2023-09-01", "Noburg is to be left by 15 September 2023."),
  ("since-undated", nil, "Far Fields has been quiet since 20 May 2023."),
  ("long-ago", nil, "Noburg fell in 1999. It was rebuilt on Monday."),
]

/// - Parameter now: the clock of the server.
private func library(now: Int64 = 1_728_400_000) throws -> Library {
  let library = Library(loaded: false, now: now)
  library.store.publish(try #require(try PlaceLibrary(texts).library.store.snapshot))
  return library
}

@Test(arguments: [
  ("datetime=2023-03-14", ["march"]), ("datetime=2023-03-13", []), ("datetime=2023-03", ["march"]),
  ("datetime=2023-03-14T23:00:00Z", ["march"]), ("datetime=2022", ["march"]),
  ("datetime=2022-02-28/2022-06-30", ["march"]), ("datetime=2022-03", []),
  ("datetime=2023-05-03", ["since"]), ("datetime=2023-05-02", []),
  ("datetime=2023-05-31", ["since"]), ("datetime=2023-06-10", ["since"]),
  ("datetime=2023-06-11", []), ("datetime=2023-05-20", ["since", "since-undated"]),
  ("datetime=2023-09-15", ["by"]), ("datetime=2023-09-14", []), ("datetime=2023-09", ["by"]),
  ("datetime=../1999-01-01", ["long-ago"]), ("datetime=../1998", []),
  ("datetime=2023-06-01/..", ["by", "since"]), ("datetime=0001/9999-12-31", texts.map(\.id)),
  ("datetime=P3D/2023-05-04", ["since"]), ("datetime=P999999W/2022", ["march", "long-ago"]),
  ("datetime=2023-09-16/P999999W", []), ("datetime=9999", []), ("datetime=0001", []),
  ("datetime!=2023", ["new.q7", "elsewhere", "old", "long-ago", "undated"]),
  ("datetime=2023&datetime!=2023-03", ["by", "since", "since-undated"]),
  ("datetime=2023&published=2023-06", ["since"]), ("published=2023&datetime!=2023", []),
  ("datetime=2023&locality=Oderiv", ["since", "march"]),
  ("datetime=2023&speaker=Bila", ["march"]),
])
func `reports name a day in the time that is asked for`(query: String, expected: [String]) throws {
  let list = try Listing("/reports?fields=id&limit=100&\(query)", in: library())
  #expect(Set(list.ids) == Set(expected))
  #expect(list.matched == expected.count)
}

@Test(arguments: [
  ("localities?datetime=2023-05", ["Oderiv", "Far Fields"]),
  ("localities?datetime=2023&country=UA&bbox=35,46,36.5,48", ["Noburg"]),
  ("localities?datetime=2023-03&control.status!=held", ["Oderiv"]),
  ("localities?datetime=2001", []), ("quotations?datetime=2022&type=direct", ["march.q38"]),
  ("quotations?datetime=2023-05-03", ["since.q0"]), ("quotations?datetime=2001", []),
  ("quotations?datetime!=2022&speaker=Hlyn&published=2023", ["since.q0"]),
])
func `places and quotations are those of reports that name such a day`(
  target: String, expected: [String]
) throws {
  let list = try Listing("/\(target)", in: library())
  #expect(list.ids == expected)
  #expect(list.matched == expected.count)
}

@Test(
  arguments: [
    ("2023-03-14", ["march"]), ("2023-05-03/..", ["since"]), ("2023", ["since", "march"]),
    ("2023&published=2023-06", ["since"]), ("1999", []),
  ] as [(String, [String])])
func `datetime chooses the reports of a place`(datetime: String, reports: [String]) throws {
  let record = try library().ask("/localities/gn:2?datetime=\(datetime)").json()
  #expect(record.objects("mentions").compactMap { $0.string("report") } == reports)
  #expect(record["report_count"] as? Int == reports.count)
}

@Test(
  arguments: [
    ("P7D/..", 1_678_838_400 + 6 * 86_400, ["by", "march", "since", "since-undated"]),
    ("P7D/..", 1_684_540_800 + 30 * 86_400, ["by"]), ("P20D/..", 1_686_700_800, ["by", "since"]),
    ("P7D/..", 1_728_400_000, []),
  ] as [(String, Int64, [String])])
func `a time that counts from now moves with the clock, and is not kept`(
  datetime: String, now: Int64, expected: [String]
) throws {
  let library = try library(now: now)
  let list = try Listing("/reports?fields=id&datetime=\(datetime)", in: library)
  #expect(list.ids.sorted() == expected)
  #expect(!list.response.isCacheable)
  #expect(try !library.ask("/localities/gn:2?datetime=\(datetime)").isCacheable)
  #expect(try !library.ask("/reports?datetime!=\(datetime)").isCacheable)
  #expect(try library.ask("/reports?datetime=2023").isCacheable)
}

@Test(arguments: [
  ("datetime=2023-05", "datetime", false, "names a day from 2023-05-01 to 2023-05-31", 2),
  ("datetime!=../2022", "datetime", true, "names a day to 2022-12-31", 7),
  ("datetime=P7D/..", "datetime", false, "names a day from 2024-10-01", 0),
])
func `an explanation tells the days that were understood`(
  query: String, name: String, isNot: Bool, understood: String, matched: Int
) throws {
  let list = try Listing("/reports?\(query)&explain=1", in: library())
  let explanation = try #require(list.body["explain"] as? Object)
  let condition = try #require(explanation.objects("conditions").first)
  #expect(condition.string("parameter") == name && condition["not"] as? Bool == isNot)
  #expect(condition.string("understood") == understood)
  #expect(condition["matched"] as? Int == matched && list.matched == matched)
  #expect(explanation.string("emptied_by") == (matched == 0 ? name : nil))
}
