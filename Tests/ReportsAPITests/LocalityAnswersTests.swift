// GET /localities/{id}: the parts of a place out of all its reports.

import Foundation
import HTTP
import Testing

@testable import ReportsAPI

private let parts = LocalityPart.allCases.map(\.rawValue)

@Test func `a place has of each report what that says of it, with the report and its date`() throws
{
  let places = try PlaceLibrary()
  let record = try places.record("/localities/gn:2")
  for part in parts {
    let expected = try ["new.q7", "old", "undated"].flatMap { try told($0, part, places) }
    #expect(!expected.isEmpty, "\(part)")
    #expect(record[part] as? NSArray == expected as NSArray, "\(part)")
  }
}

/// The elements of a report's record that speak of Oderiv, with the two members of those outside it.
private func told(_ id: String, _ part: String, _ places: PlaceLibrary) throws -> [Object] {
  let report = try places.record("/reports/\(id)")
  return report.objects(part == "mentions" ? "places" : part)
    .filter { element in
      element.string("locality") == "gn:2"
        || element.objects("about").contains { $0.string("id") == "gn:2" }
    }
    .map { $0.merging(["report": id, "published": report["published"] ?? ""]) { old, _ in old } }
}

@Test func `a place has the members that it has in the list, and counts its parts`() throws {
  let places = try PlaceLibrary()
  let list = try places.record("/localities?locality=gn:2").objects("localities")
  let listed = try #require(list.first)
  let record = try places.record("/localities/gn:2")
  let members = record.filter { !(parts + ["links"]).contains($0.key) }
  #expect(members as NSDictionary == listed as NSDictionary)
  #expect(record["report_count"] as? Int == 3)
  #expect(record["mention_count"] as? Int == record.objects("mentions").count)
  #expect(record["quotation_count"] as? Int == record.objects("quotations").count)
}

@Test func `members stand in one order, the report and its date at the end of an element`() throws {
  let text = try PlaceLibrary().library.ask("/localities/gn:2?fields=control,id&limit=1").text()
  #expect(text.hasPrefix(#"{"id":"gn:2","control":[{"locality":"gn:2","#))
  #expect(text.contains(#""report":"new.q7","published":"2024-10-08T09:30:00Z"}]"#))
}

@Test func `the words of every part stand in the report's text where it says`() throws {
  let places = try PlaceLibrary()
  let record = try places.record("/localities/gn:2")
  for part in parts {
    for element in record.objects(part) {
      let range = element["evidence"] as? Object ?? element
      let text = try places.text(try #require(element.string("report")))
      let (start, end) = (range["start"] as? Int ?? -1, range["end"] as? Int ?? -1)
      try #require(0 <= start && start < end && end <= text.count, "\(part)")
      let words = text[start..<end].map { String($0) }.joined()
      #expect(range.string("text") == words, "\(part)")
    }
  }
}

@Test func `pages of one report hold each part once, and the counts of all`() throws {
  let places = try PlaceLibrary()
  let whole = try places.record("/localities/gn:2")
  var target = "/localities/gn:2?limit=1"
  var found: [String: [Object]] = [:]
  for page in 1...3 {
    let response = try places.library.ask(target)
    let record = try response.json()
    for part in parts { found[part, default: []] += record.objects(part) }
    #expect(record["report_count"] as? Int == 3)
    let links = record.objects("links")
    #expect(links.compactMap { $0.string("rel") } == (page < 3 ? ["self", "next"] : ["self"]))
    for link in links {
      let url =
        "<http://test:8080\(link.string("href") ?? "")>; rel=\"\(link.string("rel") ?? "")\""
      #expect(response["Link"]?.contains(url) == true)
    }
    target = links.last?.string("href") ?? ""
  }
  for part in parts { #expect(found[part] as NSArray? == whole[part] as? NSArray, "\(part)") }
}

@Test(arguments: [("", 50), ("?limit=52", 52), ("?limit=53", 53), ("?limit=1000", 53)])
func `the parts come from the newest fifty reports, or as many as limit says`(
  query: String, reports: Int
) throws {
  let further = (1...50).map { ("more.\($0)", "2024-01-01" as String?, "Oderiv is quiet.") }
  let record = try PlaceLibrary(further).record("/localities/gn:2\(query)")
  #expect(Set(record.objects("mentions").compactMap { $0.string("report") }).count == reports)
  #expect(record["report_count"] as? Int == 53)
  let links = record.objects("links").compactMap { $0.string("rel") }
  #expect(links == (reports < 53 ? ["self", "next"] : ["self"]))
}

@Test(
  arguments: [
    ("2024-10-07", ["old"], "2024-10-07"), ("2024-10", ["new.q7", "old"], "2024-10-07"),
    ("2024-10-08/..", ["new.q7"], "2024-10-08T09:30:00Z"), ("2023", [], nil),
  ] as [(String, [String], String?)])
func `published chooses the reports`(
  published: String, reports: [String], first: String?
) throws {
  let record = try PlaceLibrary().record("/localities/gn:2?published=\(published)")
  let mentions = record.objects("mentions").compactMap { $0.string("report") }
  #expect(Set(mentions) == Set(reports))
  #expect(record["report_count"] as? Int == reports.count)
  #expect(record["mention_count"] as? Int == mentions.count)
  #expect(record.string("first_published") == first)
}

@Test func `a place that is named at other times only is there, with nothing in it`() throws {
  let record = try PlaceLibrary().record("/localities/gn:2?published=2023")
  for part in parts { #expect(record[part] as? NSArray == [], "\(part)") }
  #expect(record.string("name") == "Oderiv")
  #expect(record.string("geo_precision") == "exact")
  for name in ["mention_count", "quotation_count"] { #expect(record[name] as? Int == 0) }
}

@Test(arguments: ["gn:1", "gn:99", "Oderiv", "gn:2%20", "gn:2.geojson.geojson", "gn:1.geojson"])
func `a place that no report names is a 404 that says which, before parameters are looked at`(
  id: String
) throws {
  let response = try PlaceLibrary().library.ask("/localities/\(id)?limt=1")
  #expect(response.status == .notFound)
  let detail = try response.json().string("detail")
  #expect(detail?.contains(id.prefix(4).replacing("%20", with: " ")) == true)
}

@Test(arguments: [
  ("Toretsk", "Toretsk"), ("Far%20Fields", "Far%20Fields"), ("a%26b", "a%26b"),
  ("El%20Geneina.geojson", "El%20Geneina"),
])
func `who asks for a place by its name is told how to`(id: String, value: String) throws {
  let response = try PlaceLibrary().library.ask("/localities/\(id)")
  #expect(response.status == .notFound)
  let detail = try #require(try response.json().string("detail"))
  #expect(detail.contains("ids are such as gn:709354"))
  #expect(detail.hasSuffix("; by name: /localities?locality=\(value)"))
}

@Test(
  arguments: [
    ("limt=1", "limt", "limit"), ("limit=0", "limit", nil), ("limit=1001", "limit", nil),
    ("fields=mention", "fields", "mentions"), ("fields=links", "fields", nil),
    ("published=soon", "published", nil), ("published!=2024", "published!", "published"),
    ("datetime=soon", "datetime", nil), ("datetime!=2024", "datetime!", "datetime"),
    ("f=xml", "f", nil), ("cursor=AAAA", "cursor", nil), ("sortby=id", "sortby", nil),
  ] as [(String, String, String?)])
func `what is not understood of a place is a 400`(
  query: String, parameter: String, nearest: String?
) throws {
  let response = try PlaceLibrary().library.ask("/localities/gn:2?\(query)")
  #expect(response.status == .badRequest)
  #expect(try response.json().string("parameter") == parameter)
  if let nearest { #expect(try response.json().string("nearest") == nearest) }
}

@Test func `a cursor belongs to one place`() throws {
  let places = try PlaceLibrary([("more", "2024-01-01", "Far Fields is dry.")])
  let links = try places.record("/localities/gn:2?limit=1").objects("links")
  let cursor = try #require(links.last?.string("href")?.split(separator: "cursor=").last)
  for path in ["/localities/gn:3", "/localities", "/reports", "/quotations"] {
    let response = try places.library.ask("\(path)?cursor=\(cursor)")
    #expect(response.status == .badRequest, "\(path)")
    #expect(try response.json().string("parameter") == "cursor")
  }
  #expect(try places.library.ask("/localities/gn%3A2?cursor=\(cursor)").status == .ok)
}
