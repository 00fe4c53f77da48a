// Bytes that are put aside, and files that are read once.

import Foundation
import Platform
import TestSupport
import Testing

@Test(arguments: [0, 1, 7, 8, 1000], [1, 8, 1 << 20])
func `what is put aside is read back from anywhere, in memory or not`(count: Int, limit: Int) throws
{
  var random = SeededGenerator(seed: UInt64(count))
  let content = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
  let spill = Spill(keeping: limit)
  for piece in stride(from: 0, to: count, by: 7) {
    try spill.append(content[piece..<min(count, piece + 7)].span)
  }
  #expect(spill.count == count)
  for offset in [0, 1, count / 2, max(0, count - 1), count, count + 1] {
    for size in [0, 1, 10, 2000] {
      var buffer = [UInt8](repeating: 0xEE, count: size)
      let filled = try spill.read(at: offset, into: &buffer)
      #expect(Array(buffer[..<filled]) == Array(content.dropFirst(offset).prefix(size)))
    }
  }
}

@Test(arguments: [0, 1, 99, 100, 101, 250])
func `a file is read in pieces of the buffer's size`(count: Int) throws {
  let content = (0..<count).map { UInt8($0) }
  let folder = try Folder()
  let file = try InputFile(path: try folder.write("f", content))
  var buffer = [UInt8](repeating: 0, count: 100)
  var read: [UInt8] = []
  while true {
    let size = try file.read(into: &buffer)
    if size == 0 { break }
    read += buffer[..<size]
  }
  #expect(read == content)
}

@Test func `a file that cannot be read is told by its path`() throws {
  let folder = try Folder()
  let missing = #expect(throws: SystemError.self) { _ = try InputFile(path: folder.path + "/none") }
  #expect(missing?.call == "open \(folder.path)/none")
  let isFolder = #expect(throws: SystemError.self) {
    var buffer: [UInt8] = [0]
    _ = try InputFile(path: folder.path).read(into: &buffer)
  }
  #expect(isFolder?.call == "read \(folder.path)")
}

@Test(arguments: [0, 1, 2, 100])
func `divided work is done once each, and done when the call returns`(count: Int) {
  let done = Lock([Int](repeating: 0, count: count))
  Threads.divide(count) { number in done.withLock { $0[number] += 1 } }
  #expect(done.withLock { $0 } == [Int](repeating: 1, count: count))
}
