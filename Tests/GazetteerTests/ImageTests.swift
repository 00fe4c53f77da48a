// No image is taken that is not the one that was written.

import Digests
import Platform
import TestSupport
import Testing

@testable import Gazetteer

private func smallImage() throws -> [UInt8] {
  try SmallTable([
    line("a", "Avon", also: "US|Ävon", in: "UA", "Unit", is: "country"), line("b", "Other"),
  ]).built.bytes
}

private func fault(_ bytes: [UInt8], sources: Digest? = nil) -> ImageFault? {
  do throws(ImageFault) {
    _ = try Gazetteer(MappedFile(copying: bytes.span), sources: sources)
    return nil
  } catch {
    return error
  }
}

/// An image with other bytes in its header, and a checksum that says that they are meant.
private func image(_ bytes: [UInt8], _ offset: Int, _ changed: [UInt8]) -> [UInt8] {
  var bytes = bytes
  bytes.replaceSubrange(offset..<(offset + changed.count), with: changed)
  let sum = Checksum.of(bytes.span.extracting(..<ImageHeader.checksumAt))
  let range = ImageHeader.checksumAt..<ImageHeader.size
  unsafe withUnsafeBytes(of: sum) { unsafe bytes.replaceSubrange(range, with: $0) }
  return bytes
}

@Test func `an image as it was written is taken`() throws {
  #expect(fault(try smallImage()) == nil)
}

@Test(arguments: [0x01, 0x80, 0xFF] as [UInt8])
func `every single byte that has changed is seen`(change: UInt8) throws {
  let written = try smallImage()
  var bytes = written
  for offset in bytes.indices {
    bytes[offset] ^= change
    let expected: ImageFault =
      switch offset {
      case ..<8: .notAnImage
      case 12..<16: .otherVersion
      default: .damaged
      }
    #expect(fault(bytes) == expected, "byte \(offset)")
    bytes[offset] = written[offset]
  }
}

@Test func `an image that ends too early or goes on is seen`() throws {
  let bytes = try smallImage()
  for count in bytes.indices {
    #expect(fault(Array(bytes[..<count])) == .wrongLength, "\(count) bytes")
  }
  #expect(fault(bytes + [0]) == .wrongLength)
  #expect(fault(bytes + bytes) == .wrongLength)
}

@Test(
  arguments: [
    ("order", ImageHeader.orderAt, [1, 2, 3, 4], ImageFault.otherByteOrder),
    ("version", ImageHeader.versionAt, [99, 0, 0, 0], .otherVersion),
    ("folding", ImageHeader.foldingChecksumAt, [1, 2, 3, 4, 5, 6, 7, 8], .otherVersion),
    ("length", ImageHeader.lengthAt, [1, 0, 0, 0, 0, 0, 0, 0], .wrongLength),
    ("body", ImageHeader.bodyChecksumAt, [1, 0, 0, 0, 0, 0, 0, 0], .damaged),
    ("magic", 0, Array("datelime".utf8), .notAnImage),
  ] as [(String, Int, [UInt8], ImageFault)])
func `a header that says something else is told as what it says`(
  name: String, offset: Int, changed: [UInt8], expected: ImageFault
) throws {
  #expect(fault(image(try smallImage(), offset, changed)) == expected)
}

@Test func `an image is known by the sources that it was made from`() throws {
  let table = try SmallTable([line("a", "Avon")])
  let digest = try table.sources.digest()
  var other = digest
  other.combine(1)
  #expect(fault(table.built.bytes, sources: digest) == nil)
  #expect(fault(table.built.bytes, sources: other) == .otherSources)
  let file = try table.folder.write("image", table.built.bytes)
  #expect(Gazetteer.isImage(file, madeFrom: digest))
  #expect(!Gazetteer.isImage(file, madeFrom: other))
  let cut = try table.folder.write("cut", table.built.bytes.dropLast())
  #expect(Gazetteer.isImage(cut, madeFrom: digest), "though it is damaged")
  for content in [[], Array("dateline".utf8), Array("text".utf8)] as [[UInt8]] {
    #expect(!Gazetteer.isImage(try table.folder.write("text", content), madeFrom: digest))
  }
  #expect(!Gazetteer.isImage(table.folder.path + "/none", madeFrom: digest))
}

@Test func `a file that cannot be read is told, and whether it is missing`() throws {
  let folder = try Folder()
  let missing = #expect(throws: ImageFault.self) { try Gazetteer(path: folder.path + "/none") }
  #expect(missing?.isMissing == true)
  #expect(missing.map { "\($0)" }?.contains("/none: No such file") == true)
  let isFolder = #expect(throws: ImageFault.self) { try Gazetteer(path: folder.path) }
  #expect(isFolder?.isMissing == false)
}

@Test func `the same sources make the same image`() throws {
  #expect(try smallImage() == smallImage())
}

@Test func `an image lives as long as its gazetteer, though its file is gone`() throws {
  var table: SmallTable? = try SmallTable([line("a", "Avon")])
  let bytes = try #require(table?.built.bytes)
  let path = try #require(try table?.folder.write("image", bytes))
  let gazetteer = try Gazetteer(path: path)
  table = nil
  #expect(gazetteer.ids("Avon") == ["a"])
}

@Test func `an image of several pieces is the same in a file, and damage in each piece is seen`()
  throws
{
  let names = (0..<5000).map { number in "\(number) \(String(repeating: "n", count: 990))" }
  let table = try SmallTable(names.enumerated().map { line("id\($0)", $1) })
  var bytes = table.built.bytes
  #expect(bytes.count > 2 * Checksum.pieceBytes)
  let path = table.folder.path + "/image"
  let built = try GazetteerBuilder.build(table.sources, to: path)
  #expect(built.bytes == [])
  #expect(try Gazetteer(path: path).fingerprint == table.gazetteer.fingerprint)
  for offset in stride(from: ImageHeader.size, to: bytes.count, by: Checksum.pieceBytes / 2) {
    bytes[offset] ^= 4
    #expect(fault(bytes) == .damaged, "byte \(offset)")
    bytes[offset] ^= 4
  }
  let start = ImageHeader.size
  for offset in 0..<1000 { bytes.swapAt(start + offset, start + Checksum.pieceBytes + offset) }
  #expect(fault(bytes) == .damaged)
}
