// Puts an image together, section by section.

import Digests
import Platform

/// Writes sections in the order of `Section`, into memory or into a file; of a file it holds one
/// piece at a time.
struct ImageWriter: ~Copyable {
  private var header = [UInt8](repeating: 0, count: ImageHeader.size)
  /// What is not in the file yet: all of it without one.
  private var bytes: [UInt8] = []
  private var file: NewFile?
  private var length = ImageHeader.size
  /// Of the body's pieces that are in the file.
  private var checksum: UInt64 = 0
  private var pieces = 0
  private var sections = 0

  /// - Parameter path: where the image goes; nil for memory.
  init(path: String?) throws(SystemError) {
    if let path {
      file = try NewFile(path: path)
      try file?.append(header.span)
    }
  }

  /// Begins a section at a whole cache line, so that a slot never lies across two.
  mutating func begin(_ section: Section) throws(SystemError) {
    precondition(section.rawValue == sections, "out of order")
    try append([UInt8](repeating: 0, count: -length & 63).span)
    put(Int64(length), at: ImageHeader.sectionsAt + sections * 16)
    sections += 1
  }

  /// Adds bytes to the section.
  mutating func append(_ added: Span<UInt8>) throws(SystemError) {
    unsafe added.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    length += added.count
    if file != nil && bytes.count >= Checksum.pieceBytes { try writePieces() }
  }

  /// Ends the section, which holds so many numbers.
  mutating func end(count: Int) {
    put(Int64(count), at: ImageHeader.sectionsAt + (sections - 1) * 16 + 8)
  }

  mutating func add<Number: FixedWidthInteger & BitwiseCopyable>(
    _ section: Section, _ numbers: [Number]
  ) throws(SystemError) {
    try begin(section)
    let span = numbers.span
    for start in stride(from: 0, to: span.count, by: Checksum.pieceBytes) {
      let part = span.extracting(start..<min(span.count, start + Checksum.pieceBytes))
      try unsafe part.withUnsafeBytes { raw throws(SystemError) in
        // SAFETY: the bytes live during the call, and integers have no other bits.
        try unsafe raw.withMemoryRebound(to: UInt8.self) { bytes throws(SystemError) in
          try unsafe append(bytes.span)
        }
      }
    }
    end(count: numbers.count)
  }

  /// Fills in the header and moves the file to its place; the whole image where there is no file.
  consuming func finish(
    rowCount: Int, nameCount: Int, sources: Digest
  ) throws(SystemError) -> [UInt8] {
    precondition(sections == Section.allCases.count, "a section is missing")
    if file != nil { try writePieces() }
    sumRest()
    fillHeader(rowCount, nameCount, sources)
    if file == nil { return header + bytes }
    try file?.append(bytes.span)
    try file?.seek(0)
    try file?.append(header.span)
    try file?.moveToPlace()
    return []
  }

  /// Writes the whole pieces, and keeps what is over.
  private mutating func writePieces() throws(SystemError) {
    let whole = bytes
    bytes = []
    var done = 0
    while whole.count - done >= Checksum.pieceBytes {
      let piece = whole.span.extracting(done..<(done + Checksum.pieceBytes))
      sum(piece)
      try file?.append(piece)
      done += piece.count
    }
    bytes += whole[done...]
  }

  /// Adds the sum of all that is not in the file.
  private mutating func sumRest() {
    let rest = bytes
    for start in stride(from: 0, to: rest.count, by: Checksum.pieceBytes) {
      sum(rest.span.extracting(start..<min(rest.count, start + Checksum.pieceBytes)))
    }
  }

  private mutating func sum(_ piece: Span<UInt8>) {
    checksum &+= Checksum.of(piece, piece: pieces)
    pieces += 1
  }

  private mutating func fillHeader(_ rowCount: Int, _ nameCount: Int, _ sources: Digest) {
    header.replaceSubrange(0..<ImageHeader.magic.count, with: ImageHeader.magic)
    put(ImageHeader.orderMark, at: ImageHeader.orderAt)
    put(ImageHeader.version, at: ImageHeader.versionAt)
    put(Int64(length), at: ImageHeader.lengthAt)
    put(checksum, at: ImageHeader.bodyChecksumAt)
    let digits = Array(sources.hexadecimal.utf8)
    let digitsAt = ImageHeader.digestAt..<(ImageHeader.digestAt + digits.count)
    header.replaceSubrange(digitsAt, with: digits)
    put(Int64(rowCount), at: ImageHeader.rowCountAt)
    put(Int64(nameCount), at: ImageHeader.nameCountAt)
    put(FoldingText.checksum, at: ImageHeader.foldingChecksumAt)
    put(Checksum.of(header.span.extracting(..<ImageHeader.checksumAt)), at: ImageHeader.checksumAt)
  }

  private mutating func put<Number: FixedWidthInteger>(_ number: Number, at offset: Int) {
    for index in 0..<MemoryLayout<Number>.size {
      #if _endian(little)
        header[offset + index] = UInt8(truncatingIfNeeded: number >> (8 * index))
      #else
        header[offset + index] = UInt8(
          truncatingIfNeeded: number >> (8 * (MemoryLayout<Number>.size - 1 - index)))
      #endif
    }
  }
}
