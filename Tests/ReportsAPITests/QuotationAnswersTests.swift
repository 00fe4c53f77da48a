// GET /quotations/{id}

import Foundation
import HTTP
import Testing

@testable import ReportsAPI

@Test func `every quotation is found by the id that it has in its report`() throws {
  let places = try PlaceLibrary()
  var count = 0
  for id in PlaceLibrary.texts.map(\.id) {
    let report = try places.record("/reports/\(id)")
    for quotation in report.objects("quotations") {
      let record = try places.record("/quotations/\(quotation.string("id") ?? "")")
      let origin: Object = ["report": id, "published": report["published"] ?? ""]
      #expect(record as NSDictionary == quotation.merging(origin) { old, _ in old } as NSDictionary)
      count += 1
    }
  }
  #expect(count >= 4)
}

@Test func `an id counts code points, and its last q counts`() throws {
  let places = try PlaceLibrary()
  let start = try #require(try places.text("new.q7").firstIndex(of: "R"))
  let record = try places.record("/quotations/new.q7.q\(start)?fields=report,id,content")
  #expect(Set(record.keys) == ["id", "content", "report"])
  #expect(record.string("report") == "new.q7")
  #expect(record.string("content")?.hasPrefix("Russian forces have entered") == true)
}

@Test(arguments: [
  "new.q7", "new.q7.q", "new.q7.q010", "new.q7.q11", "new.q7.q-1", "new.q7.q+9", "new.q7q9",
  "new.q7.Q9", "none.q9", ".q9", "q9", "new.q7.q99999999999999999999", "new.q7.q٩", "old.q9 ",
])
func `another id is a 404 that says which, before parameters are looked at`(id: String) throws {
  let encoded = PercentEncoding.encode(id)
  let response = try PlaceLibrary().library.ask("/quotations/\(encoded)?limt=1")
  #expect(response.status == .notFound)
  #expect(try response.json().string("detail")?.contains("“\(id)”") == true)
}

@Test(
  arguments: [
    ("limit=1", "limit"), ("fields=snippet", "fields"), ("f=xml", "f"), ("q=x", "q"),
  ])
func `what is not understood of a quotation is a 400`(query: String, parameter: String) throws {
  let places = try PlaceLibrary()
  let id = try #require(
    try places.record("/reports/old").objects("quotations").first?.string("id"))
  let response = try places.library.ask("/quotations/\(id)?\(query)")
  #expect(response.status == .badRequest)
  #expect(try response.json().string("parameter") == parameter)
}
