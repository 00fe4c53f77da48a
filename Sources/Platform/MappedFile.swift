// Files that are read where the system keeps them, not copied into memory of our own.

import CLinux
import Foundation

/// The bytes of a file, mapped for reading; its pages are the system's, which may drop them.
///
/// Whoever shortens the file while it is mapped ends the program: files are replaced by renaming,
/// never rewritten in place.
@safe
package final class MappedFile: Sendable {
  /// The first byte, for who reads so many numbers that a call for each is felt; it is valid as
  /// long as `self` lives.
  // SAFETY: mapped once, read only, and unmapped when nobody holds `self` any more.
  @unsafe package nonisolated(unsafe) let base: UnsafeRawPointer
  package let count: Int

  /// - Throws: the error of the system call that failed, with the path in its name.
  package convenience init(path: String) throws(SystemError) {
    let number = try checked("open \(path)") { unsafe open(path, O_RDONLY | O_CLOEXEC) }
    try self.init(Descriptor(number), path)
  }

  /// Bytes in memory of our own, for small contents and tests.
  package init(copying bytes: Span<UInt8>) {
    count = bytes.count
    guard let block = unsafe linux_map_anonymous(max(1, count)) else { fatalError("out of memory") }
    unsafe bytes.withUnsafeBytes { source in
      guard let start = source.baseAddress else { return }
      unsafe block.copyMemory(from: start, byteCount: source.count)
    }
    unsafe base = UnsafeRawPointer(block)
  }

  /// Bytes in a temporary file that has no name and goes with its last user.
  package convenience init(unlinked bytes: Span<UInt8>) throws(SystemError) {
    let file = try TemporaryFile.open()
    try file.writeAll(bytes, path: TemporaryFile.folder)
    try self.init(file, TemporaryFile.folder)
  }

  private init(_ file: consuming Descriptor, _ path: String) throws(SystemError) {
    var status = stat()
    let number = file.number
    try checked("fstat \(path)") { unsafe fstat(number, &status) }
    count = Int(status.st_size)
    let block = unsafe mmap(nil, max(1, count), PROT_READ, MAP_SHARED, number, 0)
    guard let block = unsafe block, unsafe block != MAP_FAILED else {
      throw SystemError(call: "mmap \(path)", code: errno)
    }
    unsafe base = UnsafeRawPointer(block)
  }

  deinit { unsafe munmap(UnsafeMutableRawPointer(mutating: base), max(1, count)) }

  /// A number at an offset, in the machine's byte order; traps outside the file.
  package func load<Number: FixedWidthInteger & BitwiseCopyable>(
    _ offset: Int, as type: Number.Type
  ) -> Number {
    precondition(offset >= 0 && offset <= count - MemoryLayout<Number>.size, "outside the file")
    // SAFETY: inside the file, and every bit pattern is an integer.
    return unsafe base.loadUnaligned(fromByteOffset: offset, as: Number.self)
  }

  /// Hands out the bytes of a range, for the length of the call; traps outside the file.
  package func withBytes<Result, Failure: Error>(
    _ range: Range<Int>, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "outside the file")
    // SAFETY: inside the file, which stays mapped as long as `self` lives.
    let start = unsafe (base + range.lowerBound).assumingMemoryBound(to: UInt8.self)
    return try body(unsafe UnsafeBufferPointer(start: start, count: range.count).span)
  }
}
