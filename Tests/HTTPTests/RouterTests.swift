// Which route a path has.

import HTTP
import Testing

struct RouterTests {
  private static let router = Router([
    Route("/", to: "root"),
    Route("/reports", [.get, .post], to: "reports"),
    Route("/reports/latest", to: "latest"),
    Route("/reports/{id}", [.get, .delete], to: "report"),
    Route("/reports/{id}/parts/{part}", to: "part"),
    Route("/jobs", [.post], to: "jobs"),
  ])

  @Test(
    arguments: [
      ([], "root", []), (["reports"], "reports", []), (["reports", "latest"], "latest", []),
      (["reports", "7"], "report", ["7"]), (["reports", "a/b"], "report", ["a/b"]),
      (["reports", "{id}"], "report", ["{id}"]), (["jobs"], "jobs", []),
      (["reports", "7", "parts", "x y"], "part", ["7", "x y"]),
    ] as [([String], String, [String])])
  func `a path finds its route and its values`(
    _ path: [String], _ target: String, _ values: [String]
  ) throws {
    let match = try #require(Self.router.match(path))
    #expect(match.route.target == target)
    #expect(match.values == values)
  }

  @Test(
    arguments: [
      ["report"], ["Reports"], ["reports", ""], ["reports", "7", "parts"], [""], ["", "reports"],
      ["reports", "7", "parts", ""], ["reports", "7", "part", "1"],
      ["reports", "7", "x", "y", "z"],
      ["*"], ["{id}"],
    ])
  func `another path has no route`(_ path: [String]) {
    #expect(Self.router.match(path)?.route.target == nil)
  }

  @Test(
    arguments: [
      ([.get], "GET, HEAD, OPTIONS"), ([.get, .post], "GET, POST, HEAD, OPTIONS"),
      ([.post], "POST, OPTIONS"), ([], "OPTIONS"),
    ] as [([Method], String)])
  func `a route tells its methods, HEAD and OPTIONS included`(_ methods: [Method], _ allow: String)
  {
    #expect(Route("/", methods, to: 0).allow == allow)
  }

  @Test func `HEAD comes with GET, and no other method by itself`() {
    let read = Route("/", to: 0)
    let written = Route("/", [.post], to: 0)
    #expect(Method.allCases.filter(read.answers) == [.get, .head])
    #expect(Method.allCases.filter(written.answers) == [.post])
  }
}
