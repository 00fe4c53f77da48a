// The gazetteer's image, mapped and checked.

import Digests
import Platform

/// A checked image: what its header says is true, and its body is what was written.
///
/// Numbers are read through a pointer of its own: calls into another target are not inlined, and
/// a search for a name reads a dozen.
@safe
struct Image: Sendable {
  private let file: MappedFile
  // SAFETY: `file` keeps these bytes mapped as long as the image lives.
  nonisolated(unsafe) private let base: UnsafeRawPointer
  private let byteCount: Int
  let rowCount: Int
  let nameCount: Int
  private let sections: InlineArray<18, SectionRange>

  /// - Parameter sources: what it must have been made from; nil takes any.
  init(_ file: MappedFile, sources: Digest?) throws(ImageFault) {
    try Self.checkHeader(file)
    if let sources, !Self.isMade(file, from: sources) { throw .otherSources }
    if file.load(ImageHeader.bodyChecksumAt, as: UInt64.self) != Self.bodySum(file) {
      throw .damaged
    }
    self.file = file
    unsafe base = file.base
    byteCount = file.count
    rowCount = file.load(ImageHeader.rowCountAt, as: Int.self)
    nameCount = file.load(ImageHeader.nameCountAt, as: Int.self)
    sections = InlineArray { index in
      let at = ImageHeader.sectionsAt + index * 16
      return SectionRange(
        start: file.load(at, as: Int.self), count: file.load(at + 8, as: Int.self))
    }
  }

  var bodyChecksum: UInt64 { file.load(ImageHeader.bodyChecksumAt, as: UInt64.self) }

  /// Number `index` of a section of numbers.
  @inline(__always)
  func number<Number: FixedWidthInteger & BitwiseCopyable>(
    _ section: Section, _ index: Int, as type: Number.Type = UInt32.self
  ) -> Number {
    let size = MemoryLayout<Number>.size
    let offset = sections[section.rawValue].start + index * size
    precondition(offset >= 0 && offset <= byteCount - size, "outside the image")
    // SAFETY: inside the image, and every bit pattern is an integer.
    return unsafe base.loadUnaligned(fromByteOffset: offset, as: type)
  }

  /// Text `index` that a section cuts out of the strings.
  func text(_ section: Section, _ index: Int) -> String {
    withBytes(textRange(section, index)) { bytes in
      unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
  }

  /// The same, its bytes handed out for the length of the call.
  @inline(__always)
  func withText(_ section: Section, _ index: Int, _ body: (Span<UInt8>) -> Void) {
    withBytes(textRange(section, index), body)
  }

  /// Where such a text stands in the file.
  func textRange(_ section: Section, _ index: Int) -> Range<Int> {
    let start = sections[Section.strings.rawValue].start
    return (start + Int(number(section, index)))..<(start + Int(number(section, index + 1)))
  }

  /// Whether these bytes stand at an offset of the file.
  @inline(__always)
  func holds(_ bytes: Span<UInt8>, at start: Int) -> Bool {
    withBytes(start..<(start + bytes.count)) { there in
      for index in bytes.indices where there[index] != bytes[index] { return false }
      return true
    }
  }

  /// Hands out the bytes of a range, for the length of the call.
  @inline(__always)
  func withBytes<Result>(_ range: Range<Int>, _ body: (Span<UInt8>) -> Result) -> Result {
    precondition(range.lowerBound >= 0 && range.upperBound <= byteCount, "outside the image")
    // SAFETY: inside the image, which stays mapped as long as `self` lives.
    let start = unsafe (base + range.lowerBound).assumingMemoryBound(to: UInt8.self)
    return body(unsafe UnsafeBufferPointer(start: start, count: range.count).span)
  }

  /// A copy of the bytes of a range.
  func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> {
    withBytes(range) { bytes in unsafe bytes.withUnsafeBufferPointer { unsafe Array($0)[...] } }
  }

  /// Where a section stands in the file.
  func range(_ section: Section) -> SectionRange { sections[section.rawValue] }

  /// Every byte is looked at, on all processors: so a damaged image is seen before it is used, and
  /// half a gigabyte in memory takes 40 ms on two of them.
  private static func bodySum(_ file: MappedFile) -> UInt64 {
    let pieces = (file.count - ImageHeader.size + Checksum.pieceBytes - 1) / Checksum.pieceBytes
    let sum = Lock<UInt64>(0)
    Threads.divide(pieces) { piece in
      let start = ImageHeader.size + piece * Checksum.pieceBytes
      let range = start..<min(start + Checksum.pieceBytes, file.count)
      let part = file.withBytes(range) { Checksum.of($0, piece: piece) }
      sum.withLock { $0 &+= part }
    }
    return sum.withLock { $0 }
  }

  private static func checkHeader(_ file: MappedFile) throws(ImageFault) {
    guard hasMagic(file) else { throw .notAnImage }
    guard file.count >= ImageHeader.size else { throw .wrongLength }
    switch file.load(ImageHeader.orderAt, as: UInt32.self) {
    case ImageHeader.orderMark: break
    case ImageHeader.orderMark.byteSwapped: throw .otherByteOrder
    default: throw .damaged
    }
    if file.load(ImageHeader.versionAt, as: UInt32.self) != ImageHeader.version {
      throw .otherVersion
    }
    let sum = file.withBytes(0..<ImageHeader.checksumAt) { Checksum.of($0) }
    if file.load(ImageHeader.checksumAt, as: UInt64.self) != sum { throw .damaged }
    if file.load(ImageHeader.lengthAt, as: Int.self) != file.count { throw .wrongLength }
    if file.load(ImageHeader.foldingChecksumAt, as: UInt64.self) != FoldingText.checksum {
      throw .otherVersion
    }
  }

  /// Whether a header says that the image was made from these sources; nothing else is checked.
  static func isMade(_ file: MappedFile, from sources: Digest) -> Bool {
    let digits = Array(sources.hexadecimal.utf8)
    let at = ImageHeader.digestAt
    guard hasMagic(file), file.count >= ImageHeader.size else { return false }
    return file.withBytes(at..<(at + digits.count)) { bytes in
      digits.indices.allSatisfy { bytes[$0] == digits[$0] }
    }
  }

  /// Whether a file begins as an image does, as far as it goes.
  static func hasMagic(_ file: MappedFile) -> Bool {
    let magic = ImageHeader.magic
    return file.withBytes(0..<min(file.count, magic.count)) { bytes in
      bytes.indices.allSatisfy { bytes[$0] == magic[$0] }
    }
  }
}
