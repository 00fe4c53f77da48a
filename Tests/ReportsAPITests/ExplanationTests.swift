// explain=1: how a query was understood, and what emptied it.

import Testing

@testable import ReportsAPI

private func explanation(_ target: String) throws -> String {
  let text = try Library.ofDispatches().ask(Listing.escape("/\(target)")).text()
  let start = try #require(text.firstRange(of: "\"explain\":{")).lowerBound
  return String(text[start...].dropLast(2))
}

@Test(arguments: [
  ("reports?explain=1", "\"explain\":{\"conditions\":[],\"emptied_by\":null}"),
  (
    "reports?speaker=bobovnikova&type!=direct&explain=1",
    """
    "explain":{"conditions":[{"parameter":"speaker","not":false,"value":"bobovnikova",\
    "understood":"1 by name: Anastasiia Bobovnikova","matched":2},{"parameter":"type","not":true,\
    "value":"direct","understood":"direct quotations","matched":9}],"emptied_by":null}
    """
  ),
  (
    "localities?admin1=Donetsk&published=2024-10&explain=1",
    """
    "explain":{"conditions":[{"parameter":"admin1","not":false,"value":"Donetsk",\
    "understood":"1 by name: Donetsk Oblast (gn:709716)","matched":2},{"parameter":"published",\
    "not":false,"value":"2024-10","understood":"from 2024-10-01T00:00:00Z, before \
    2024-11-01T00:00:00Z","matched":6}],"emptied_by":null}
    """
  ),
  (
    "quotations?country=UA&near=37.8,48.4&radius=30km&speaker=Nobody Known&explain=1",
    """
    "explain":{"conditions":[{"parameter":"country","not":false,"value":"UA",\
    "understood":"1 by name: Ukraine (gn:690791)","matched":5},{"parameter":"near","not":false,\
    "value":"37.8,48.4","understood":"within 30.0 km of longitude 37.8, latitude 48.4",\
    "matched":3},{"parameter":"speaker","not":false,"value":"Nobody Known","understood":"no \
    speaker of this name is known","matched":0}],"emptied_by":"speaker"}
    """
  ),
  (
    "reports?bbox=36,49,36.5,49.5&near!=0,0&radius=1km&spatial=possible&explain=1",
    """
    "explain":{"conditions":[{"parameter":"bbox","not":false,"value":"36,49,36.5,49.5",\
    "understood":"longitude 36.0 to 36.5, latitude 49.0 to 49.5, or an area that may reach into \
    it","matched":1},{"parameter":"near","not":true,"value":"0,0","understood":"within 1.0 km of \
    longitude 0.0, latitude 0.0, or an area that may reach into it","matched":14}],\
    "emptied_by":null}
    """
  ),
  (
    "reports?locality=gn:216281&role=event,origin&role!=event&explain=1",
    """
    "explain":{"conditions":[{"parameter":"locality","not":false,"value":"gn:216281",\
    "understood":"1 by name: Goma (gn:216281)","matched":2},{"parameter":"role","not":false,\
    "value":"event,origin","understood":"a place whose role is event or origin","matched":8},\
    {"parameter":"role","not":true,"value":"event","understood":"a place whose role is event",\
    "matched":8}],"emptied_by":null}
    """
  ),
  (
    "reports?country=UA&control.status=contested&cue!=said&explain=1",
    """
    "explain":{"conditions":[{"parameter":"country","not":false,"value":"UA",\
    "understood":"1 by name: Ukraine (gn:690791)","matched":4},{"parameter":"control.status",\
    "not":false,"value":"contested","understood":"claimed to be contested","matched":1},\
    {"parameter":"cue","not":true,"value":"said","understood":"1 by name: say","matched":6}],\
    "emptied_by":"control.status"}
    """
  ),
])
func `an explanation tells each condition, and what it leaves on its own`(
  target: String, expected: String
) throws {
  #expect(try explanation(target) == expected)
}

@Test(
  arguments: [
    ("reports?locality=Atlantis City", "locality"), ("reports?country=UA&country!=UA", "country!"),
    ("quotations?type=mixed&cue=deny", "cue"), ("localities?bbox=0,0,1,1&country=UA", "bbox"),
    ("localities?country=UA&locality=Goma&bbox=0,0,1,1", "bbox"),
    ("localities?published=1999", "published"), ("quotations?country=WS", "country"),
    ("reports?country=SD&speaker=Osman&published=2024", "published"), ("reports?country=UA", nil),
  ] as [(String, String?)])
func `the condition that emptied a list is named`(target: String, emptiedBy: String?) throws {
  let mark = target.contains("?") ? "&" : "?"
  let list = try Listing("/\(target)\(mark)explain=1", in: .ofDispatches())
  let explanation = try #require(list.body["explain"] as? Object)
  #expect(explanation.string("emptied_by") == emptiedBy)
  #expect((list.matched == 0) == (emptiedBy != nil))
}

@Test func `nothing is explained that was not asked`() throws {
  for query in ["", "?explain=0"] {
    #expect(try Listing("/reports\(query)", in: .ofDispatches()).body["explain"] == nil)
  }
}

@Test(arguments: ["reports", "localities", "quotations"])
func `an explanation stands in GeoJSON too`(list: String) throws {
  let page = try Listing("/\(list)?country=FJ&f=geojson&explain=1", in: .ofDispatches())
  let explanation = try #require(page.body["explain"] as? Object)
  let conditions = explanation.objects("conditions")
  #expect(conditions.map { $0["matched"] as? Int } == [page.matched])
}
