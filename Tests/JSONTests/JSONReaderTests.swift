// What is wrong with a JSON text is told in one line that names the place.

import Foundation
import JSON
import Testing

private struct Sample: Decodable, Equatable {
  let text: String
  var numbers: [Int]?
  var isNew: Bool?
  var inner: Inner?

  struct Inner: Decodable, Equatable {
    let name: String
  }
}

/// Looks at nothing, so that only the text itself can be at fault.
private struct Anything: Decodable, Equatable {
  init() {}
  init(from decoder: any Decoder) {}
}

private func read<Value: Decodable>(
  _ json: String, as type: Value.Type = Value.self
) throws(JSONFault) -> Value {
  try JSONReader.decode(type, from: Data(json.utf8))
}

@Test func `a value is read, and keys that nobody asked for are ignored`() throws {
  let json = #"{"other": [{}], "text": "a\u00e9", "numbers": [1, 2], "isNew": true, "inner": null}"#
  #expect(try read(json) == Sample(text: "aé", numbers: [1, 2], isNew: true))
}

@Test(arguments: [
  (#"{}"#, "key “text” is missing"),
  (#"{"text": 1}"#, "“text” is not a string"),
  (#"{"text": null}"#, "“text” is not a string"),
  (#"{"text": ["a"]}"#, "“text” is not a string"),
  (#"{"text": "a", "isNew": 1}"#, "“isNew” is not true or false"),
  (#"{"text": "a", "numbers": 1}"#, "“numbers” is not an array"),
  (#"{"text": "a", "numbers": [1, "2"]}"#, "“numbers[1]” is not a whole number"),
  (#"{"text": "a", "inner": 1}"#, "“inner” is not an object"),
  (#"{"text": "a", "inner": {"name": 1}}"#, "“inner.name” is not a string"),
  (#"{"text": "a", "inner": {}}"#, "key “inner.name” is missing"),
  ("[]", "the value is not an object"),
  ("1", "the value is not an object"),
])
func `what is not what was asked for is named by its key`(json: String, reason: String) {
  #expect(throws: JSONFault(reason: reason)) { try read(json, as: Sample.self) }
}

@Test(arguments: [
  "", " ", "{", "}", #"{"text": "a""#, #"{"text": "a"} x"#, "nul", "'a'", "\0", "[1 2]", "{a: 1}",
  "{\"text\": \"a\nb\"}", "{\"text\": \"\u{1}\"}", #"{"text": "\x"}"#, #"{"text": "\ud800"}"#,
  #"{"text": "\u12"}"#, "{\"text\": \"\\\n\"}", "{\"a\n\": 1}", "\u{FEFF}x", "[\u{2028}]",
])
func `what is not JSON is told in one line`(json: String) {
  let fault = #expect(throws: JSONFault.self) { try read(json, as: Sample.self) }
  #expect(fault?.reason.hasPrefix("not valid JSON") == true)
  #expect(fault.map { isOneLine($0.reason) } == true)
}

@Test(arguments: [
  "{\"a\\nb\": \"x\"}", "{\"a\\r\\nb\": []}", "{\"\\u2028\": null}", "{\"a\\u000bb\": 1.5}",
])
func `a key with line ends in it leaves the reason on one line`(json: String) {
  let fault = #expect(throws: JSONFault.self) { try read(json, as: [String: Int].self) }
  #expect(fault.map { isOneLine($0.reason) } == true)
}

private func isOneLine(_ text: String) -> Bool {
  !text.isEmpty && !text.contains(where: \.isNewline)
}

@Test(arguments: [#"{"text": "a", "numbers": [1, 2.5]}"#, #"{"text": "a", "numbers": [1e400]}"#])
func `a number that does not fit is told in one line`(json: String) {
  let fault = #expect(throws: JSONFault.self) { try read(json, as: Sample.self) }
  #expect(fault.map { isOneLine($0.reason) } == true)
}

private func nested(_ open: String, _ close: String, _ depth: Int) -> String {
  String(repeating: open, count: depth) + String(repeating: close, count: depth)
}

@Test(arguments: [1, 511, 512])
func `nesting up to 512 is read`(depth: Int) throws {
  #expect(try read(nested("[", "]", depth)) == Anything())
}

@Test(arguments: [513, 100_000])
func `deeper nesting is refused`(depth: Int) {
  for text in [nested("[", "]", depth), nested("{\"a\":[", "]}", depth)] {
    #expect(throws: JSONFault.self) { try read(text, as: Anything.self) }
  }
  #expect(throws: JSONFault.self) {
    try read(String(repeating: "[", count: depth), as: Anything.self)
  }
}
