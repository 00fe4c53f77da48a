// Files that are whole or not there.

import Foundation
import Platform
import TestSupport
import Testing

private func names(_ folder: Folder) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
}

@Test(arguments: [0, 1, 5_000_000])
func `a file is written, and written over, with nothing left beside it`(count: Int) throws {
  let folder = try Folder()
  let path = folder.path + "/f"
  for fill in [1, 2] as [UInt8] {
    let content = [UInt8](repeating: fill, count: count)
    try AtomicFile.write(content.span, to: path)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(content))
    #expect(try names(folder) == ["f"])
  }
}

@Test func `a folder that is not there is told`() throws {
  let path = try Folder().path + "/none/f"
  let error = #expect(throws: SystemError.self) { try AtomicFile.write([1].span, to: path) }
  #expect(error?.isNoSuchFile == true)
  #expect(error?.call == "open \(path)")
}

@Test func `what cannot be moved to its place leaves nothing behind`() throws {
  let folder = try Folder()
  try folder.makeFolder("f/g")
  let error = #expect(throws: SystemError.self) {
    try AtomicFile.write([1].span, to: folder.path + "/f")
  }
  #expect(error?.call == "rename \(folder.path)/f")
  #expect(try names(folder) == ["f"])
}
