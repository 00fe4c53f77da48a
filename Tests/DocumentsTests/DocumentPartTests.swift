// A long file of lines is read in parts, and nobody can tell afterwards.

import TestSupport
import Testing

@testable import Documents

private let lines = """
  {"text": "first"}
  {"id": "own", "text": "second, which is a much longer line than all of the others here"}

  nonsense
  {"text": "é – “ж”", "headline": "H"}
  \u{20}\t

  {"text": 7}
  {"text": "last"}
  """

private func limits(partBytes: Int) -> IntakeLimits {
  var limits = IntakeLimits()
  limits.partBytes = partBytes
  return limits
}

@Test(arguments: [1, 2, 3, 7, 16, 17, 18, 19, 64, 100, 1000], ["", "\n", "\r\n\n\n"])
func `whatever a part's size, documents and places are the same`(size: Int, end: String) throws {
  let folder = try Folder()
  let text = lines + end
  try folder.write("a.ndjson", text)
  let whole = try folder.read(limits(partBytes: text.utf8.count))
  #expect(whole.documents.count == 4)
  #expect(whole.map(\.place) == [1, 2, 4, 5, 8, 9].map { "a.ndjson:\($0)" })
  #expect(try folder.read(limits(partBytes: size)) == whole)
}

@Test(arguments: 1...20 as ClosedRange<UInt64>)
func `parts of random lines read like one`(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let choices = ["\n", "\n", "\r\n", "{\"text\": \"ж\"}\n", "{}\n", "x", " ", "{\"text\": \"a\"}"]
  let text = (0..<200).map { _ in choices.randomElement(using: &random) ?? "" }.joined()
  let folder = try Folder()
  try folder.write("a.ndjson", text)
  let size = Int.random(in: 1..<100, using: &random)
  #expect(try folder.read(limits(partBytes: size)) == folder.read())
}

@Test(arguments: [1, 5, 17, 18, 40, 1000])
func `parts are whole lines, follow each other and leave nothing out`(size: Int) throws {
  let folder = try Folder()
  try folder.write("a.ndjson", lines)
  let bytes = Array(lines.utf8)
  let parts = try folder.list().files.flatMap { $0.parts(limits(partBytes: size)) }
  var next = (offset: 0, line: 1)
  for part in parts {
    #expect(part.range.lowerBound == next.offset)
    #expect(part.firstLine == next.line)
    let lineEnds = bytes[part.range].count { $0 == UInt8(ascii: "\n") }
    #expect(part.range.upperBound == bytes.count || bytes[part.range.upperBound - 1] == 0x0A)
    next = (part.range.upperBound, part.firstLine + lineEnds)
  }
  #expect(next.offset == bytes.count)
  #expect((parts.count > 1) == (size < bytes.count))
}

@Test(arguments: ["a.txt", "a.json"])
func `a file that is not of lines is one part`(name: String) throws {
  let folder = try Folder()
  try folder.write(name, lines)
  let files = try folder.list().files
  let whole = files.map { DocumentPart(file: $0, range: 0..<lines.utf8.count) }
  #expect(whole.count == 1)
  #expect(files.flatMap { $0.parts(limits(partBytes: 1)) } == whole)
}

@Test(arguments: [0, 3, 40])
func `a line that does not fit is told by its number, and the others are read`(before: Int) throws {
  var limits = limits(partBytes: 16)
  limits.documentBytes = 20
  let folder = try Folder()
  let short = (0..<before).map { _ in "{\"text\": \"s\"}\n" }.joined()
  let endless = String(repeating: "x", count: 500)
  try folder.write("a.ndjson", short + endless + "\n{\"text\": \"last\"}\n")
  let results = try folder.read(limits)
  #expect(results.documents.count == before + 1)
  #expect(results.map(\.place).last == "a.ndjson:\(before + 2)")
  #expect(results.filter { $0.document.isFault }.map(\.place) == ["a.ndjson:\(before + 1)"])
}

extension Result {
  fileprivate var isFault: Bool {
    if case .failure = self { true } else { false }
  }
}

@Test func `a long file that gives nothing any more is one part, to be read and named`() throws {
  let folder = try Folder()
  let path = try folder.write("a.ndjson", "")
  let file = DocumentFile(path: path, name: "a.ndjson", format: .lines, size: 5000)
  var limits = IntakeLimits()
  limits.partBytes = 100
  #expect(file.parts(limits) == [DocumentPart(file: file, range: 0..<5000)])
}
