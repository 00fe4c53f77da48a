// Fields that are lists: entity tags and Connection.

import HTTP

enum FieldsPart {
  static func fault(in input: [UInt8]) -> String? {
    tagFault(input) ?? connectionFault(input)
  }

  // MARK: - Entity tags

  /// A tag is found in a list of tags that it is put into, and only there.
  private static func tagFault(_ input: [UInt8]) -> String? {
    let tag = EntityTag(opaque: "abc-1")
    _ = tag.isListed(in: input.span)
    var reader = InputReader(input)
    let isWeak = reader.choice(below: 2) == 1
    let others = tags(&reader).filter { $0 != Array(tag.text.utf8) }
    let place = reader.choice(below: others.count + 1)
    let own = Array((isWeak ? "W/" : "").utf8) + Array(tag.text.utf8)
    let list = Array(others[..<place]) + [own] + Array(others[place...])
    if tag.isListed(in: joined(others).span) { return "found where it is not: \(joined(others))" }
    return tag.isListed(in: joined(list).span) ? nil : "not found: \(joined(list))"
  }

  /// Tags of the grammar: a comma may stand in them.
  private static func tags(_ reader: inout InputReader) -> [[UInt8]] {
    let quote = UInt8(ascii: "\"")
    return (0..<reader.choice(below: 4)).map { _ in
      let letters = (0..<reader.choice(below: 6)).map { _ in
        UInt8(0x23 + reader.choice(below: 0x5C))
      }
      return [quote] + letters + [quote]
    }
  }

  private static func joined(_ list: [[UInt8]]) -> [UInt8] {
    Array(list.joined(separator: Array(", ".utf8)))
  }

  // MARK: - Connection

  /// Whoever says `close` in any line means it, and nobody else.
  private static func connectionFault(_ input: [UInt8]) -> String? {
    let line = Array("\r\nConnection: ".utf8)
    let lines = input.split(separator: 0).flatMap { line + $0 }
    let bytes = Array("GET / HTTP/1.1\r\nHost: a".utf8) + lines + Array("\r\n\r\n".utf8)
    var head = RequestHead()
    guard head.parse(bytes.span, limits: Limits()) == .complete(consumed: bytes.count) else {
      return nil
    }
    let values = head.fields.filter { $0.known == .connection }.map { bytes[$0.value] }
    let options = values.flatMap { $0.split(separator: UInt8(ascii: ",")) }
    let closes = options.contains(where: isClose)
    return closes == !head.keepsAlive ? nil : "closes \(closes), keeps alive \(head.keepsAlive)"
  }

  private static func isClose(_ option: ArraySlice<UInt8>) -> Bool {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    let trimmed = option.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
    return trimmed.map { $0 | 0x20 } == Array("close".utf8)
  }
}
