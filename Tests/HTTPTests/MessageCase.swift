// Turns the chapters under Messages into cases; the README there explains their form.

import Foundation
import HTTP
import Testing

/// One heading of a chapter: what is sent, and what has to come of it.
struct MessageCase: CustomTestStringConvertible {
  let chapter: String
  let heading: String
  var request: [UInt8] = []
  var events: [String] = []
  var limits = Limits()

  var testDescription: String { "\(chapter): \(heading)" }

  /// A chapter that is not written as the README asks.
  struct Fault: Error { let text: String }

  /// The cases of all chapters, none when one of them cannot be read; a test asks for the reason.
  static let all = (try? load()) ?? []

  static func load() throws -> [MessageCase] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Messages")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    let chapters = files.filter { $0.pathExtension == "md" && $0.lastPathComponent != "README.md" }
    return try chapters.sorted { $0.path < $1.path }.flatMap { file in
      try cases(
        of: String(contentsOf: file, encoding: .utf8),
        chapter: file.deletingPathExtension().lastPathComponent)
    }
  }

  private static func cases(of text: String, chapter: String) throws -> [MessageCase] {
    var cases: [MessageCase] = []
    var block: (kind: Substring, lines: [Substring])?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let open = block {
        block = line == "```" ? nil : (open.kind, open.lines + [line])
        if block == nil {
          guard !cases.isEmpty else { throw Fault(text: "\(chapter): a block before a heading") }
          try cases[cases.count - 1].take(open.lines, as: open.kind)
        }
      } else if line.hasPrefix("```") {
        block = (line.dropFirst(3), [])
      } else if line.hasPrefix("## ") {
        cases.append(MessageCase(chapter: chapter, heading: String(line.dropFirst(3))))
      }
    }
    guard block == nil else { throw Fault(text: "\(chapter): a block without an end") }
    return cases
  }

  private mutating func take(_ lines: [Substring], as kind: Substring) throws {
    switch kind {
    case "http": request = try Notation.bytes(of: lines)
    case "events": events = lines.map { String($0) }
    case "limits": for line in lines { try takeLimit(line) }
    default: throw Fault(text: "\(testDescription): a block of kind \(kind)")
    }
  }

  private mutating func takeLimit(_ line: Substring) throws {
    let names: [Substring: WritableKeyPath<Limits, Int>] = [
      "requestLineBytes": \.requestLineBytes, "headBytes": \.headBytes,
      "fieldCount": \.fieldCount, "bodyBytes": \.bodyBytes,
      "chunkLineBytes": \.chunkLineBytes, "trailerBytes": \.trailerBytes,
    ]
    let words = line.split(separator: " ")
    guard words.count == 2, let path = names[words[0]], let value = Int(words[1]) else {
      throw Fault(text: "\(testDescription): the limit \(line)")
    }
    limits[keyPath: path] = value
  }
}
