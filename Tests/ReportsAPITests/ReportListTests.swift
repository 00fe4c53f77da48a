// GET /reports: what it takes, what it gives, what it refuses.

import Foundation
import HTTP
import Reports
import Testing

@testable import ReportsAPI

private func ids(_ response: Response) throws -> [String] {
  let reports = try #require(try response.json()["reports"] as? [[String: Any]])
  return reports.compactMap { $0["id"] as? String }
}

@Test(arguments: [
  ("/reports", ["a/b c", "bridge", "undated"], 3),
  ("/reports?sortby=published", ["bridge", "a/b c", "undated"], 3),
  ("/reports?limit=1", ["a/b c"], 3),
  ("/reports?published=2024-10-07", ["bridge"], 1),
  ("/reports?published=2024-10", ["a/b c", "bridge"], 2),
  ("/reports?published=2024-10-08T09:30:00Z/..", ["a/b c"], 1),
  ("/reports?published=../2024-10-07", ["bridge"], 1),
  ("/reports?published=P1D/..", ["a/b c"], 1),
  ("/reports?published=2025-01-01/..", [], 0),
])
func `a list holds what was asked for, in order, and counts it`(
  target: String, expected: [String], matched: Int
) throws {
  let response = try Library().ask(target)
  #expect(response.status == .ok)
  #expect(try ids(response) == expected)
  #expect(try response.json()["numberMatched"] as? Int == matched)
  #expect(try response.json()["numberReturned"] as? Int == expected.count)
}

@Test func `the next link goes on where the page ended, with everything else as it was`() throws {
  let library = Library()
  var target = "/reports?limit=1&sortby=published&fields=id"
  var seen: [String] = []
  for page in 1...3 {
    let response = try library.ask(target)
    seen += try ids(response)
    let links = try #require(try response.json()["links"] as? [[String: String]])
    #expect(links.map { $0["rel"] } == (page < 3 ? ["self", "next"] : ["self"]))
    #expect(links[0]["href"] == target)
    let field = try #require(response["Link"])
    for link in links {
      let href = try #require(link["href"])
      #expect(field.contains("<http://test:8080\(href)>; rel=\"\(link["rel"] ?? "")\""))
    }
    target = links.last?["href"] ?? ""
  }
  #expect(seen == ["bridge", "a/b c", "undated"])
}

@Test func `links start with the public address where one is set`() throws {
  let library = Library { $0.publicURL = "https://example.org/data" }
  #expect(
    try library.ask("/reports")["Link"] == "<https://example.org/data/reports>; rel=\"self\"")
}

@Test func `fields leave parts out and keep their order`() throws {
  let response = try Library().ask("/reports?fields=published,id&limit=1&sortby=published")
  #expect(
    try response.text().contains("[{\"id\":\"bridge\",\"published\":\"2024-10-07\"}]"))
}

@Test(
  arguments: [
    ("/reports?limt=2", "limt", "limit"), ("/reports?limit=0", "limit", nil),
    ("/reports?limit=1001", "limit", nil), ("/reports?limit=x", "limit", nil),
    ("/reports?limit=", "limit", nil), ("/reports?limit=1&limit=1", "limit", nil),
    ("/reports?sortby=publishd", "sortby", "published"), ("/reports?sortby=id", "sortby", nil),
    ("/reports?fields=id,headlin", "fields", "headline"), ("/reports?fields=", "fields", nil),
    ("/reports?published=yesterday", "published", nil),
    ("/reports?published=2024-02-30", "published", nil),
    ("/reports?published=2024-10-08/2024-10-07", "published", nil),
    ("/reports?cursor=AAAA", "cursor", nil), ("/reports?cursor=%F0%9F%98%80", "cursor", nil),
    ("/reports?=x", "", nil), ("/reports/bridge?limit=1", "limit", nil),
    ("/reports/bridge/text?fields=id", "fields", nil), ("/readyz?x=1", "x", nil),
    ("/metrics?x", "x", nil), ("/healthz?x", "x", nil),
  ] as [(String, String, String?)])
func `what is not understood is a 400 that names it and the nearest valid name`(
  target: String, parameter: String, nearest: String?
) throws {
  let response = try Library().ask(target)
  #expect(response.status == .badRequest)
  let problem = try response.json()
  #expect(problem["parameter"] as? String == parameter)
  #expect(problem["nearest"] as? String == nearest)
  #expect((problem["detail"] as? String)?.contains("“") == true)
}

@Test func `a cursor of another order is refused`() throws {
  let library = Library()
  let links = try library.ask("/reports?limit=1").json()["links"] as? [[String: String]]
  let next = try #require(links?.last?["href"])
  let response = try library.ask(next + "&sortby=published")
  #expect(response.status == .badRequest)
  #expect(try response.json()["parameter"] as? String == "cursor")
}

@Test(arguments: ["", "a", "a b/ж"], [.max, 0, -5, 1_728_259_200] as [Int64])
func `a cursor's token holds only what a URL takes, and reads back`(
  id: String, second: Int64
) throws {
  let key = try #require(ReportKey(published: second, id: Array(id.utf8)))
  let cursor = Cursor(list: .reports, order: "published", key: key)
  let allowed = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-_"))
  #expect(cursor.token.unicodeScalars.allSatisfy { $0.isASCII && allowed.contains($0) })
  let read = try #require(Cursor(token: cursor.token))
  #expect(read.list == .reports)
  #expect(read.order == "published")
  #expect(ReportKey(parts: read.parts) == key)
}

@Test(arguments: [.min, -62_135_596_801, 253_402_300_800, .max - 1] as [Int64])
func `a cursor with a time that no report has is refused`(second: Int64) throws {
  let time = WrittenKey(parts: ["\(second)", "0", "x"])
  let token = Cursor(list: .reports, order: "-published", key: time).token
  #expect(try Library().ask("/reports?cursor=\(token)").status == .badRequest)
  let right = WrittenKey(parts: ["1728259200", "0", "x"])
  let taken = Cursor(list: .reports, order: "-published", key: right).token
  #expect(try Library().ask("/reports?cursor=\(taken)").status == .ok)
}

/// A key written by hand.
private struct WrittenKey: CursorKey {
  let parts: [String]
}

@Test func `a cursor that lost or changed a character is refused`() throws {
  let library = Library()
  let key = WrittenKey(parts: ["1728259200", "0", "bridge"])
  let token = Cursor(list: .reports, order: "-published", key: key).token
  for length in 1..<token.count {
    #expect(try library.ask("/reports?cursor=\(token.prefix(length))").status == .badRequest)
  }
  for index in token.indices {
    var changed = token
    changed.replaceSubrange(index...index, with: token[index] == "A" ? "B" : "A")
    // The last character has bits that mean nothing.
    if changed.dropLast() == token.dropLast() { continue }
    #expect(try library.ask("/reports?cursor=\(changed)").status == .badRequest, "\(changed)")
  }
}
