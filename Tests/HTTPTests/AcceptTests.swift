// What clients want, RFC 9110 section 12.5.1.

import HTTP
import Testing

struct AcceptTests {
  private static let offered = ["application/json", "text/html", "text/csv"]

  @Test(
    arguments: [
      (nil, "application/json"),
      ("*/*", "application/json"),
      ("text/html", "text/html"),
      ("TEXT/Html", "text/html"),
      ("text/*", "text/html"),
      ("image/png, text/csv", "text/csv"),
      ("text/csv, text/html", "text/html"),
      ("text/csv;q=0.9, text/html;q=0.8", "text/csv"),
      ("text/csv;q=0.9,text/html;q=0.91", "text/html"),
      ("text/csv ; q = 0.2 , text/html ; Q=0.1", "text/csv"),
      ("text/html;q=1.000, application/json;q=1", "application/json"),
      ("text/*, text/html;q=0.1", "text/csv"),
      ("*/*, application/json;q=0, text/html;q=0", "text/csv"),
      ("*/*;q=0.1, text/*;q=0.5, text/html;q=0.2", "text/csv"),
      ("application/*;q=0.3, */*;q=0.4", "text/html"),
      ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
      ("application/json;profile=x;q=0.5, text/csv;q=0.4", "application/json"),
      ("text/csv;charset=utf-8", "text/csv"),
      (",text/csv,,", "text/csv"),
      ("", "application/json"),
      (" , ", "application/json"),
      ("image/png", nil),
      ("application/json;q=0", nil),
      ("*/*;q=0", nil),
      ("*/*;q=0.0, image/png", nil),
      ("tex/*", nil),
      ("text", nil),
      ("text/htm", nil),
      ("text/htmlx", nil),
      ("application/json+x", nil),
      (";q=1", nil),
    ] as [(String?, String?)])
  func `the type with the greatest weight is chosen`(_ accept: String?, _ type: String?) {
    #expect(Accept.choose(from: Self.offered, accept: accept) == type)
  }

  @Test func `where nothing is on offer nothing is chosen`() {
    #expect(Accept.choose(from: [], accept: "*/*") == nil)
    #expect(Accept.choose(from: [], accept: nil) == nil)
  }
}
