// The tree of what was found, as people read it.

import Extraction
import Gazetteer
import Reports
import Testing

@testable import ReportsAPI

@Test func `a tree has a line for each fact`() throws {
  let found = try FoundReport()
  #expect(
    ReportTree(found.entry, found.gazetteer).text == """
      X

      """)
}

@Test func `a tree shortens what is long, and what would steer a terminal is a space`() {
  var entry = ReportEntry(id: "a\u{1B}[2J", text: Array(String(repeating: "Жа\r\n", count: 40).utf8))
  entry.headline = "One\u{2028}two\u{202E}"
  entry.annotations.structure.standfirst = 0..<entry.text.count
  entry.annotations.structure.credits = 0..<6
  #expect(
    ReportTree(entry, Gazetteer()).text == """
      report a [2J
        headline “One two ”
        language und
        standfirst [0..<160] “\(String(repeating: "Жа  ", count: 12)) …”
        credits [0..<4] “Жа  ”

      """)
}
