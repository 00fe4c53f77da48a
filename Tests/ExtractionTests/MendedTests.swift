// Texts that once ended the program or broke a promise.

import Extraction
import TestSupport
import Testing

private let longRun = String(repeating: "cut, ", count: 60)

@Test(arguments: [
  "According to Ana Ruiz, the road is closed.",
  "Ana Ruiz told her",
  String(repeating: "and so ", count: 192) + ", Ana Ruiz said that it “was " + longRun
    + "”, she said “\(longRun)”.",
  "He left. “" + String(repeating: "Red Cross ", count: 450),
])
func `a text that once ended the program or broke a promise keeps all`(_ text: String) throws {
  let bytes = Array(text.utf8)
  #expect(Extraction.annotate(bytes, gazetteer: try shippedGazetteer()).faults(in: bytes) == [])
}

@Test func `the first words of a text can be according to`() throws {
  let text = Array("According to Ana Ruiz, the road is closed.".utf8)
  let found = Extraction.annotate(text, gazetteer: try shippedGazetteer()).quotations
  #expect(found.map(\.speaker?.name) == ["Ana Ruiz"])
  #expect(found.map(\.spans) == [[23..<41]])
}
