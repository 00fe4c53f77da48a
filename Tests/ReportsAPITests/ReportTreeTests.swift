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
      report found/1
        headline “Oderiv”
        published 2024-10-07
        language en
        standfirst [0..<6] “Жінки!”
        place name [10..<16] “Oderiv” Oderiv gn:2, event
        place demonym [32..<41] “Ukrainian” Ukraine gn:1
        place name [146..<153] “Nowhere” unknown
        locality Oderiv gn:2 (town, Bakhmut Raion, Donetsk Oblast, UA) exact 0.90
        locality Far Fields gn:3 (region) region 1.00
        quotation direct [18..<25] “we left”
          cue [57..<61] “said” say neutral
          speaker Ana Bila, mayor, Ukraine, GOV 0.97
            mention [28..<56] “the Ukrainian mayor Ana Bila”
          fragment [18..<25] “we left”
          about Oderiv gn:2
        quotation indirect [83..<99] “it. Russia holds”
          span [83..<86] “it.”
          span [87..<99] “Russia holds”
          cue [76..<82] “denied” deny denied
          speaker Ana Bila 0.50
            mention [73..<75] “He”
            resolved from [48..<56] “Ana Bila”
        quotation mixed [146..<153] “Nowhere”
        control held [87..<99] “Russia holds” Oderiv gn:2 reported
          party Russia
          extent [100..<116] “nearly all of it”
          claimed by Ana Bila
          quotation [83..<86] “it.”
          as of [62..<71] “on Monday”
        control contested [94..<99] “holds” Far Fields gn:3 assessed
        figure killed [118..<144] “at least 12 civilians died” Oderiv gn:2
          value 12
          low 12
          high 15
          qualifier [118..<126] “at least”
          of whom [130..<139] “civilians”
          as of [62..<71] “on Monday”
          said by Ana Bila
        figure other [127..<129] “12”
        date day [62..<71] “on Monday” 2024-10-07
        date month [65..<71] “Monday” 2024-10/..
        date week [65..<71] “Monday”
        credits [155..<163] “By Ö. K.”
        unresolved document: Not UTF-8.
        unresolved place [146..<153] “Nowhere”: not in the gazetteer

      """)
}

@Test func `a tree shortens what is long, and what would steer a terminal is a space`() {
  var entry = ReportEntry(
    id: "a\u{1B}[2J", text: Array(String(repeating: "Жа\r\n", count: 40).utf8))
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
