// What README.md shows is what the program answers.

import Foundation
import TestSupport
import Testing

/// A curl line of a console block, and what README.md says that it prints.
private struct Example {
  let target: String
  let answer: Substring

  /// The lines `$ curl URL` without options, each with the line behind it.
  static func all() throws -> [Example] {
    let readme = try String(contentsOfFile: packageRoot + "/README.md", encoding: .utf8)
    let lines = readme.split(separator: "\n", omittingEmptySubsequences: false)
    return zip(lines, lines.dropFirst()).compactMap { line, answer in
      let command = line.replacing("'", with: "")
      let start = "$ curl http://localhost:8080"
      guard command.hasPrefix(start) else { return nil }
      return Example(target: String(command.dropFirst(start.count)), answer: answer)
    }
  }
}

@Test func `README shows the answers to the sample documents, word for word`() throws {
  let examples = try Example.all()
  #expect(examples.count >= 4)
  let server = try RunningServer([packageRoot + "/config/documents"])
  for example in examples {
    let text = try server.get(example.target).text
    if example.answer.hasSuffix("…") {
      #expect(text.hasPrefix(example.answer.dropLast()), "\(example.target)")
    } else {
      #expect(text == example.answer + "\n", "\(example.target)")
    }
  }
}

@Test func `the tag of an answer is taken back with 304`() throws {
  let server = try RunningServer([packageRoot + "/config/documents"])
  let tag = try #require(try server.get("/reports")["ETag"])
  #expect(try server.get("/reports", fields: "If-None-Match: \(tag)\r\n").status == 304)
}
