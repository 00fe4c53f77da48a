// The members of records in lists, and the envelope around them.

import HTTP
import Testing

@testable import ReportsAPI

@Test func `a locality tells what it is and what reports say of it`() throws {
  let text = try Library.ofDispatches().ask("/localities?locality=Toretsk").text()
  #expect(
    text == """
      {"numberMatched":1,"numberReturned":1,"localities":[{"id":"gn:709354","name":"Toretsk",\
      "feature":"city","country_code":"UA","admin1":"Donetsk Oblast","admin2":"Bakhmut Raion",\
      "geometry":{"type":"Point","coordinates":[37.8478,48.39477]},"bbox":null,\
      "geo_precision":"exact","is_centroid":false,"confidence":0.95,"role":"event",\
      "report_count":2,"mention_count":3,"quotation_count":3,"first_published":"2024-10-07",\
      "last_published":"2024-10-07T09:30:00Z"}],\
      "links":[{"rel":"self","href":"/localities?locality=Toretsk"}]}

      """)
}

@Test func `a quotation tells what was said, and its report`() throws {
  let text = try Library.ofDispatches().ask("/quotations?speaker=ma%C3%AFga").text()
  #expect(
    text == """
      {"numberMatched":1,"numberReturned":1,"quotations":[{"id":"Ménaka.q1","type":"direct",\
      "content":"The market is closed,","spans":[{"start":1,"end":22,\
      "text":"The market is closed,"}],"fragments":[{"start":1,"end":22,\
      "text":"The market is closed,"}],"cue":{"start":60,"end":64,"text":"said","lemma":"say",\
      "stance":"neutral"},"speaker":{"name":"Fadimata Maïga","role":"trader",\
      "affiliation":null,"sector":null,"mention":{"start":24,"end":38,\
      "text":"Fadimata Maïga"},"resolved_from":null,"confidence":0.95},"about":[],\
      "evidence":{"start":0,"end":65,"text":"“The market is closed,” Fadimata Maïga, a trader in \
      Ménaka, said."},"report":"Ménaka","published":"2024-03-26"}],\
      "links":[{"rel":"self","href":"/quotations?speaker=ma%C3%AFga"}]}

      """)
}

@Test(arguments: [
  ("speaker=Bobovnikova", 2, 3, 3), ("published=2024-10-07T09:30:00Z", 1, 1, 1),
  ("cue=deny", 1, 2, 2),
])
func `a locality is counted in the reports that are asked for`(
  query: String, reports: Int, mentions: Int, quotations: Int
) throws {
  let list = try Listing("/localities?locality=Toretsk&\(query)", in: .ofDispatches())
  let record = try #require(list.records.first)
  #expect(record["report_count"] as? Int == reports)
  #expect(record["mention_count"] as? Int == mentions)
  #expect(record["quotation_count"] as? Int == quotations)
}

@Test func `a locality of undated reports has no first and no last`() throws {
  let target =
    "/localities?locality=Khartoum&published!=../2030&fields=first_published,last_published"
  let text = try Library.ofDispatches().ask(target).text()
  #expect(text.contains("[{\"first_published\":null,\"last_published\":null}]"))
}

@Test(arguments: [
  (
    "localities?locality=Apia&fields=name,id,report_count",
    "[{\"id\":\"gn:4035413\",\"name\":\"Apia\",\"report_count\":1}]"
  ),
  ("localities?locality=Apia&fields=geo_precision", "[{\"geo_precision\":\"exact\"}]"),
  (
    "quotations?type=mixed&fields=published,report,id",
    "[{\"id\":\"toretsk.q130\",\"report\":\"toretsk\",\"published\":\"2024-10-07T09:30:00Z\"}]"
  ),
  (
    "quotations?country=SD&fields=published&type=direct", "[{\"published\":null}]"
  ),
  (
    "reports?country=FJ&fields=published,id",
    "[{\"id\":\"suva\",\"published\":\"2023-12-31T23:59:59Z\"}]"
  ),
  ("reports?country=FJ&fields=id,id", "[{\"id\":\"suva\"}]"),
])
func `fields choose the members and not their order`(target: String, records: String) throws {
  #expect(try Library.ofDispatches().ask("/\(target)").text().contains(":\(records),\"links\""))
}

@Test(arguments: ["reports", "localities", "quotations"])
func `a list says how many there are and where the next ones are`(list: String) throws {
  let library = try Library.ofDispatches()
  let page = try Listing("/\(list)?fields=id&limit=2&country!=ZZ,YY", in: library)
  #expect(page.matched == (list == "localities" ? 16 : 14))
  #expect(page.returned == 2)
  let links = page.body.objects("links").map { ($0.string("rel") ?? "", $0.string("href") ?? "") }
  #expect(links.map(\.0) == ["self", "next"])
  #expect(links[0].1 == "/\(list)?fields=id&limit=2&country%21=ZZ,YY")
  #expect(links[1].1.hasPrefix(links[0].1 + "&cursor="))
  let field = links.map { "<http://test:8080\($0.1)>; rel=\"\($0.0)\"" }.joined(separator: ", ")
  #expect(page.response["Link"] == field)
}

@Test(arguments: ["reports", "localities", "quotations"])
func `an empty list is an answer`(list: String) throws {
  let text = try Library.ofDispatches().ask("/\(list)?country=ZZ").text()
  #expect(
    text == """
      {"numberMatched":0,"numberReturned":0,"\(list)":[],\
      "links":[{"rel":"self","href":"/\(list)?country=ZZ"}]}

      """)
}
