// The files of a folder: which are read, in which order, in which parts.

import Foundation

/// How a file's bytes are read, by its ending.
package enum DocumentFormat: Sendable, CaseIterable {
  case text, json, lines

  package static let endings = [".txt", ".md", ".json", ".ndjson", ".jsonl"]

  package init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[dot...].dropFirst().lowercased() {
    case "txt", "md": self = .text
    case "json": self = .json
    case "ndjson", "jsonl": self = .lines
    default: return nil
    }
  }
}

/// A file to be read.
package struct DocumentFile: Equatable, Sendable {
  /// Where it is.
  package let path: String
  /// What it is called in messages: its path below the folder that was named.
  package let name: String
  package let format: DocumentFormat
  package let size: Int
  /// Nil where nobody looked.
  package let stamp: FileStamp?

  package init(
    path: String, name: String, format: DocumentFormat, size: Int, stamp: FileStamp? = nil
  ) {
    self.stamp = stamp
    self.path = path
    self.name = name
    self.format = format
    self.size = size
  }

  /// Whether nothing has changed about it since it was listed.
  package var isAsListed: Bool { FileStatus(path)?.stamp == stamp }

  /// Whether it is the file at a path, or one below it.
  func isWithin(_ path: String) -> Bool {
    let rest = self.path.utf8.dropFirst(path.utf8.count)
    return self.path.utf8.starts(with: path.utf8)
      && (rest.first ?? UInt8(ascii: "/")) == UInt8(ascii: "/")
  }

  /// The name without folders and ending, which is the id of a document that has none.
  package var stem: String {
    let last = name.split(separator: "/").last ?? ""
    return String(last.prefix(upTo: last.lastIndex(of: ".") ?? last.endIndex))
  }
}

/// A part of a file that one worker reads: all of it, or some lines of a long one.
package struct DocumentPart: Equatable, Sendable {
  package let file: DocumentFile
  /// Bytes of the file; of a file of lines, whole lines.
  package let range: Range<Int>
  /// The number of the first line, from 1.
  package let firstLine: Int

  package init(file: DocumentFile, range: Range<Int>, firstLine: Int = 1) {
    self.file = file
    self.range = range
    self.firstLine = firstLine
  }
}

extension DocumentFile {
  /// The parts of the file, in order; only files of lines have more than one.
  ///
  /// - Complexity: a long file of lines is read once, to find where its lines end.
  package func parts(_ limits: IntakeLimits) -> [DocumentPart] {
    guard format == .lines, size > limits.partBytes,
      let handle = FileHandle(forReadingAtPath: path)
    else { return [DocumentPart(file: self, range: 0..<size)] }
    defer { try? handle.close() }
    var cutter = PartCutter(file: self)
    while let block = try? handle.read(upToCount: limits.partBytes), !block.isEmpty {
      cutter.take([UInt8](block))
    }
    let parts = cutter.finish()
    // What gives nothing any more is still a file that was to be read.
    return parts.isEmpty ? [DocumentPart(file: self, range: 0..<size)] : parts
  }
}

/// Cuts a file behind the last line end of each block, and behind a line that is longer than one.
private struct PartCutter {
  let file: DocumentFile
  private var parts: [DocumentPart] = []
  private var start = 0
  private var offset = 0
  private var firstLine = 1

  private static let lineFeed = UInt8(ascii: "\n")

  init(file: DocumentFile) { self.file = file }

  mutating func take(_ block: [UInt8]) {
    var rest = block[...]
    if offset - start >= block.count, let first = rest.firstIndex(of: Self.lineFeed) {
      cut(at: offset + first + 1, lines: 1)
      rest = rest[(first + 1)...]
    }
    if let last = rest.lastIndex(of: Self.lineFeed) {
      cut(at: offset + last + 1, lines: rest.count { $0 == Self.lineFeed })
    }
    offset += block.count
  }

  mutating func finish() -> [DocumentPart] {
    if offset > start { cut(at: offset, lines: 1) }
    return parts
  }

  private mutating func cut(at end: Int, lines: Int) {
    parts.append(DocumentPart(file: file, range: start..<end, firstLine: firstLine))
    start = end
    firstLine += lines
  }
}
