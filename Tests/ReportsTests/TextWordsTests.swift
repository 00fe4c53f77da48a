// What is a word.

import Testing

@testable import Reports

private func words(_ text: String) -> [String] {
  TextWords.words(of: text).map { String(decoding: $0, as: UTF8.self) }
}

@Test(arguments: [
  ("", []), (" .,; ", []), ("Kyiv", ["kyiv"]),
  ("Kyiv, on the Dnipro.", ["kyiv", "on", "the", "dnipro"]),
  ("Moscow’s troops'", ["moscow", "s", "troops"]), ("mid-October", ["mid", "october"]),
  ("2,500 in 2014", ["2", "500", "in", "2014"]), ("U.S.", ["u", "s"]), ("km2", ["km2"]),
  ("Ukraïne İstanbul", ["ukraine", "istanbul"]), ("СЛАВА Україні", ["слава", "украіні"]),
  ("“left”—right…", ["left", "right"]), ("e\u{301}tat", ["etat"]), ("straße", ["strasse"]),
  ("a\u{2BC}b", ["a", "b"]), ("×÷±", []), ("बामियान", ["बामियान"]),
])
func `words are runs of letters and digits, folded`(text: String, expected: [String]) {
  #expect(words(text) == expected)
}

@Test func `words say where they stand`() {
  let text = Array("Ana — «Żanna» said: 3 é".utf8)
  var found: [String] = []
  TextWords.forEach(in: text.span) { _, range in
    found.append(String(decoding: text[range], as: UTF8.self))
  }
  #expect(found == ["Ana", "Żanna", "said", "3", "é"])
}

@Test(
  arguments: [
    [0x61, 0xFF, 0x62], [0x61, 0xC3], [0x61, 0xE2, 0x80], [0xED, 0xA0, 0x80, 0x61], [0x80, 0x80],
    [0xF0, 0x9F, 0x98, 0x80, 0x61],
  ] as [[UInt8]])
func `bytes that are no UTF-8 part words`(bytes: [UInt8]) {
  var ranges: [Range<Int>] = []
  TextWords.forEach(in: bytes.span) { folded, range in
    #expect(folded.allSatisfy { 0x61...0x62 ~= $0 })
    ranges.append(range)
  }
  #expect(ranges.allSatisfy { $0.count == 1 })
  #expect(ranges.count == bytes.count { 0x61...0x62 ~= $0 })
}
