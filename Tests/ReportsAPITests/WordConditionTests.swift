// Words to be found, on each of the three lists.

import Foundation
import Testing

@testable import ReportsAPI

@Test(arguments: [
  ("reports?q=road", ["nowhere"]), ("reports?q=ROAD witnesses", ["nowhere"]),
  ("reports?q=road market", []), ("reports?q=maiga", ["Ménaka"]), ("reports?q=MAÏGA", ["Ménaka"]),
  ("reports?q=\"the market\"", ["lashio", "Ménaka"]), ("reports?q=\"market the\"", []),
  ("reports?q=“the market”", ["lashio", "Ménaka"]), ("reports?q=market -army", ["Ménaka"]),
  ("reports?q=mark*", ["lashio", "Ménaka"]), ("reports?q=marke", []),
  ("reports?q=market -\"had taken\"", ["Ménaka"]), ("reports?q=market&country=MM", ["lashio"]),
  ("reports?q=market&speaker=Maïga", ["Ménaka"]),
  ("reports?q=market&published=2024-08", ["lashio"]),
  ("reports?q=-the -said -Nothing", ["suva"]),
  ("localities?q=market", ["Ménaka", "Lashio", "Myanmar", "Gao"]),
  ("localities?q=market&country=ML", ["Ménaka", "Gao"]), ("localities?q=unheard", []),
  ("quotations?q=market", ["lashio.q77", "Ménaka.q1"]), ("quotations?q=trader", []),
  ("quotations?q=market&type=direct", ["Ménaka.q1"]),
  ("quotations?q=-the -that&type=direct", ["goma.q38", "nowhere.q1", "kyiv.q1", "khartoum.q34"]),
])
func `records hold the words that are asked for`(target: String, expected: [String]) throws {
  let list = try Listing("/\(target)", in: .ofDispatches())
  #expect(list.ids == expected)
  #expect(list.matched == expected.count)
}

@Test(arguments: [
  (
    "reports?q=quiet&fields=id,snippet",
    """
    [{"id":"Ménaka","snippet":{"field":"text","start":1,"end":78,"text":"The market is closed,” \
    Fadimata Maïga, a trader in Ménaka, said. Gao is quiet","highlights":[{"start":73,"end":78,\
    "text":"quiet"}]}}]
    """
  ),
  (
    "quotations?q=clos*&fields=id,snippet",
    """
    [{"id":"Ménaka.q1","snippet":{"field":"text","start":1,"end":21,"text":"The market is \
    closed","highlights":[{"start":15,"end":21,"text":"closed"}]}}]
    """
  ),
  ("reports?q=-the -said -Nothing&fields=id,snippet", "[{\"id\":\"suva\",\"snippet\":null}]"),
  ("reports?country=FJ&fields=id,snippet", "[{\"id\":\"suva\"}]"),
])
func `a snippet shows the words where they stand`(target: String, records: String) throws {
  let text = try Library.ofDispatches().ask(Listing.escape("/\(target)")).text()
  #expect(text.contains(":\(records),\"links\""), "\(text)")
}

@Test(arguments: ["reports?q=market", "quotations?q=market"])
func `a record in which words were found ends with a snippet`(target: String) throws {
  let list = try Listing("/\(target)", in: .ofDispatches())
  #expect(list.records.map { $0["snippet"] is Object } == [true, true])
  let text = try list.response.text()
  #expect(text.components(separatedBy: ",\"snippet\":{\"field\":\"text\",").count == 3)
}

private let faults = [
  WrongQuery("q=", "q", "“” is no value for “q”: there is no letter and no digit in it"),
  WrongQuery("q=!?", "q", "no letter and no digit"), WrongQuery("q=-", "q", "a minus stands"),
  WrongQuery("q=road \"open", "q", "a quotation mark is not closed"),
  WrongQuery("q=ro*ad", "q", "a star stands only behind one word"),
  WrongQuery("q=*", "q", "a star"), WrongQuery("q=a&q=b", "q", "stands twice"),
  WrongQuery(
    "q=" + (1...33).map { "n\($0)" }.joined(separator: " "), "q", "more than 32 terms"),
  WrongQuery("q=" + String(repeating: "a", count: 1001), "q", "more than 1000 bytes"),
]

@Test(arguments: faults)
func `a list refuses words that ask for nothing`(wrong: WrongQuery) throws {
  for list in Listing.lists { try wrong.isRefused(by: list.rawValue) }
}

@Test func `an explanation tells what words were understood`() throws {
  let list = try Listing(
    "/reports?q=\"the market\" -clos* Army&country=ML&explain=1", in: .ofDispatches())
  let explanation = try #require(list.body["explain"] as? Object)
  let words = try #require(explanation.objects("conditions").first)
  #expect(
    words.string("understood")
      == "the phrase “the market” and not a word beginning with “clos” and the word “army”")
  #expect(words["matched"] as? Int == 1)
  #expect(explanation.string("emptied_by") == "country")
}
