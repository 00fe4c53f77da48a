// Sorted runs of names, read as one.

import Platform

/// Hands out each folded name once, in bytewise order, with all who bear it.
struct NameMerge {
  private var runs: [NameRun]

  init(_ ranges: [Range<Int>], in spill: Spill) throws(SystemError) {
    runs = []
    for range in ranges { runs.append(try NameRun(range, in: spill)) }
  }

  /// Takes the next name; false after the last.
  mutating func next(_ name: inout [UInt8], _ bearers: inout [NameBearer]) throws(SystemError)
    -> Bool
  {
    guard let first = least else { return false }
    runs[first].copyName(to: &name)
    bearers.removeAll(keepingCapacity: true)
    for index in first..<runs.count {
      while runs[index].holds(name) {
        bearers.append(runs[index].bearer)
        try runs[index].advance()
      }
    }
    return true
  }

  /// The first of the runs that stand at the least name.
  private var least: Int? {
    var least: Int?
    for index in runs.indices where !runs[index].isAtEnd {
      guard let best = least else { least = index; continue }
      if runs[index].isBefore(runs[best]) { least = index }
    }
    return least
  }
}

/// A run, at one of its names.
struct NameRun {
  private static let pieceBytes = 1 << 18

  private let spill: Spill
  /// What of the run is not in the piece yet.
  private var rest: Range<Int>
  private var piece: [UInt8] = []
  private var at = 0
  private var nameBytes = 0
  private var prefix: UInt64 = 0

  init(_ range: Range<Int>, in spill: Spill) throws(SystemError) {
    self.spill = spill
    rest = range
    try read()
  }

  var isAtEnd: Bool { at >= piece.count }

  var bearer: NameBearer {
    let spelling = piece.number(at: at + 4)
    return NameBearer(
      row: piece.number(at: at), isPrimary: piece.number(at: at + 10, as: UInt16.self) != 0,
      spelling: spelling == noRow ? nil : spelling)
  }

  func copyName(to name: inout [UInt8]) {
    name.removeAll(keepingCapacity: true)
    name.append(contentsOf: piece[nameRange])
  }

  func holds(_ name: [UInt8]) -> Bool {
    !isAtEnd && nameBytes == name.count && piece.span.extracting(nameRange).starts(with: name)
  }

  func isBefore(_ other: NameRun) -> Bool {
    if prefix != other.prefix { return prefix < other.prefix }
    return NameEntry.isBefore(
      piece.span.extracting(nameRange), other.piece.span.extracting(other.nameRange))
  }

  mutating func advance() throws(SystemError) {
    at = nameRange.upperBound
    try read()
  }

  private var nameRange: Range<Int> {
    (at + NameRecord.headBytes)..<(at + NameRecord.headBytes + nameBytes)
  }

  /// Reads the entry that stands here.
  private mutating func read() throws(SystemError) {
    let needed = NameRecord.headBytes + Int(UInt16.max)
    if piece.count - at < needed && !rest.isEmpty { try fill() }
    if isAtEnd { return }
    nameBytes = Int(piece.number(at: at + 8, as: UInt16.self))
    prefix = NameEntry.prefix(piece.span.extracting(nameRange))
  }

  private mutating func fill() throws(SystemError) {
    var more = [UInt8](repeating: 0, count: min(Self.pieceBytes, rest.count))
    let count = try spill.read(at: rest.lowerBound, into: &more)
    precondition(count == more.count, "a run is shorter than it was")
    piece.removeFirst(at)
    piece += more
    at = 0
    rest = (rest.lowerBound + count)..<rest.upperBound
  }
}
