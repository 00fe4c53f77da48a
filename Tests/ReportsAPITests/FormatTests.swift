// Which representation a list has.

import HTTP
import Testing

@testable import ReportsAPI

private let geojson = "application/geo+json"
private let json = "application/json"

@Test(
  arguments: [
    ("", nil, json), ("", "*/*", json), ("", "application/*", json), ("", geojson, geojson),
    ("", "application/json;q=0.5, application/geo+json", geojson), ("", "", json),
    ("", "text/html, */*;q=0.1", json), ("f=geojson", json, geojson), ("f=json", geojson, json),
    ("f=json", "text/html", json),
  ] as [(String, String?, String)], ["reports", "localities", "quotations"])
func `f decides, then Accept`(
  asked: (query: String, accept: String?, type: String), list: String
) throws {
  let target = "/\(list)?\(asked.query)"
  let response = try Library.ofDispatches().ask(target, accept: asked.accept)
  #expect(response.status == .ok)
  #expect(response["Content-Type"] == asked.type)
  #expect(response["Vary"] == (asked.query.hasPrefix("f=") ? nil : "Accept"))
  #expect(try response.text().hasPrefix("{\"type\"") == (asked.type == geojson))
}

@Test(arguments: ["text/html", "application/xml, text/*", "image/png;q=0.5"])
func `a client that takes neither is told what there is`(accept: String) throws {
  for list in Listing.lists {
    let response = try Library.ofDispatches().ask("/\(list.rawValue)", accept: accept)
    #expect(response.status == .notAcceptable)
    let all = [json, geojson, "application/x-ndjson"]
    let allowed = list == .localities ? Array(all.prefix(2)) : all
    #expect(try response.json().strings("allowed") == allowed)
  }
}

@Test(arguments: ["reports", "localities", "quotations"])
func `each representation has a tag of its own, whichever way it was asked for`(
  list: String
) throws {
  let library = try Library.ofDispatches()
  let tags = try ["/\(list)", "/\(list)?f=json", "/\(list)?f=geojson"].map {
    try library.ask($0).etag?.text
  }
  #expect(tags[0] == tags[1])
  #expect(tags[1] != tags[2])
  #expect(try library.ask("/\(list)", accept: geojson).etag?.text == tags[2])
}

@Test(arguments: ["reports", "localities", "quotations"])
func `an answer that has not changed keeps its tag and what it varies by`(list: String) throws {
  let response = try Library.ofDispatches().ask("/\(list)")
  #expect(response.isCacheable)
  let unchanged = response.notModified(.identity)
  #expect(unchanged.status == .notModified)
  #expect(unchanged.etag?.text == response.etag?.text)
  #expect(unchanged["Vary"] == "Accept")
  #expect(try unchanged.bytes().isEmpty)
}
