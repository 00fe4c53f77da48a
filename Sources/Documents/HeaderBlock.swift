// The lines ahead of a text that say where it comes from.

import Dates

/// `Name: value` lines, an empty line behind them.
struct HeaderBlock: Equatable {
  /// Names in small letters, in the order in which they came.
  var fields: [(name: String, value: String)] = []
  /// Where the text begins.
  var end = 0

  static func == (left: Self, right: Self) -> Bool {
    left.end == right.end && left.fields.elementsEqual(right.fields, by: ==)
  }

  /// The names that are understood. A text begins with a block if its first line has one of them.
  static let names = [
    "headline", "title", "published", "date", "source", "author", "url", "language",
  ]

  enum Reading: Equatable {
    case none
    case block(HeaderBlock)
    /// It begins like a block but is none: the line at fault and the reason.
    case broken(line: Int, reason: String)
  }

  static func read(_ text: [UInt8], _ limits: IntakeLimits) -> Reading {
    var block = HeaderBlock()
    for number in 1...(limits.headerLines + 1) {
      guard let line = nextLine(text, block.end, limits) else {
        let isEndless = text.count - block.end >= limits.fieldBytes
        let reason = isEndless ? "the line is too long" : "no empty line ends the block"
        return number == 1 ? .none : .broken(line: number, reason: reason)
      }
      block.end = line.next
      if line.content.isEmpty, number > 1 { return .block(block) }
      guard let field = field(line.content), number > 1 || names.contains(field.name) else {
        let reason = "“\(line.content.prefix(40))” is not “Name: value”"
        return number == 1 ? .none : .broken(line: number, reason: reason)
      }
      block.fields.append(field)
    }
    return .broken(line: limits.headerLines + 1, reason: "the block is too long")
  }

  /// A line's content, trimmed, and where the next begins; nil at the end and for endless lines.
  private static func nextLine(
    _ text: [UInt8], _ start: Int, _ limits: IntakeLimits
  ) -> (content: String, next: Int)? {
    let window = text[start...].prefix(limits.fieldBytes)
    guard let end = window.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    return (trimmed(String(decoding: text[start..<end], as: UTF8.self)), end + 1)
  }

  /// A name of one or two words of letters, a colon, a value.
  private static func field(_ line: String) -> (name: String, value: String)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let name = line[..<colon]
    guard !name.isEmpty, name.utf8.count <= 24,
      name.allSatisfy({ $0.isLetter || $0 == "-" || $0 == " " })
    else { return nil }
    return (name.lowercased(), trimmed(String(line[line.index(after: colon)...])))
  }

  static func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
