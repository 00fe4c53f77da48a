// Pieces of a text, cut into lines.

import Platform

struct Lines {
  /// An official GeoNames line may have 10,000 characters of alternates.
  static let limit = 1 << 18
  /// Some editors put it in front of a text.
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The beginning of a line whose end has not come; no more than the limit and a piece.
  private var rest: [UInt8] = []
  private var isTooLong = false
  private var number = 0

  mutating func take(
    _ piece: [UInt8], _ body: (Int, TableFile.Line) throws(TableError) -> Void
  ) throws(TableError) {
    var start = 0
    while let end = ByteSearch.firstIndex(of: UInt8(ascii: "\n"), in: piece.span, from: start) {
      if rest.isEmpty && !isTooLong {
        try give(piece[start..<end], body)
      } else {
        keep(piece[start..<end])
        try giveRest(body)
      }
      start = end + 1
    }
    keep(piece[start...])
  }

  mutating func finish(
    _ body: (Int, TableFile.Line) throws(TableError) -> Void
  ) throws(TableError) {
    if !rest.isEmpty || isTooLong { try giveRest(body) }
  }

  private mutating func keep(_ part: ArraySlice<UInt8>) {
    if isTooLong { return }
    rest += part
    isTooLong = rest.count > Self.limit
    if isTooLong { rest = [] }
  }

  private mutating func giveRest(
    _ body: (Int, TableFile.Line) throws(TableError) -> Void
  ) throws(TableError) {
    let line = rest
    rest = []
    if isTooLong {
      isTooLong = false
      number += 1
      return try body(number, .failure(Self.tooLong))
    }
    try give(line[...], body)
  }

  private mutating func give(
    _ line: ArraySlice<UInt8>, _ body: (Int, TableFile.Line) throws(TableError) -> Void
  ) throws(TableError) {
    number += 1
    var line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    if number == 1 && line.starts(with: Self.byteOrderMark) { line = line.dropFirst(3) }
    if line.isEmpty || line.first == UInt8(ascii: "#") { return }
    if line.count > Self.limit { return try body(number, .failure(Self.tooLong)) }
    try body(number, Self.isUTF8(line) ? .success(line) : .failure(RowFault("a line is UTF-8")))
  }

  private static let tooLong = RowFault("a line has at most \(limit) bytes")

  private static func isUTF8(_ line: ArraySlice<UInt8>) -> Bool {
    (try? UTF8Span(validating: line.span)) != nil
  }
}
