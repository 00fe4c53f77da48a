// Bytes of files to text: UTF-8 as it is, Windows-1252 where it is not, and what is no text.

import Foundation
import Testing

@testable import Documents

private func decoded(_ bytes: [UInt8]) throws -> DecodedText {
  try TextDecoding.decode(bytes).get()
}

@Test(arguments: ["", "plain", "a\r\nb\nc\r", "Київ – “é”", "e\u{301}\u{FEFF}", "😀\t\u{1}\u{7F}"])
func `UTF-8 is kept byte for byte`(text: String) throws {
  let bytes = Array(text.utf8)
  #expect(try decoded(bytes) == DecodedText(utf8: bytes, remark: nil))
}

@Test(arguments: ["", "text", "\u{FEFF}text", "a\r\nb"])
func `one byte-order mark is taken away`(text: String) throws {
  let bytes = Array(text.utf8)
  #expect(try decoded([0xEF, 0xBB, 0xBF] + bytes) == DecodedText(utf8: bytes, remark: nil))
}

@Test(
  arguments: [
    ([0x80], "€"), ([0x93, 0x61, 0x94], "“a”"), ([0x91, 0x92], "‘’"), ([0x96, 0x97], "–—"),
    ([0x85], "…"), ([0xE9], "é"), ([0xA0], "\u{A0}"), ([0xFF, 0x41], "ÿA"),
    ([0x61, 0x0D, 0x0A, 0xE9], "a\r\né"), ([0x8A, 0x9F], "ŠŸ"),
    ([0xEF, 0xBB, 0xBF, 0xE9], "é"), ([0xC3, 0xA9, 0xE9], "Ã©é"),
  ] as [([UInt8], String)])
func `what is not UTF-8 is read as Windows-1252, with a remark`(bytes: [UInt8], text: String) throws
{
  let result = try decoded(bytes)
  #expect(Array(result.utf8) == Array(text.utf8))
  #expect(result.remark == "The bytes are not UTF-8; they were read as Windows-1252.")
}

@Test(arguments: [0x81, 0x8D, 0x8F, 0x90, 0x9D] as [UInt8])
func `the five bytes that Windows-1252 leaves open stand for themselves`(byte: UInt8) throws {
  let scalar = Unicode.Scalar(byte)
  #expect(try decoded([byte]).utf8 == Array(String(scalar).utf8))
}

@Test func `every other byte is what Foundation reads in Windows-1252`() throws {
  for byte in UInt8(1)...255 where ![0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) {
    let oracle = try #require(String(bytes: [byte], encoding: .windowsCP1252))
    #expect(TextDecoding.fromWindows1252([byte]) == Array(oracle.utf8), "byte \(byte)")
  }
}

@Test(
  arguments: [
    [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80], [0xF8, 0x88],
  ] as [[UInt8]])
func `overlong, cut and surrogate sequences are no UTF-8`(bytes: [UInt8]) {
  #expect(!TextDecoding.isUTF8(bytes))
}

@Test(
  arguments: [
    ([0xFF, 0xFE], .utf16), ([0xFE, 0xFF], .utf16), ([0xFF, 0xFE, 0x61, 0], .utf16),
    ([0xFE, 0xFF, 0, 0x61], .utf16), ([0], .binary), ([0x61, 0, 0x62, 0], .binary),
    ([0xEF, 0xBB, 0xBF, 0], .binary), ([0xE9, 0], .binary),
  ] as [([UInt8], UndecodableText)])
func `UTF-16 and NUL bytes are no text`(bytes: [UInt8], reason: UndecodableText) {
  #expect(TextDecoding.decode(bytes) == .failure(reason))
}

@Test(
  arguments: [
    ("a.txt", "a.txt", [0xFF, 0xFE, 0x61, 0], UndecodableText.utf16),
    ("a.txt", "a.txt", [0x61, 0, 0x62], .binary),
    ("a.json", "a.json", [0xFE, 0xFF, 0, 0x7B], .utf16),
    ("a.json", "a.json", [0x7B, 0], .binary),
    ("a.ndjson", "a.ndjson:1", [0xFF, 0xFE, 0x7B, 0], .utf16),
    ("a.ndjson", "a.ndjson:2", [0x0A, 0x7B, 0], .binary),
  ] as [(String, String, [UInt8], UndecodableText)])
func `bytes that are no text are named with their place, in every format`(
  name: String, place: String, bytes: [UInt8], reason: UndecodableText
) throws {
  let fault = Fault(place: place, reason: reason.rawValue)
  #expect(try intake(name, bytes) == [IntakeResult(place, .failure(fault))])
}

@Test(arguments: [
  ("a.txt", "caf", ""), ("a.json", #"{"text": "caf"#, #""}"#),
  ("a.jsonl", #"{"text": "caf"#, #""}"#),
])
func `Windows-1252 is remarked upon in every format`(
  name: String, before: String, after: String
) throws {
  let results = try intake(name, Array(before.utf8) + [0xE9] + Array(after.utf8))
  #expect(results.documents.map(\.string) == ["café"])
  #expect(results.documents.first?.remarks.count == 1)
}
