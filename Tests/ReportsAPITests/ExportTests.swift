// Exports: whole lists as lines of JSON.

import Foundation
import HTTP
import Reports
import Testing

@testable import ReportsAPI

/// All parts of a body, as they are made.
private func parts(_ response: Response) throws -> [[UInt8]] {
  guard case .producer(let producer) = response.body else { throw Unexpected.bytes }
  var parts: [[UInt8]] = []
  while true {
    var part: [UInt8] = []
    let produced = producer(&part)
    parts.append(part)
    if produced == .last { return parts }
    #expect(produced == .more && !part.isEmpty)
  }
}

private func lines(_ response: Response) throws -> [String] {
  let text = String(decoding: try parts(response).joined(), as: UTF8.self)
  #expect(text.hasSuffix("\n"))
  return text.split(separator: "\n").map { String($0) }
}

/// The records of a list on all its pages, each as its text.
private func paged(_ library: Library, _ target: String, _ list: String) throws -> [NSDictionary] {
  var records: [NSDictionary] = []
  var next: String? = target
  while let target = next {
    let page = try library.ask(target).json()
    records += (page[list] as? [NSDictionary]) ?? []
    let links = page["links"] as? [[String: String]] ?? []
    next = links.first { $0["rel"] == "next" }?["href"]
  }
  return records
}

@Test(
  arguments: ["reports", "quotations"],
  ["", "sortby=published", "country=UA", "q=bridge", "fields=id", "country=UA&fields=id,published"])
func `an export is all pages of its list, a record a line, and then the count`(
  list: String, query: String
) throws {
  let library = try Library.ofDispatches()
  let export = try library.ask("/\(list)?\(query)&f=ndjson".replacing("?&", with: "?"))
  #expect(export.status == .ok)
  #expect(export["Content-Type"] == "application/x-ndjson")
  #expect(!export.isCacheable)
  let lines = try lines(export)
  let expected = try paged(library, "/\(list)?\(query)&limit=3".replacing("?&", with: "?"), list)
  let records = try lines.dropLast().map {
    try JSONSerialization.jsonObject(with: Data($0.utf8)) as? NSDictionary
  }
  #expect(records == expected)
  #expect(lines.last == #"{"end":true,"count":\#(expected.count)}"#)
}

@Test(
  arguments: [
    ("/reports?f=ndjson", nil), ("/reports.ndjson", nil),
    ("/reports", "application/x-ndjson"),
    ("/reports", "application/json;q=0.1, application/x-ndjson"),
  ] as [(String, String?)])
func `an export is asked for in each of the ways of formats`(
  asked: (target: String, accept: String?)
) throws {
  let library = try Library.ofDispatches()
  let export = try library.ask(asked.target, accept: asked.accept)
  #expect(export["Content-Type"] == "application/x-ndjson")
  #expect(export["Vary"] == (asked.accept == nil ? nil : "Accept"))
  #expect(export.etag != nil)
  #expect(export.etag != (try library.ask("/reports").etag))
  #expect(try lines(export).count > 1)
}

@Test(arguments: ["limit=3", "cursor=x", "explain=1"])
func `an export has no pages`(parameter: String) throws {
  let response = try Library.ofDispatches().ask("/reports?f=ndjson&\(parameter)")
  #expect(response.status == .badRequest)
  let name = String(parameter.prefix { $0 != "=" })
  #expect(try response.json()["parameter"] as? String == name)
}

@Test(arguments: [
  "/localities?f=ndjson", "/reports/dispatch-1?f=ndjson", "/quotations/x.q1?f=ndjson",
])
func `what is no list of reports or quotations has no export`(target: String) throws {
  let response = try Library.ofDispatches().ask(target)
  #expect([Status.badRequest, .notFound].contains(response.status))
}

@Test func `an export of what counts from now has no tag`() throws {
  let export = try Library.ofDispatches().ask("/reports?f=ndjson&published=P7D/..")
  #expect(export.etag == nil)
  #expect(export.lastModified == nil)
}

@Test func `an export holds the snapshot that it began with`() throws {
  let library = Library()
  let export = try library.ask("/reports?f=ndjson&fields=id")
  library.store.publish(makeSnapshot(settings: ["later"]))
  #expect(try lines(export).count == 4)
}

@Test func `what takes long to find is found by the pool`() throws {
  let library = try Library.ofDispatches()
  #expect(try library.isLong("/reports?f=ndjson&country=UA"))
  #expect(try library.isLong("/reports?f=ndjson&sortby=published"))
  #expect(try !library.isLong("/reports?f=ndjson"))
}
