// Files that others see whole or not at all.

import Foundation

/// A file that is written beside its place and moved there once it is whole; else nothing is left.
package struct NewFile: ~Copyable {
  private let file: Descriptor
  private let path: String
  private let temporary: String
  private var isInPlace = false

  /// - Throws: the error of the system call that failed, with the path in its name; so do the other
  ///   functions.
  package init(path: String) throws(SystemError) {
    let temporary = "\(path).\(getpid()).new"
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
    file = Descriptor(try checked("open \(path)") { unsafe open(temporary, flags, 0o644) })
    self.path = path
    self.temporary = temporary
  }

  package func append(_ bytes: Span<UInt8>) throws(SystemError) {
    try file.writeAll(bytes, path: path)
  }

  /// Goes back to an offset, where the next bytes are written.
  package func seek(_ offset: Int) throws(SystemError) {
    let number = file.number
    if lseek(number, offset, SEEK_SET) < 0 { throw SystemError(call: "lseek \(path)", code: errno) }
  }

  package mutating func moveToPlace() throws(SystemError) {
    let (temporary, path) = (temporary, path)
    try checked("rename \(path)") { unsafe rename(temporary, path) }
    isInPlace = true
  }

  deinit {
    if !isInPlace { unsafe unlink(temporary) }
  }
}
