// Files as they are mapped.

import Foundation
import Platform
import TestSupport
import Testing

private func bytes(_ file: MappedFile) -> [UInt8] {
  file.withBytes(0..<file.count) { bytes in bytes.indices.map { bytes[$0] } }
}

@Test(arguments: [0, 1, 4095, 4096, 4097, 100_000])
func `a file is mapped with all its bytes`(count: Int) throws {
  let content = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
  let folder = try Folder()
  #expect(bytes(try MappedFile(path: try folder.write("f", content))) == content)
  #expect(bytes(MappedFile(copying: content.span)) == content)
  #expect(bytes(try MappedFile(unlinked: content.span)) == content)
}

@Test func `numbers are read at any offset, in the machine's order`() {
  let file = MappedFile(copying: ([0xFF, 1, 2, 3, 4, 5, 6, 7, 8] as [UInt8]).span)
  #expect(file.load(1, as: UInt64.self).littleEndian == 0x0807_0605_0403_0201)
  #expect(file.load(7, as: UInt16.self).littleEndian == 0x0807)
  #expect(file.load(0, as: UInt8.self) == 0xFF)
}

@Test func `what cannot be mapped is told by its path`() throws {
  let folder = try Folder()
  let missing = #expect(throws: SystemError.self) { try MappedFile(path: folder.path + "/none") }
  #expect(missing?.isNoSuchFile == true)
  #expect(missing?.call == "open \(folder.path)/none")
  let isFolder = #expect(throws: SystemError.self) { try MappedFile(path: folder.path) }
  #expect(isFolder?.call == "mmap \(folder.path)")
}

@Test func `a mapped file keeps its bytes when another takes its place`() throws {
  let folder = try Folder()
  let path = try folder.write("f", "before")
  let mapped = try MappedFile(path: path)
  try AtomicFile.write(Array("after".utf8).span, to: path)
  #expect(bytes(mapped) == Array("before".utf8))
  #expect(bytes(try MappedFile(path: path)) == Array("after".utf8))
}

@Test func `reading outside a file ends the program`() async {
  await #expect(processExitsWith: .failure) {
    let file = MappedFile(copying: ([1, 2, 3] as [UInt8]).span)
    _ = file.load(2, as: UInt16.self)
  }
  await #expect(processExitsWith: .failure) {
    let file = MappedFile(copying: ([1, 2, 3] as [UInt8]).span)
    _ = file.load(-1, as: UInt8.self)
  }
  await #expect(processExitsWith: .failure) {
    MappedFile(copying: ([1, 2, 3] as [UInt8]).span).withBytes(1..<4) { _ in }
  }
}
