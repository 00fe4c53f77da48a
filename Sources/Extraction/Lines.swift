// Lines into paragraphs.

/// A paragraph is a line; where empty lines part the paragraphs, the lines of one are joined.
enum Lines {
  /// Lengths in bytes of lines that a program may have broken.
  private static let wrapped = 45...100

  static func paragraphs(of bytes: [UInt8]) -> [Range<Int>] {
    let lines = split(bytes)
    let hasGaps = lines.contains { $0.isAfterGap }
    var paragraphs: [Range<Int>] = []
    for line in lines {
      if let last = paragraphs.last, !line.isAfterGap,
        continues(last, line.range, bytes, hasGaps, lastLine: line.previousLength)
      {
        paragraphs[paragraphs.count - 1] = last.lowerBound..<line.range.upperBound
      } else {
        paragraphs.append(line.range)
      }
    }
    return paragraphs
  }

  private struct Line {
    let range: Range<Int>
    /// An empty line stands before it.
    let isAfterGap: Bool
    let previousLength: Int
  }

  private static func split(_ bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    var gaps = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      let range = trim(start..<end, bytes)
      if range.isEmpty {
        gaps += 1
      } else {
        lines.append(
          Line(
            range: range, isAfterGap: gaps > 0 && !lines.isEmpty,
            previousLength: lines.last?.range.count ?? 0))
        gaps = 0
      }
      start = end + 1
      if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { start += 1 }
    }
    return lines
  }

  private static func trim(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, let length = space(at: start, bytes, end) { start += length }
    while start < end, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  private static func space(at index: Int, _ bytes: [UInt8], _ end: Int) -> Int? {
    let scalar = Scalar(bytes, index, end)
    return scalar.kind == .space ? scalar.length : nil
  }

  /// True where a line break inside a paragraph is only for the width of the page.
  private static func continues(
    _ last: Range<Int>, _ next: Range<Int>, _ bytes: [UInt8], _ hasGaps: Bool, lastLine: Int
  ) -> Bool {
    let ending = bytes[last.upperBound - 1]
    let isOpen = ending.isASCIILetter || ending == 0x2C || ending == 0x2D || ending >= 0x80
    guard isOpen, lastLine >= wrapped.lowerBound else { return false }
    let first = bytes[next.lowerBound]
    if first.isASCIILetter, !first.isASCIICapital { return true }
    return hasGaps && wrapped.contains(lastLine)
  }
}
