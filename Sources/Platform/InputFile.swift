// Files that are read once, from front to back, and need not stay in memory.

import Foundation

package struct InputFile: ~Copyable {
  private let file: Descriptor
  private let path: String

  /// - Throws: the error of the system call that failed, with the path in its name; so does `read`.
  package init(path: String) throws(SystemError) {
    file = Descriptor(try checked("open \(path)") { unsafe open(path, O_RDONLY | O_CLOEXEC) })
    self.path = path
  }

  /// Fills the buffer with what comes next, as far as the file goes; how many bytes.
  package func read(into buffer: inout [UInt8]) throws(SystemError) -> Int {
    var count = 0
    while count < buffer.count {
      let more = try file.read(into: &buffer, from: count, at: nil, path: path)
      if more == 0 { break }
      count += more
    }
    return count
  }
}

extension Descriptor {
  /// Reads into a buffer from an index on: what comes next, or what stands at an offset of the file;
  /// how many bytes, 0 at the end.
  borrowing func read(
    into buffer: inout [UInt8], from start: Int, at offset: Int?, path: String
  ) throws(SystemError) -> Int {
    let number = number
    var room = buffer.mutableSpan
    return try unsafe room.withUnsafeMutableBytes { bytes throws(SystemError) in
      // SAFETY: the bytes live during the call, and a call moves less than 2 GiB.
      let part = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[start...].prefix(1 << 30))
      let count = try checked("read \(path)") { () -> Int32 in
        if let offset { return unsafe Int32(pread(number, part.baseAddress, part.count, offset)) }
        return unsafe Int32(Foundation.read(number, part.baseAddress, part.count))
      }
      return Int(count)
    }
  }
}
