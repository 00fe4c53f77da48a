// A request as a handler sees it.

import HTTP
import Testing

struct RequestTests {
  private static func request(
    _ target: String, _ fields: String = ""
  ) throws -> Result<Request, Problem> {
    let bytes = Array("GET \(target) HTTP/1.1\r\nHost: a:80\r\n\(fields)\r\n".utf8)
    var head = RequestHead()
    try #require(head.parse(bytes.span, limits: Limits()) == .complete(consumed: bytes.count))
    do throws(Problem) {
      return .success(try Request(head, bytes.span))
    } catch {
      return .failure(error)
    }
  }

  @Test(
    arguments: [
      ("/", []), ("/reports", ["reports"]), ("/a/b/c", ["a", "b", "c"]),
      ("/a/", ["a"]), ("/a//", ["a", ""]), ("/a//b", ["a", "", "b"]), ("//a", ["", "a"]),
      ("/a%2Fb", ["a/b"]), ("/a%2fb/c", ["a/b", "c"]), ("/a%20b", ["a b"]), ("/a+b", ["a+b"]),
      ("/%C3%A9", ["é"]), ("/é", ["é"]),
      ("/a%3Fb", ["a?b"]), ("/%25", ["%"]), ("/a/../b", ["a", "..", "b"]), ("/a?b/c", ["a"]),
      ("http://b/c/d", ["c", "d"]), ("http://b", []),
    ] as [(String, [String])])
  func `a path is cut and then decoded`(_ target: String, _ path: [String]) throws {
    #expect(try Self.request(target).get().path == path)
  }

  @Test(
    arguments: [
      ("/", []), ("/?", []), ("/?&&", []), ("/?a=b", [("a", "b")]), ("/?a", [("a", "")]),
      ("/?a=", [("a", "")]), ("/?=b", [("", "b")]), ("/?a=b=c", [("a", "b=c")]),
      ("/?a=1&b=2&a=3", [("a", "1"), ("b", "2"), ("a", "3")]),
      ("/?a=1&a=1", [("a", "1"), ("a", "1")]),
      ("/?a=b+c%20d%2Be", [("a", "b c d+e")]), ("/?a+b=c", [("a b", "c")]),
      ("/?a%3Db=%26", [("a=b", "&")]), ("/?q=%C3%A9", [("q", "é")]), ("/?q=é", [("q", "é")]),
      ("/?a?b=c", [("a?b", "c")]), ("/?a=b#c=d", [("a", "b")]), ("/?a=b&", [("a", "b")]),
      ("http://b?c=d", [("c", "d")]),
    ] as [(String, [(String, String)])])
  func `a query is cut and then decoded`(_ target: String, _ items: [(String, String)]) throws {
    #expect(try Self.request(target).get().query == items.map { QueryItem($0.0, $0.1) })
  }

  @Test(arguments: [("/", "/a", "segments in the path"), ("/?a", "&a", "parameters in the query")])
  func `a target has so many parts and no more`(_ start: String, _ part: String, _ what: String)
    throws
  {
    let most = Limits().targetParts
    let whole = start + String(repeating: part, count: most - 1)
    #expect(throws: Never.self) { try Self.request(whole).get() }
    let problem = Problem(.badRequest, "There are more than \(most) \(what).")
    #expect(try Self.request(whole + part) == .failure(problem))
  }

  @Test(
    arguments: [
      ("/%", "path"), ("/%a", "path"), ("/%zz", "path"), ("/a%2", "path"), ("/%2/b", "path"),
      ("/?%", "query"), ("/?a=%2", "query"), ("/?a=%g0", "query"), ("/?%=b", "query"),
      ("/?a=%+1", "query"),
    ])
  func `a percent sign without two digits is a problem`(_ target: String, _ part: String) throws {
    let problem = Problem(
      .badRequest, "In the \(part), a % is not followed by two hexadecimal digits.")
    #expect(try Self.request(target) == .failure(problem))
  }

  @Test(arguments: ["/?a=%ff", "/?%C3=b", "/?a=%ED%A0%80"])
  func `a query that is not UTF-8 is a problem`(_ target: String) throws {
    let problem = Problem(.badRequest, "The query, percent-decoded, is not UTF-8.")
    #expect(try Self.request(target) == .failure(problem))
  }

  @Test(
    arguments: [
      ("/a%2Fb?c=%20", "/a%2Fb?c=%20"), ("/a?", "/a"), ("/a#b", "/a"), ("//a/", "//a/"),
      ("http://b/c?d", "/c?d"),
    ])
  func `the target is kept as it came, without host and fragment`(
    _ target: String, _ kept: String
  ) throws {
    #expect(try Self.request(target).get().target == kept)
  }

  @Test func `a host is taken from Host, or from an absolute target`() throws {
    #expect(try Self.request("/").get().authority == "a:80")
    #expect(try Self.request("http://b:81/").get().authority == "b:81")
  }

  @Test func `a request holds what a handler may ask for`() throws {
    let request = try Self.request("/", "Accept: b/c\r\nContent-Type: d/e\r\n").get()
    #expect(request.accept == "b/c")
    #expect(request.contentType == "d/e")
    #expect(request.method == .get)
    let bare = try Self.request("/").get()
    #expect(bare.accept == nil)
    #expect(bare.contentType == nil)
    #expect(bare.body.isEmpty)
  }
}
