// Cursors that a list does not take.

import HTTP
import Testing

@testable import ReportsAPI

@Test(arguments: [
  ("reports?limit=1", "quotations"), ("reports?limit=1", "localities"),
  ("localities?limit=1", "reports"), ("quotations?limit=1", "reports"),
  ("reports?limit=1", "reports?sortby=published"),
  ("localities?limit=1", "localities?sortby=name"),
  ("localities?limit=1&sortby=name", "localities?sortby=-name"),
])
func `a cursor goes on only where it was begun`(from: String, to: String) throws {
  let next = try #require(try Listing("/\(from)", in: .ofDispatches()).next)
  let cursor = try #require(next.split(separator: "&").last { $0.hasPrefix("cursor=") })
  let target = "/\(to)\(to.contains("?") ? "&" : "?")\(cursor)"
  let answer = try Listing(target, in: .ofDispatches())
  #expect(answer.response.status == .badRequest)
  #expect(answer.body.string("parameter") == "cursor")
  #expect(answer.body.string("detail")?.contains("a token of the same list and order") == true)
}

@Test(arguments: ["", "AAAA", "x", "cmVwb3J0cw", "cmVwb3J0cwo", "😀", "%01", "=", "a.b", "-_-_"])
func `what is no cursor is refused`(token: String) throws {
  try WrongQuery("cursor=\(token)", "cursor", "the token of a “next” link").isRefused(by: "reports")
}
