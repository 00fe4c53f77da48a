// Spellings that are one name.

import Gazetteer
import TestSupport
import Testing

@Test(arguments: [
  ("Toretsk", "toretsk"), ("TORETSK", "toretsk"), ("Saint-Denis", "saint denis"),
  ("Khān Yūnis", "khan yunis"), ("Kup’iansk", "kupiansk"), ("Kup'iansk", "kupiansk"),
  ("U.S.", "us"), ("  a \t\n b  ", "a b"), ("a--b/c_d", "a b c d"), ("- a -", "a"), ("", ""),
  (" .'- ", ""), ("Łódź", "lodz"), ("Ærøskøbing", "aeroskobing"), ("Đakovo", "dakovo"),
  ("Gəncə", "ganca"), ("Straße", "strasse"), ("STRASSE", "strasse"), ("ẞ", "ss"),
  ("İstanbul", "istanbul"), ("Iğdır", "igdir"), ("Þingvellir", "thingvellir"),
  ("Торецьк", "торецьк"), ("Йошкар-Ола", "иошкар ола"), ("أربيل", "اربيل"), ("غَزَّة", "غزة"),
  ("Ａthens", "athens"), ("ΣΊΣΥΦΟΣ", "σισυφοσ"), ("서울", "서울"), ("e\u{301}", "e"), ("é", "e"),
  ("a\u{200D}b", "ab"), ("a\u{A0}b", "a b"), ("北京", "北京"), ("Washington, D.C.", "washington, dc"),
  ("𝐊yiv", "kyiv"), ("Niu–York", "niu york"), ("ﷺ", "صلي الله عليه وسلم"),
])
func `a spelling folds`(written: String, folded: String) {
  #expect(Folding.folded(written) == folded)
  #expect(Folding.folded(folded) == folded, "folding twice says the same")
}

@Test(
  arguments: [
    ([0xFF, 0x61], "a"), ([0x61, 0xC3], "a"), ([0xC0, 0x80, 0x61], "a"),
    ([0xED, 0xA0, 0x80, 0x61], "a"), ([0xF5, 0x61], "a"), ([0xE2, 0x28, 0x61], "(a"),
    ([0xF0, 0x9F, 0x61], "a"), ([0x80], ""), ([0xF4, 0x90, 0x80, 0x80, 0x61], "a"),
  ] as [([UInt8], String)])
func `bytes that are not UTF-8 are passed over`(bytes: [UInt8], folded: String) {
  #expect(fold(bytes) == Array(folded.utf8))
}

@Test(arguments: 0..<4 as Range<UInt64>)
func `whatever the bytes, what comes out is UTF-8 that folds to itself`(seed: UInt64) {
  var random = SeededGenerator(seed: seed)
  for _ in 0..<2_000 {
    let bytes = randomBytes(&random)
    let folded = fold(bytes)
    #expect(String(validating: folded, as: UTF8.self) != nil, "seed \(seed): \(bytes)")
    #expect(fold(folded) == folded, "seed \(seed): \(bytes)")
  }
}

@Test func `every character folds to what folds to itself`() {
  for value in 0..<0x11_0000 as Range<UInt32> {
    guard let scalar = Unicode.Scalar(value) else { continue }
    let folded = Folding.folded("a\(scalar)b")
    if Folding.folded(folded) != folded { Issue.record("U+\(String(value, radix: 16))") }
  }
}

@Test func `what is folded is added behind what is there, without a space between`() {
  var bytes = Array("x".utf8)
  Folding.append(Array(" É ".utf8).span, to: &bytes)
  #expect(bytes == Array("xe".utf8))
}

private func fold(_ bytes: [UInt8]) -> [UInt8] {
  var folded: [UInt8] = []
  Folding.append(bytes.span, to: &folded)
  return folded
}

/// Bytes of which many begin or go on with a character.
private func randomBytes(_ random: inout SeededGenerator) -> [UInt8] {
  (0..<Int.random(in: 0..<24, using: &random)).map { _ in
    Bool.random(using: &random)
      ? .random(in: .min ... .max, using: &random)
      : [0x20, 0x2D, 0x41, 0xC3, 0x89, 0xE1, 0xBA, 0x9E, 0xF0].randomElement(using: &random) ?? 0
  }
}
