// A place alone as GeoJSON.

import Foundation
import HTTP
import Testing

@testable import ReportsAPI

@Test func `a place that is known to a point is a feature with it`() throws {
  let response = try PlaceLibrary().library.ask("/localities/gn:2?f=geojson")
  #expect(response["Content-Type"] == "application/geo+json")
  let feature = try response.json()
  #expect(Set(feature.keys) == ["type", "id", "geometry", "properties", "links"])
  #expect(feature.string("type") == "Feature" && feature.string("id") == "gn:2")
  let geometry = feature["geometry"] as? NSDictionary
  #expect(geometry == ["type": "Point", "coordinates": [37.5, 48.12346]])
  let properties = try #require(feature["properties"] as? Object)
  let members = LocalityDetailField.allCases.map(\.rawValue)
  #expect(Set(properties.keys) == Set(members).subtracting(["id", "geometry", "bbox", "links"]))
}

@Test func `a region has no geometry, but a box and a point for its label`() throws {
  let feature = try PlaceLibrary().record("/localities/gn:3?f=geojson&fields=name,mentions")
  #expect(feature["geometry"] is NSNull)
  #expect(feature["bbox"] as? [Double] == [37, 48, 38, 49])
  let properties = try #require(feature["properties"] as? Object)
  #expect(Set(properties.keys) == ["name", "mentions", "label_point"])
  #expect(properties["label_point"] as? [Double] == [37.25, 48.5])
  #expect(properties.objects("mentions").count == 1)
}

@Test func `a place that is known to a point has no box, though the table gives one`() throws {
  let places = try PlaceLibrary([("far", nil, "Soldiers left Noburg on Monday.")])
  #expect(try places.record("/localities/gn:5")["bbox"] is NSNull)
  #expect(try places.record("/localities/gn:5?f=geojson")["bbox"] == nil)
  #expect(
    try places.record("/localities/gn:3?fields=bbox")["bbox"] as? [Double] == [37, 48, 38, 49])
}

@Test func `the parts of a feature are those of the record`() throws {
  let places = try PlaceLibrary()
  let record = try places.record("/localities/gn:2")
  let feature = try places.record("/localities/gn:2?f=geojson")
  let properties = try #require(feature["properties"] as? Object)
  for part in LocalityPart.allCases.map(\.rawValue) {
    #expect(properties[part] as? NSArray == record[part] as? NSArray, "\(part)")
  }
}

@Test func `the links of a feature stand beside its properties and lead on`() throws {
  let places = try PlaceLibrary()
  var target = "/localities/gn:2?f=geojson&limit=2&fields=id"
  for rels in [["self", "next"], ["self"]] {
    let links = try places.record(target).objects("links")
    #expect(links.compactMap { $0.string("rel") } == rels)
    target = links.last?.string("href") ?? ""
  }
}

@Test(arguments: ["/localities/gn:2", "/quotations/new.q7.q9"])
func `the format is as the client takes it, and none is a 406`(target: String) throws {
  let library = try PlaceLibrary().library
  for (accept, type) in [
    ("application/geo+json", "application/geo+json"), ("*/*", "application/json"),
    ("application/geo+json;q=0.5, application/json", "application/json"),
  ] {
    let response = try library.ask(target, accept: accept)
    #expect(response["Content-Type"] == type)
    #expect(response["Vary"] == "Accept")
  }
  let refused = try library.ask(target, accept: "text/html")
  #expect(refused.status == .notAcceptable)
  #expect(try refused.json().strings("allowed") == ["application/json", "application/geo+json"])
  #expect(try library.ask(target + "?f=json", accept: "text/html").status == .ok)
}
