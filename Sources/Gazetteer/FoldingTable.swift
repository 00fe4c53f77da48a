// What each character folds to, in two stages of tables read once out of folding.txt.

import CFolding

/// Blocks of 128 characters; most of Unicode shares the block in which nothing changes.
///
/// Plain pointers that live as long as the program, so that using the table counts no references.
@safe
struct FoldingTable: Sendable {
  static let shared = FoldingTable(FoldingText.parse())

  private static let blockBits: UInt32 = 7
  private static let blockSize = 128

  // SAFETY: filled in `init`, never changed or freed after it.
  nonisolated(unsafe) private let blocks: UnsafePointer<UInt16>
  nonisolated(unsafe) private let entries: UnsafePointer<UInt32>
  nonisolated(unsafe) private let texts: UnsafePointer<UInt8>
  nonisolated(unsafe) private let asciis: UnsafePointer<UInt8>

  /// The byte that an ASCII character becomes; 0 for nothing.
  @inline(__always)
  func ascii(_ byte: UInt8) -> UInt8 { unsafe asciis[Int(byte & 0x7F)] }

  /// Where the text stands that a character becomes; nil for the character itself.
  func range(of scalar: UInt32) -> Range<Int>? {
    precondition(scalar < 0x11_0000, "no scalar")
    // SAFETY: there is a block for every scalar and an entry for each of its characters.
    let block = unsafe Int(blocks[Int(scalar >> Self.blockBits)])
    let entry = unsafe entries[block * Self.blockSize + Int(scalar) % Self.blockSize]
    if entry == 0 { return nil }
    let start = Int(entry >> 8)
    return start..<(start + Int(entry & 0x7F))
  }

  /// A byte of such a text.
  func byte(_ position: Int) -> UInt8 { unsafe texts[position] }

  private init(_ changes: [FoldingText.Change]) {
    var blocks = [UInt16](repeating: 0, count: 0x11_0000 >> Int(Self.blockBits))
    var entries = [UInt32](repeating: 0, count: Self.blockSize)
    var texts: [UInt8] = []
    var asciis = (0..<128).map { UInt8($0) }
    for change in changes {
      let block = Int(change.scalar >> Self.blockBits)
      if blocks[block] == 0 {
        blocks[block] = UInt16(entries.count / Self.blockSize)
        entries += [UInt32](repeating: 0, count: Self.blockSize)
      }
      let slot = Int(blocks[block]) * Self.blockSize + Int(change.scalar) % Self.blockSize
      entries[slot] = UInt32(texts.count) << 8 | 0x80 | UInt32(change.becomes.count)
      texts += change.becomes
      if change.scalar < 0x80 { asciis[Int(change.scalar)] = change.becomes.first ?? 0 }
    }
    unsafe self.blocks = Self.lasting(blocks)
    unsafe self.entries = Self.lasting(entries)
    unsafe self.texts = Self.lasting(texts)
    unsafe self.asciis = Self.lasting(asciis)
  }

  private static func lasting<Number: BitwiseCopyable>(_ numbers: [Number]) -> UnsafePointer<Number>
  {
    let copy = UnsafeMutableBufferPointer<Number>.allocate(capacity: numbers.count + 1)
    _ = unsafe copy.initialize(from: numbers)
    guard let start = copy.baseAddress else { fatalError("out of memory") }
    return unsafe UnsafePointer(start)
  }
}

/// The lines of folding.txt: a code point, a space, a text; `-` is nothing, `_` a space.
enum FoldingText {
  struct Change {
    let scalar: UInt32
    let becomes: [UInt8]
  }

  static func parse() -> [Change] {
    // SAFETY: the linker has put `folding_text_size` constant bytes there.
    let text = unsafe UnsafeRawBufferPointer(start: folding_text, count: folding_text_size)
    return unsafe text.split(separator: UInt8(ascii: "\n")).compactMap { line in
      unsafe change(in: Array(line))
    }
  }

  /// Tells this table from others.
  static var checksum: UInt64 {
    // SAFETY: as above.
    let text = unsafe UnsafeBufferPointer(start: folding_text, count: folding_text_size)
    return unsafe Checksum.of(text.span)
  }

  private static func change(in line: [UInt8]) -> Change? {
    guard let space = line.firstIndex(of: UInt8(ascii: " ")),
      let scalar = UInt32(String(decoding: line[..<space], as: UTF8.self), radix: 16)
    else { return nil }
    let becomes = Array(line[(space + 1)...])
    switch becomes {
    case [UInt8(ascii: "-")]: return Change(scalar: scalar, becomes: [])
    case [UInt8(ascii: "_")]: return Change(scalar: scalar, becomes: [UInt8(ascii: " ")])
    default: return Change(scalar: scalar, becomes: becomes)
    }
  }
}
