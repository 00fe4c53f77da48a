// One report, its text, and the fields that answers carry.

import HTTP
import Reports
import Testing

@testable import ReportsAPI

@Test func `a name is found however the URL escapes it`() throws {
  let library = Library()
  for target in ["/reports/a%2Fb%20c", "/reports/a%2fb%20c", "/reports/%61%2Fb%20c"] {
    #expect(try library.ask(target).status == .ok)
  }
  #expect(try library.ask("/reports/a/b%20c").status == .notFound)
}

@Test func `what was not understood in a document is told`() throws {
  let record = try Library().ask("/reports/a%2Fb%20c").json()
  let unresolved = try #require(record["unresolved"] as? [[String: Any]])
  #expect(unresolved.count == 1)
  #expect(unresolved[0]["kind"] as? String == "document")
  #expect(unresolved[0]["reason"] as? String == "Not UTF-8.")
}

@Test func `a text is served byte for byte`() throws {
  let response = try Library().ask("/reports/bridge/text")
  #expect(try response.bytes() == Array("The bridge is gone.\r\nЖ\n".utf8))
  #expect(response["Content-Type"] == "text/plain; charset=utf-8")
}

@Test(arguments: [
  "/reports", "/localities", "/quotations", "/reports/bridge", "/reports/bridge/text", "/readyz",
])
func `answers carry a tag, a date and the wish to be asked again`(target: String) throws {
  let response = try Library().ask(target)
  #expect(response.etag?.text.count == 34)
  #expect(response["Last-Modified"] == "Tue, 14 Nov 2023 22:13:20 GMT")
  #expect(response["Cache-Control"] == "no-cache")
  #expect(response.isCacheable)
}

@Test func `the tag belongs to the contents, not to the time of loading`() throws {
  let library = Library()
  let tag = try library.ask("/reports").etag
  library.store.publish(makeSnapshot(made: 1_800_000_000))
  #expect(try library.ask("/reports").etag == tag)
  library.store.publish(makeSnapshot(settings: ["other"]))
  #expect(try library.ask("/reports").etag != tag)
}

@Test func `what counts back from now is tagged by its own bytes and not kept`() throws {
  let target = "/reports?published=P1D/.."
  let early = try Library(now: 1_728_400_000).ask(target)
  let same = try Library(now: 1_728_400_001).ask(target)
  let late = try Library(now: 1_738_400_000).ask(target)
  #expect(!early.isCacheable)
  #expect(early.etag == same.etag)
  #expect(early.etag != late.etag)
}
