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

/// Forms of a character that RFC 3629 forbids: each byte counts as a blank.
@Test(
  arguments: [
    [0xE0, 0x80, 0xB3], [0xE0, 0x81, 0x81], [0xF0, 0x80, 0x80, 0xB3], [0xED, 0xA0, 0x80],
    [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x90, 0x80, 0x80], [0xFF, 0x80, 0x80, 0x80],
  ] as [[UInt8]])
func `a malformed character keeps all, and parts two words`(_ character: [UInt8]) throws {
  let bytes = Array("aid Hlini".utf8) + character + Array("said Hlini".utf8) + character
  let gazetteer = try shippedGazetteer()
  #expect(Extraction.annotate(bytes, gazetteer: gazetteer).faults(in: bytes) == [])
  let named = Array("Ana Ruiz said".utf8) + character + Array("he left the town.".utf8)
  let found = Extraction.annotate(named, gazetteer: gazetteer).quotations
  #expect(found.map(\.speaker?.name) == ["Ana Ruiz"])
}

@Test func `digits in a form that is too long do not cut a character`() throws {
  let overlong: [UInt8] = [0xE0, 0xE0, 0x80, 0xB3]
  let line = Array("said \u{15}Hlini".utf8) + overlong
  let bytes = line.dropFirst() + line + [0xBA] + Array("er".utf8)
  let found = Extraction.annotate(Array(bytes), gazetteer: try shippedGazetteer())
  #expect(found.faults(in: Array(bytes)) == [])
}

@Test func `the first words of a text can be according to`() throws {
  let text = Array("According to Ana Ruiz, the road is closed.".utf8)
  let found = Extraction.annotate(text, gazetteer: try shippedGazetteer()).quotations
  #expect(found.map(\.speaker?.name) == ["Ana Ruiz"])
  #expect(found.map(\.spans) == [[23..<41]])
}
