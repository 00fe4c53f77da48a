// Lines of standard input, one by one, however long the input is.

import Platform

/// A line and its number, from 1.
struct Line: Equatable, Sendable {
  let number: Int
  let content: Content

  enum Content: Equatable, Sendable {
    case bytes([UInt8])
    /// It was longer than is taken; so many bytes.
    case tooLong(Int)
  }
}

/// Cuts a stream at its line feeds; it keeps one line at a time, and of a line that is too long
/// nothing.
struct LineReader {
  private let limit: Int
  /// Fills a buffer with what comes next; 0 at the end.
  private let read: (inout [UInt8]) throws(SystemError) -> Int
  private var block: [UInt8]
  /// What of the block is still to be looked at.
  private var rest = 0..<0
  private var number = 0

  init(
    limit: Int, blockBytes: Int = 256 * 1024,
    read: @escaping (inout [UInt8]) throws(SystemError) -> Int
  ) {
    self.limit = limit
    self.read = read
    block = Array(repeating: 0, count: blockBytes)
  }

  /// The next line without its end; nil after the last.
  mutating func next() throws(SystemError) -> Line? {
    var bytes: [UInt8] = []
    var size = 0
    while true {
      if rest.isEmpty { rest = 0..<(try read(&block)) }
      if rest.isEmpty { return size == 0 ? nil : line(bytes, size) }
      let end = block[rest].firstIndex(of: UInt8(ascii: "\n"))
      let part = rest.lowerBound..<(end ?? rest.upperBound)
      size += part.count
      if size <= limit { bytes.append(contentsOf: block[part]) } else { bytes = [] }
      rest = (end.map { $0 + 1 } ?? rest.upperBound)..<rest.upperBound
      if end != nil { return line(bytes, size) }
    }
  }

  private mutating func line(_ bytes: [UInt8], _ size: Int) -> Line {
    number += 1
    return Line(number: number, content: size > limit ? .tooLong(size) : .bytes(bytes))
  }
}
