// Puts an image together, section by section.

import Digests

/// The bytes of an image; sections are written in the order of `Section`.
struct ImageWriter {
  private var bytes = [UInt8](repeating: 0, count: ImageHeader.size)
  private var written = 0

  mutating func add<Number: FixedWidthInteger & BitwiseCopyable>(
    _ section: Section, _ numbers: [Number]
  ) {
    precondition(section.rawValue == written, "out of order")
    // Whole cache lines, so that a slot never lies across two.
    bytes.append(contentsOf: repeatElement(0, count: -bytes.count & 63))
    put(Int64(bytes.count), at: ImageHeader.sectionsAt + written * 16)
    put(Int64(numbers.count), at: ImageHeader.sectionsAt + written * 16 + 8)
    unsafe numbers.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    written += 1
  }

  /// Fills in the header; the whole image.
  consuming func finish(rowCount: Int, nameCount: Int, sources: Digest) -> [UInt8] {
    precondition(written == Section.allCases.count, "a section is missing")
    let body = Checksum.of(bytes.span.extracting(ImageHeader.size...))
    bytes.replaceSubrange(0..<ImageHeader.magic.count, with: ImageHeader.magic)
    put(ImageHeader.orderMark, at: ImageHeader.orderAt)
    put(ImageHeader.version, at: ImageHeader.versionAt)
    put(Int64(bytes.count), at: ImageHeader.lengthAt)
    put(body, at: ImageHeader.bodyChecksumAt)
    let digits = Array(sources.hexadecimal.utf8)
    bytes.replaceSubrange(
      ImageHeader.digestAt..<(ImageHeader.digestAt + digits.count), with: digits)
    put(Int64(rowCount), at: ImageHeader.rowCountAt)
    put(Int64(nameCount), at: ImageHeader.nameCountAt)
    put(FoldingText.checksum, at: ImageHeader.foldingChecksumAt)
    put(Checksum.of(bytes.span.extracting(..<ImageHeader.checksumAt)), at: ImageHeader.checksumAt)
    return bytes
  }

  private mutating func put<Number: FixedWidthInteger>(_ number: Number, at offset: Int) {
    for index in 0..<MemoryLayout<Number>.size {
      #if _endian(little)
        bytes[offset + index] = UInt8(truncatingIfNeeded: number >> (8 * index))
      #else
        bytes[offset + index] = UInt8(
          truncatingIfNeeded: number >> (8 * (MemoryLayout<Number>.size - 1 - index)))
      #endif
    }
  }
}
