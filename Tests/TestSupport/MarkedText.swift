// Text with its expected ranges written into it.

/// `‹s:Ana› said ‹q:“we left”›` without its marks, and where they stood; marks may be nested.
package struct MarkedText: Sendable, CustomStringConvertible {
  package let description: String
  package private(set) var bytes: [UInt8] = []
  /// UTF-8 offsets into `bytes`, in the order in which the marks open.
  package private(set) var ranges: [(tag: String, range: Range<Int>)] = []

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Marks that are not closed, or have no tag, end the program: the test is written wrongly.
  package init(_ marked: String) {
    description = marked
    var open: [Int] = []
    var rest = marked[...]
    while let character = rest.popFirst() {
      switch character {
      case "‹":
        let tag = rest.prefix { $0 != ":" }
        rest = rest.dropFirst(tag.count + 1)
        open.append(ranges.count)
        ranges.append((String(tag), bytes.count..<bytes.count))
      case "›":
        guard let index = open.popLast() else { fatalError("never opened: \(marked)") }
        ranges[index].range = ranges[index].range.lowerBound..<bytes.count
      default: bytes += Array(String(character).utf8)
      }
    }
    if !open.isEmpty { fatalError("never closed: \(marked)") }
  }

  /// The ranges of one tag.
  package subscript(tag: String) -> [Range<Int>] {
    ranges.filter { $0.tag == tag }.map { $0.range }
  }

  /// The words of one tag.
  package func words(_ tag: String) -> [String] { self[tag].map { words($0) } }

  package func words(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
