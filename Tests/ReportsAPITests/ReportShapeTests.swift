// The one shape of a report, wherever it is written.

import Gazetteer
import HTTP
import JSON
import Reports
import Testing

@testable import ReportsAPI

/// A line a member; lines are joined.
private let shape = """
  X
  """

@Test func `a report is one shape, everywhere`() throws {
  let found = try FoundReport()
  var json = JSONWriter()
  ReportWriter(found.entry, found.gazetteer).write(&json)
  #expect(String(decoding: json.bytes, as: UTF8.self) == shape)
  let library = Library(loaded: false)
  library.store.publish(found.snapshot)
  #expect(try library.ask("/reports/found%2F1").text() == shape + "\n")
  let list = try library.ask("/reports").text()
  #expect(list.contains("\"reports\":[\(shape)]"))
}

@Test func `a report in which nothing was found has every member`() throws {
  #expect(
    try Library().ask("/reports/bridge").text() == """
      {"id":"bridge","headline":"Bridge “down”","standfirst":null,"published":"2024-10-07",\
      "language":"und","source":"Frontier Wire","author":null,"url":null,"credits":null,\
      "places":[],"localities":[],"quotations":[],"control":[],"figures":[],"dates":[],\
      "unresolved":[]}

      """)
}

@Test func `the language that was found is told without the rest`() throws {
  let library = Library(loaded: false)
  library.store.publish(try FoundReport().snapshot)
  let report = try library.ask("/reports/found%2F1?fields=id,language").text()
  #expect(report == "{\"id\":\"found/1\",\"language\":\"en\"}\n")
}
