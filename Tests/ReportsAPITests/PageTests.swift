// The page at /: what it may load, and that its parts fit together and to the routes.

import Foundation
import HTTP
import Testing

@testable import ReportsAPI

/// The files of the page as text.
private enum Page {
  static func text(_ name: String) throws -> String { try Contract.text("Public/\(name)") }

  /// Each script by its name: the one that the page names, and all that they import.
  static func scripts() throws -> [String: String] {
    var scripts: [String: String] = [:]
    var named = ["page.js"]
    while let name = named.popLast() {
      if scripts[name] != nil { continue }
      let script = try text(name)
      scripts[name] = script
      named += script.matches(of: /from "\.\/([^"]+)"/).map { String($0.1) }
    }
    return scripts
  }

  /// The values of an attribute, in the order of the page.
  static func values(of attribute: String, in page: String) throws -> [String] {
    let pattern = try Regex("[ \n]\(attribute)=\"([^\"]*)\"", as: (Substring, Substring).self)
    return page.matches(of: pattern).map { String($0.1) }
  }
}

@Test(arguments: ["/", "/index.html", "/?in=quotations&q=%22a%20b%22"])
func `a page may load only what comes from here`(target: String) throws {
  let response = try Library().ask(target, accept: "text/html")
  #expect(
    response["Content-Security-Policy"]
      == "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
      + "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
}

@Test func `the page holds no script, style or handler of its own`() throws {
  let page = try Page.text("index.html")
  #expect(
    page.matches(of: /<script[^>]*>/).map { String($0.0) }
      == ["<script type=\"module\" src=\"/page.js\">"])
  #expect(page.contains("</script>") && page.contains("src=\"/page.js\"></script>"))
  #expect(
    page.firstMatch(of: /<style|[ \n]style=|[ \n]on[a-z]+=|javascript:|data:/.ignoresCase()) == nil)
}

@Test func `scripts put text in as text`() throws {
  for (name, script) in try Page.scripts() {
    let markup =
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|eval\(|Function\(|\.style\b/
    #expect(script.firstMatch(of: markup) == nil, "\(name)")
  }
}

@Test func `every element that a script looks up stands in the page once`() throws {
  let ids = try Page.values(of: "id", in: try Page.text("index.html"))
  #expect(Set(ids).count == ids.count)
  let scripts = try Page.scripts().values.joined(separator: "\n")
  let looked = scripts.matches(of: /place\("([^"]+)"\)/).map { String($0.1) }
  let lists = scripts.matches(of: /new List\("([^"]+)"\)/).map { String($0.1) }
  #expect(looked.count >= 8 && lists.count == 4)
  for id in looked + lists.flatMap({ [$0, "\($0)-more", "\($0)-fault"] }) {
    #expect(ids.contains(id), "\(id)")
  }
}

@Test func `every field of the form has a label, and is what the script reads`() throws {
  let page = try Page.text("index.html")
  let fields = try Page.values(of: "name", in: page).filter { $0 != "viewport" }
  let query = try Page.text("query.js")
  let list = try #require(query.firstMatch(of: /conditions = \[([^\]]+)\]/)?.1)
  let conditions = list.matches(of: /"([a-z.]+)"/).map { String($0.1) }
  #expect(Set(fields) == Set(conditions).union(["in"]))
  for name in conditions {
    #expect(page.contains("<label for=\"\(name)\">"), "\(name)")
    #expect(ConditionName.parameters.contains(name), "\(name)")
  }
}

@Test func `what only a script can fill is empty until it does`() throws {
  let page = try Page.text("index.html")
  #expect(!page.contains("…"))
  for id in ["counts", "skipped", "command", "matched", "hits", "endpoints"] {
    let element = try Regex("id=\"\(id)\"[^>]*></")
    #expect(page.firstMatch(of: element) != nil, "\(id)")
  }
  #expect(try Page.text("page.js").contains("place(\"counts\").textContent = \"Asking"))
}

/// What stands before a query or a value that is put in: `/localities/${…}` is of `/localities`.
@Test func `every path in a script is a route`() throws {
  let routes = Set(Routes.router.routes.map(\.pattern))
  let scripts = try Page.scripts().values.joined(separator: "\n")
  let paths = scripts.matches(of: /["`](\/[a-z]*)\/?["`?$]/).map { String($0.1) }
  #expect(Set(paths).isSuperset(of: ["/", "/readyz", "/reports", "/localities", "/quotations"]))
  for path in paths { #expect(routes.contains(path), "\(path)") }
}

@Test(arguments: ["reports", "localities", "quotations"])
func `a list takes what the page asks of it`(list: String) throws {
  let query = try Page.text("query.js")
  let shapes = query.matches(of: /([a-z]+): \{ path: "(\/[a-z]+)", shape: \{(.*)\} \}/)
  let shape = try #require(shapes.first { $0.1 == list })
  let fields = shape.3.firstMatch(of: /fields: "([a-z,]+)"/).map { "&fields=\($0.1)" } ?? ""
  let target =
    "\(shape.2)?speaker=a&locality=b&role=event&bbox=0,0,9,9&spatial=possible&published=2024&limit=10&explain=1\(fields)"
  let answer = try Library().ask(target, accept: "application/json")
  #expect(answer.status == .ok)
  #expect(try answer.json()[list] is [Any])
}

@Test func `every file that the page names is there`() throws {
  let page = try Page.text("index.html")
  let files =
    try Page.values(of: "src", in: page)
    + Page.values(of: "href", in: page)
    .filter { $0.contains(".") }
  #expect(files == ["/page.js", "/style.css", "/icon.svg"])
  for file in files { #expect(try !Page.text(String(file.dropFirst())).isEmpty, "\(file)") }
}
