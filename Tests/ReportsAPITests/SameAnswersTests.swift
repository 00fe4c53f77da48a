// The same documents give the same answers, byte for byte.

import HTTP
import Reports
import Testing

@testable import ReportsAPI

private let queries = [
  "", "limit=3", "f=geojson", "country=UA", "country!=UA,SD", "admin1=Donetsk&explain=1",
  "bbox=170,-30,-160,0", "near=37.8,48.4&radius=30km", "speaker=Bahati,Osman", "cue=said",
  "type!=direct&fields=id", "published=2024/..&explain=1", "control.status=held,lost&f=geojson",
  "role=event", "role!=background&explain=1",
  "speeker=x", "q=market", "bbox=30,45,40,50&spatial=possible",
]

@Test func `two loads of the same documents answer alike`() throws {
  let libraries = try (0..<2).map { _ in
    let library = Library(loaded: false)
    library.store.publish(try Dispatch.snapshot())
    return library
  }
  for list in Listing.lists {
    for query in queries {
      let target = "/\(list.rawValue)?\(query)"
      let (left, right) = (try libraries[0].ask(target), try libraries[1].ask(target))
      #expect(try left.bytes() == right.bytes(), "\(target)")
      #expect(left.etag?.text == right.etag?.text, "\(target)")
      #expect(left.fields == right.fields, "\(target)")
    }
  }
}
