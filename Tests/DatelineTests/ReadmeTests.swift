// What README.md shows is what the program answers.

import Foundation
import TestSupport
import Testing

private func readmeLines() throws -> [Substring] {
  let readme = try String(contentsOfFile: packageRoot + "/README.md", encoding: .utf8)
  return readme.split(separator: "\n", omittingEmptySubsequences: false)
}

/// A curl line of a console block, and what README.md says that it prints.
private struct Example {
  let target: String
  let answer: Substring

  /// The lines `$ curl URL` without options, each with the line behind it.
  static func all() throws -> [Example] {
    let lines = try readmeLines()
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

@Test func `README shows what is extracted from the text that it sends`() throws {
  let lines = try readmeLines()
  let start = "$ curl -H 'Content-Type: text/plain' --data-binary '"
  let server = try RunningServer([packageRoot + "/config/documents"])
  let shown = zip(lines, lines.dropFirst()).filter { $0.0.hasPrefix(start) }
  #expect(shown.count >= 2)
  for (line, expected) in shown {
    let parts = line.dropFirst(start.count).components(separatedBy: "'")
    let target = parts[2].replacing("http://localhost:8080", with: "")
    let answer = try server.post(Array(parts[0].utf8), as: "text/plain", target)
    #expect(answer.text == expected + "\n")
  }
}

/// A line `  …` stands for any number of lines.
@Test func `README shows lines of the tree, in their order`() throws {
  let lines = try readmeLines()
  let start = "$ dateline extract --tree "
  let index = try #require(lines.firstIndex { $0.hasPrefix(start) })
  let file = packageRoot + "/" + lines[index].dropFirst(start.count)
  let ended = try Program(["extract", "--tree", file], in: try Folder()).end()
  var rest = ended.output.split(separator: "\n")[...]
  for line in lines[(index + 1)...].prefix(while: { $0 != "```" }) where line != "  …" {
    let found = rest.firstIndex(of: line)
    #expect(found != nil, "\(line)")
    rest = rest[(found.map { $0 + 1 } ?? rest.endIndex)...]
  }
}

@Test func `the tag of an answer is taken back with 304`() throws {
  let server = try RunningServer([packageRoot + "/config/documents"])
  let tag = try #require(try server.get("/reports")["ETag"])
  #expect(try server.get("/reports", fields: "If-None-Match: \(tag)\r\n").status == 304)
}
