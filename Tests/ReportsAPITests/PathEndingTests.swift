// `.geojson` at the end of a path.

import Foundation
import HTTP
import Testing

@testable import ReportsAPI

/// Beside the others, one report whose id has the ending, and one with that id without it.
private func makeLibrary() throws -> Library {
  try PlaceLibrary([
    ("map.geojson", nil, "Oderiv is dry, Ana Bila said."), ("map", nil, "Nothing."),
    ("list.geojson", nil, "Nothing."),
  ]).library
}

@Test(
  arguments: [
    ("/reports.geojson", "FeatureCollection", "/reports.geojson"),
    ("/localities.geojson?limit=1", "FeatureCollection", "/localities.geojson?limit=1"),
    ("/quotations.geojson", "FeatureCollection", "/quotations.geojson"),
    ("/reports/old.geojson", "Feature", nil),
    ("/localities/gn:2.geojson", "Feature", "/localities/gn%3A2.geojson"),
    ("/localities/gn%3A2%2Egeojson", "Feature", "/localities/gn%3A2.geojson"),
    ("/reports/map.geojson.geojson", "Feature", nil),
    ("/reports/list.geojson.geojson?f=geojson", "Feature", nil),
  ] as [(String, String, String?)])
func `the ending asks for GeoJSON, and links keep it`(
  target: String, type: String, link: String?
) throws {
  let response = try makeLibrary().ask(target, accept: "application/json")
  #expect(response.status == .ok)
  #expect(response["Content-Type"] == "application/geo+json")
  let record = try response.json()
  #expect(record.string("type") == type)
  let links = record.objects("links") + ((record["properties"] as? Object)?.objects("links") ?? [])
  #expect(links.first?.string("href") == link)
}

@Test func `pages go on under the path that was asked`() throws {
  let library = try makeLibrary()
  for path in ["/reports.geojson", "/localities/gn:2.geojson"] {
    let first = try library.ask("\(path)?limit=1")
    let next = try #require(first["Link"]?.split(separator: "<http://test:8080").last)
    let target = String(next.prefix { $0 != ">" })
    #expect(target.split(separator: "?").first?.hasSuffix(".geojson") == true)
    #expect(try library.ask(target)["Content-Type"] == "application/geo+json")
  }
}

@Test(arguments: [
  ("/reports/map.geojson", "map.geojson"), ("/reports/list.geojson", "list.geojson"),
  ("/reports/list.geojson.geojson?f=json", "list.geojson"), ("/reports/old.geojson?f=json", "old"),
])
func `a record with the whole as its id goes before, and so does f`(
  target: String, id: String
) throws {
  let response = try makeLibrary().ask(target)
  #expect(response["Content-Type"] == "application/json")
  #expect(try response.json().string("id") == id)
}

@Test func `a quotation can end so, and be of a report that ends so`() throws {
  let library = try makeLibrary()
  let id = try #require(
    try library.ask("/reports/map.geojson").json().objects("quotations").first?.string("id"))
  #expect(id == "map.geojson.q0")
  #expect(try library.ask("/quotations/\(id)").json().string("id") == id)
  let feature = try library.ask("/quotations/\(id).geojson").json()
  #expect(feature.string("type") == "Feature" && feature.string("id") == id)
}

@Test(arguments: [
  "/healthz.geojson", "/reports/old/text.geojson", "/codebook.geojson", "/extract.geojson",
  "/index.html.geojson", "/.geojson", "/reports/.geojson", "/localities/.geojson",
  "/reports/none.geojson", "/quotations/old.geojson", "/reports/old.geojson/text",
  "/reports.geojson.geojson", "/reports/old.GeoJSON", "/reports/old.json", "/oldgeojson",
])
func `a path without this format stays a 404`(target: String) throws {
  #expect(try makeLibrary().ask(target).status == .notFound)
}

@Test func `the ending changes nothing of methods and parameters`() throws {
  let library = try makeLibrary()
  #expect(try library.ask("/reports.geojson", method: "HEAD").status == .ok)
  #expect(try library.ask("/reports.geojson", method: "OPTIONS")["Allow"] == "GET, HEAD, OPTIONS")
  #expect(try library.ask("/reports.geojson", method: "POST").status == .methodNotAllowed)
  #expect(try library.ask("/localities/gn:2.geojson?f=xml").status == .badRequest)
  #expect(try library.ask("/localities/gn:2.geojson?limt=1").status == .badRequest)
}

@Test func `a file of the public folder is a whole path`() throws {
  let library = Library {
    $0.publicFiles["reports.geojson"] = PublicFile(name: "reports.geojson", bytes: [0x7B, 0x7D])
  }
  #expect(try library.ask("/reports.geojson").text() == "{}")
}
