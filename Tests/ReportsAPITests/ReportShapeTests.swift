// The one shape of a report, wherever it is written.

import Gazetteer
import HTTP
import JSON
import Reports
import Testing

@testable import ReportsAPI

/// All that a report can say, as it is written; a backslash joins lines.
private let shape = """
  {"id":"found/1","headline":"Oderiv",\
  "standfirst":{"start":0,"end":6,"text":"Жінки!"},"published":"2024-10-07","language":"en",\
  "source":null,"author":null,"url":null,\
  "credits":{"start":155,"end":163,"text":"By Ö. K."},\
  "places":[{"start":10,"end":16,"text":"Oderiv","kind":"name","locality":"gn:2",\
  "role":"event"},\
  {"start":32,"end":41,"text":"Ukrainian","kind":"demonym","locality":"gn:1","role":null,\
  "geometry":{"type":"Point","coordinates":[32,49]}},\
  {"start":146,"end":153,"text":"Nowhere","kind":"name","locality":null,"role":null}],\
  "localities":[{"id":"gn:2","name":"Oderiv","feature":"town","country_code":"UA",\
  "admin1":"Donetsk Oblast","admin2":"Bakhmut Raion","geometry":{"type":"Point",\
  "coordinates":[37.5,48.12346]},"bbox":null,"geo_precision":"exact","is_centroid":false,\
  "confidence":0.90,"role":"event"},\
  {"id":"gn:3","name":"Far Fields","feature":"region","country_code":null,"admin1":null,\
  "admin2":null,"geometry":{"type":"Point","coordinates":[-0.25,-1.5]},\
  "bbox":[-1,-2.5,0.5,-1.25],"geo_precision":"region",\
  "is_centroid":true,"confidence":1.00,"role":null}],\
  "quotations":[{"id":"found/1.q18","type":"direct","content":"we left","spans":[{"start":18,\
  "end":25,"text":"we left"}],"fragments":[{"start":18,"end":25,"text":"we left"}],\
  "cue":{"start":57,"end":61,"text":"said","lemma":"say","stance":"neutral"},\
  "speaker":{"name":"Ana Bila","role":"mayor","affiliation":"Ukraine","sector":"GOV",\
  "mention":{"start":28,"end":56,"text":"the Ukrainian mayor Ana Bila"},"resolved_from":null,\
  "confidence":0.97},"about":[{"id":"gn:2","name":"Oderiv"}],"evidence":{"start":17,"end":61,\
  "text":"“we left”, the Ukrainian mayor Ana Bila said"}},\
  {"id":"found/1.q83","type":"indirect","content":"it. … Russia holds","spans":[{"start":83,\
  "end":86,"text":"it."},\
  {"start":87,"end":99,"text":"Russia holds"}],"fragments":[],"cue":{"start":76,"end":82,\
  "text":"denied","lemma":"deny","stance":"denied"},"speaker":{"name":"Ana Bila","role":null,\
  "affiliation":null,"sector":null,"mention":{"start":73,"end":75,"text":"He"},\
  "resolved_from":{"start":48,"end":56,"text":"Ana Bila"},"confidence":0.50},"about":[],\
  "evidence":{"start":73,"end":86,"text":"He denied it."}},\
  {"id":"found/1.q146","type":"mixed","content":"Nowhere","spans":[{"start":146,"end":153,\
  "text":"Nowhere"}],"fragments":[],"cue":null,"speaker":null,"about":[],\
  "evidence":{"start":146,"end":153,"text":"Nowhere"}}],\
  "control":[{"locality":"gn:2","party":"Russia","status":"held","extent":{"start":100,\
  "end":116,"text":"nearly all of it"},"basis":"reported","claimed_by":"Ana Bila",\
  "quotation":"found/1.q83","as_of":{"start":62,"end":71,"text":"on Monday"},\
  "evidence":{"start":87,"end":99,"text":"Russia holds"}},\
  {"locality":"gn:3","party":null,"status":"contested","extent":null,"basis":"assessed",\
  "claimed_by":null,"quotation":null,"as_of":null,"evidence":{"start":94,"end":99,\
  "text":"holds"}}],\
  "figures":[{"kind":"killed","locality":"gn:2","value":12,"low":12,"high":15,\
  "qualifier":"at least","of_whom":"civilians","as_of":{"start":62,"end":71,"text":"on Monday"},\
  "said_by":"Ana Bila","evidence":{"start":118,"end":144,"text":"at least 12 civilians died"}},\
  {"kind":"other","locality":null,"value":null,"low":null,"high":null,"qualifier":null,\
  "of_whom":null,"as_of":null,"said_by":null,"evidence":{"start":127,"end":129,"text":"12"}}],\
  "dates":[{"date":"2024-10-07","date_end":"2024-10-07","time_precision":"day",\
  "evidence":{"start":62,"end":71,"text":"on Monday"}},\
  {"date":"2024-10","date_end":null,"time_precision":"month","evidence":{"start":65,"end":71,\
  "text":"Monday"}},\
  {"date":null,"date_end":null,"time_precision":"week","evidence":{"start":65,"end":71,\
  "text":"Monday"}}],\
  "unresolved":[{"kind":"document","start":0,"end":0,"text":"","reason":"Not UTF-8."},\
  {"kind":"place","start":146,"end":153,"text":"Nowhere","reason":"not in the gazetteer"}]}
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
