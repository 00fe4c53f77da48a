// Lists as GeoJSON, RFC 7946.

import Foundation
import HTTP
import Testing

@testable import ReportsAPI

private func features(_ target: String) throws -> String {
  let text = try Library.ofDispatches().ask("/\(target)&f=geojson").text()
  #expect(text.hasPrefix("{\"type\":\"FeatureCollection\",\"numberMatched\":"))
  let start = try #require(text.firstRange(of: "\"features\":")).upperBound
  let end = try #require(text.firstRange(of: ",\"links\":")).lowerBound
  return String(text[start..<end])
}

@Test(arguments: [
  (
    "localities?locality=Apia&fields=id,name,geometry,feature",
    """
    [{"type":"Feature","id":"gn:4035413","geometry":{"type":"Point","coordinates":[-171.76666,\
    -13.83333]},"properties":{"name":"Apia","feature":"town"}}]
    """
  ),
  (
    "localities?locality=Kharkiv Oblast&fields=name",
    """
    [{"type":"Feature","id":"gn:706482","geometry":null,"bbox":[34.85963,48.7563,38.06796,\
    50.49282],"properties":{"name":"Kharkiv Oblast","label_point":[36.4912,49.6071]}}]
    """
  ),
  (
    "localities?locality=Samoa&fields=geo_precision",
    """
    [{"type":"Feature","id":"gn:4034894","geometry":null,"bbox":[-172.79436,-14.14454,\
    -171.32559,-13.34894],"properties":{"geo_precision":"country","label_point":[-172.13333,-13.8]}}]
    """
  ),
  (
    "reports?locality=Bukavu&fields=id,published",
    """
    [{"type":"Feature","id":"bukavu","geometry":{"type":"MultiPoint","coordinates":[[29.22845,\
    -1.67409],[28.84281,-2.49077]]},"properties":{"published":"2025-02-16"}}]
    """
  ),
  (
    "reports?locality=Lashio&fields=language",
    """
    [{"type":"Feature","id":"lashio","geometry":{"type":"MultiPoint","coordinates":[[97.7498,\
    22.9359]]},"properties":{"language":"en"}}]
    """
  ),
  (
    "reports?bbox=-172.7,-13.4,-172.6,-13.39&spatial=possible&fields=id",
    """
    [{"type":"Feature","id":"apia","geometry":{"type":"MultiPoint","coordinates":[[-171.76666,\
    -13.83333]]},"properties":{}}]
    """
  ),
  (
    "reports?locality=Kharkiv Oblast&fields=id",
    "[{\"type\":\"Feature\",\"id\":\"kharkiv\",\"geometry\":null,\"properties\":{}}]"
  ),
  (
    "quotations?speaker=Bahati&type=direct&fields=id,type",
    """
    [{"type":"Feature","id":"goma.q38","geometry":{"type":"MultiPoint","coordinates":[[29.22845,\
    -1.67409]]},"properties":{"type":"direct"}}]
    """
  ),
  (
    "quotations?speaker=governor&fields=report",
    """
    [{"type":"Feature","id":"kharkiv.q0","geometry":null,"properties":{"report":"kharkiv"}}]
    """
  ),
])
func `a record is a feature, with a point only where it has one`(
  target: String, expected: String
) throws {
  #expect(try features(Listing.escape(target)) == expected)
}

@Test(arguments: ["reports", "localities", "quotations"])
func `a feature says what the record says`(list: String) throws {
  let library = try Library.ofDispatches()
  let plain = try Listing("/\(list)", in: library)
  let features = try Listing("/\(list)?f=geojson", in: library)
  #expect(features.matched == plain.matched)
  #expect(features.records.count == plain.records.count)
  for (feature, record) in zip(features.records, plain.records) {
    #expect(feature.string("id") == record.string("id"))
    let properties = Set((feature["properties"] as? Object ?? [:]).keys)
    #expect(
      properties.subtracting(["label_point"])
        == Set(record.keys).subtracting(["id", "geometry", "bbox"]))
    #expect(feature["bbox"] as? [Double] == record["bbox"] as? [Double])
    #expect(
      properties.contains("label_point") == (list == "localities" && feature["geometry"] is NSNull))
  }
}

@Test func `a next link of GeoJSON stays GeoJSON`() throws {
  let library = try Library.ofDispatches()
  let next = try #require(try Listing("/localities?f=geojson&limit=1", in: library).next)
  let page = try Listing(next, in: library)
  #expect(page.body.string("type") == "FeatureCollection")
  #expect(page.records.count == 1)
}
