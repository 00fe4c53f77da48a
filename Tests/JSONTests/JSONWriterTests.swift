// What is written is read back by Foundation as what was meant.

import Foundation
import JSON
import TestSupport
import Testing

@Test(arguments: 1...40 as ClosedRange<UInt64>)
func `Foundation reads back what was written`(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  for depth in 0..<20 {
    let value = Value.random(depth: depth % 6, using: &random)
    var writer = JSONWriter()
    value.write(to: &writer)
    #expect(try JSONDecoder().decode(Value.self, from: Data(writer.bytes)) == value)
  }
}

private func written(_ write: (inout JSONWriter) -> Void) -> String {
  var writer = JSONWriter()
  write(&writer)
  return String(decoding: writer.bytes, as: UTF8.self)
}

@Test(arguments: 0..<0x20 as Range<UInt8>)
func `a control character is escaped and read back`(byte: UInt8) throws {
  let text = "a\(Unicode.Scalar(byte))b"
  let json = written { $0.string(text) }
  #expect(json.utf8.allSatisfy { $0 >= 0x20 })
  #expect(try foundation(json) as? String == text)
}

@Test(arguments: [
  ("\"", #""\"""#), (#"\"#, #""\\""#), ("\n", #""\n""#), ("\r\n", #""\r\n""#), ("\t", #""\t""#),
  ("\0", #""\u0000""#), ("\u{1F}", #""\u001f""#), (#"\u0041"#, #""\\u0041""#), ("", #""""#),
  (#""a"\b"#, #""\"a\"\\b""#),
])
func `what must be escaped is`(text: String, json: String) {
  #expect(written { $0.string(text) } == json)
}

@Test(arguments: [
  "/", "\u{7F}", "\u{80}", "é", "e\u{301}", "Київ", "عربي", "\u{2028}\u{2029}", "a\u{FEFF}",
  "\u{FFFD}", "\u{FFFF}", "😀", "👩‍👧", "'", "</script>",
])
func `everything else is written as it is, in UTF-8`(text: String) throws {
  let json = written { $0.string(text) }
  #expect(Array(json.utf8) == [0x22] + Array(text.utf8) + [0x22])
  #expect(Array(try #require(foundation(json) as? String).utf8) == Array(text.utf8))
}

private func foundation(_ json: String) throws -> Any {
  try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed)
}

@Test func `a string of bytes is written like the same string`() {
  let text = "a\"ж\n"
  let bytes = Array(text.utf8)
  #expect(written { $0.string(bytes.span) } == written { $0.string(text) })
}

@Test(arguments: [(Int.min, "-9223372036854775808"), (0, "0"), (Int.max, "9223372036854775807")])
func `a number is written in full`(number: Int, json: String) {
  #expect(written { $0.integer(number) } == json)
}

@Test func `numbers of every length are written as the standard library writes them`() {
  for digits in 1...18 {
    for number in [Int(pow(10, Double(digits - 1))), Int(pow(10, Double(digits))) - 1] {
      for signed in [number, -number] {
        #expect(written { $0.integer(signed) } == String(signed))
        #expect(
          written { json in
            json.beginString(); json.appendToString(signed); json.endString()
          }
            == "\"\(signed)\"")
      }
    }
  }
}

@Test(arguments: [
  (38.5, 5, "38.5"), (38.00001, 5, "38.00001"), (-0.5, 5, "-0.5"), (0, 5, "0"), (-0.000001, 5, "0"),
  (180, 5, "180"), (1.999996, 5, "2"), (123.456789, 3, "123.457"), (7.5, 0, "8"),
  (999_999_999_999, 2, "999999999999"), (1e12, 0, "null"), (.nan, 2, "null"),
  (-.infinity, 2, "null"),
])
func `decimals are rounded, without zeros at their end`(value: Double, places: Int, json: String) {
  #expect(written { $0.decimal(value, places: places) } == json)
}

@Test(arguments: [(0.9, "0.90"), (1, "1.00"), (0.005, "0.01"), (0, "0.00"), (-2.5, "-2.50")])
func `padded decimals keep their zeros`(value: Double, json: String) {
  #expect(written { $0.decimal(value, places: 2, padded: true) } == json)
}

@Test func `no string is null, and the empty one is not`() {
  #expect(written { $0.string(orNull: nil) } == "null")
  #expect(written { $0.string(orNull: "") } == #""""#)
}

@Test func `commas stand between elements and members and nowhere else`() {
  let json = written { writer in
    writer.object { writer in
      writer.key("a")
      writer.array { writer in
        writer.integer(1)
        writer.array { _ in }
        writer.object { _ in }
        writer.string("x")
        writer.null()
      }
      writer.key("b")
      writer.object { writer in
        writer.key("c")
        writer.boolean(true)
      }
      writer.key("d")
      writer.boolean(false)
    }
  }
  #expect(json == #"{"a":[1,[],{},"x",null],"b":{"c":true},"d":false}"#)
}

@Test func `an empty object and an empty array have nothing in them`() {
  #expect(written { $0.object { _ in } } == "{}")
  #expect(written { $0.array { _ in } } == "[]")
  let both = written { writer in
    writer.array { writer in
      writer.array { _ in }
      writer.object { _ in }
    }
  }
  #expect(both == "[[],{}]")
}

@Test func `a begin and an end are the same as a closure`() {
  let json = written { writer in
    writer.beginArray()
    writer.beginObject()
    writer.key(of: "k\n")
    writer.null()
    writer.endObject()
    writer.integer(2)
    writer.endArray()
  }
  #expect(json == #"[{"k\n":null},2]"#)
}
