// GET /changes

import Foundation
import HTTP
import Reports
import Testing

@testable import ReportsAPI

private func changes(_ json: [String: Any]) -> [[String: Any]] {
  json["changes"] as? [[String: Any]] ?? []
}

@Test func `without a token there is the token of now, and nothing else`() throws {
  let followed = Followed()
  followed.take("a", "b")
  let answer = try followed.library.ask("/changes")
  let json = try answer.json()
  #expect(json["next"] as? String == "1002")
  #expect(json["numberReturned"] as? Int == 0 && changes(json).isEmpty)
  #expect(json["hasMore"] as? Bool == false)
  #expect(!answer.isCacheable && answer.etag != nil && answer.lastModified == nil)
}

@Test func `changes come in one order, each with its report as it is now`() throws {
  let followed = Followed()
  followed.take("a", "b")
  followed.take("a", "c", text: "road", removing: ["b"])
  let json = try followed.library.ask("/changes?since=1000&fields=id").json()
  let told = changes(json).map { change in
    "\(change["number"] ?? "") \(change["change"] ?? "") \(change["id"] ?? "") "
      + "\((change["report"] as? [String: Any])?.keys.joined() ?? "-")"
  }
  #expect(
    told == [
      "1001 added a id", "1002 added b -", "1003 deleted b -", "1004 updated a id",
      "1005 added c id",
    ])
  #expect(json["next"] as? String == "1005")
}

@Test func `a report that is taken again as it was is no change`() {
  let followed = Followed()
  #expect(followed.take("a").count == 1)
  #expect(followed.take("a").isEmpty)
  #expect(followed.log.last == 1001)
}

@Test(arguments: [1, 2, 3, 7])
func `pages of changes are all changes, each once`(limit: Int) throws {
  let followed = Followed(seed: UInt64(limit))
  for _ in 0..<8 { followed.takeAtRandom() }
  var follower = Follower()
  var next: String? = "/changes?since=1000&limit=\(limit)"
  while let target = next {
    let json = try followed.library.ask(target).json()
    for change in changes(json) { try follower.apply(change) }
    let links = json["links"] as? [[String: String]] ?? []
    next = links.first { $0["rel"] == "next" }?["href"]
    #expect((next != nil) == (json["hasMore"] as? Bool == true))
  }
  #expect(follower.numbers == Array(1001...Int(followed.log.last)))
  #expect(follower.ids == (try followed.ids("")))
}

@Test(
  arguments: ["", "&q=bridge", "&q=road+-camp", "&published=2024-03-01/2024-08-31"],
  1...6 as ClosedRange<UInt64>)
func `who does what changes tell has the list, whenever it asks`(query: String, seed: UInt64) throws
{
  let followed = Followed(seed: seed)
  var (follower, since) = (Follower(), "1000")
  for round in 1...12 {
    followed.takeAtRandom()
    if round % Int(seed) != 0 { continue }
    let json = try followed.library.ask("/changes?since=\(since)&limit=1000\(query)").json()
    for change in changes(json) { try follower.apply(change) }
    since = try #require(json["next"] as? String)
    #expect(follower.ids == (try followed.ids(query)))
  }
}

@Test(arguments: ["/changes", "/changes/stream"])
func `a token that is no longer known, or of another log, is told what to do`(
  route: String
) throws {
  let followed = Followed(keeping: 3)
  followed.take("a", "b", "c", "d", "e")
  for token in ["1001", "0", "1006", "9000000000000000000"] {
    let response = try followed.library.ask("\(route)?since=\(token)")
    #expect(response.status == .gone)
    #expect(try response.text().contains("read the lists again"))
  }
  #expect(try followed.library.ask("\(route)?since=1002").status == .ok)
}

@Test(arguments: ["x", "-1", "+5", "1.0", "", "99999999999999999999"])
func `what is no token is refused`(token: String) throws {
  for route in ["/changes", "/changes/stream"] {
    let response = try Followed().library.ask("\(route)?since=\(token)")
    #expect(response.status == .badRequest)
    #expect(try response.json()["parameter"] as? String == "since")
  }
}
