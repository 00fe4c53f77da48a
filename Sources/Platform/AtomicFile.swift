// Writing a file at once.

import Foundation

package enum AtomicFile {
  /// Writes a file beside its place and moves it there, so that no reader sees half of it.
  ///
  /// - Throws: the error of the system call that failed, with the path in its name.
  package static func write(_ bytes: Span<UInt8>, to path: String) throws(SystemError) {
    var file = try NewFile(path: path)
    try file.append(bytes)
    try file.moveToPlace()
  }
}

extension Descriptor {
  /// Writes everything into a file.
  borrowing func writeAll(_ bytes: Span<UInt8>, path: String) throws(SystemError) {
    let number = number
    var written = 0
    while written < bytes.count {
      let rest = bytes.extracting(written...)
      let count = try unsafe rest.withUnsafeBytes { part throws(SystemError) in
        try checked("write \(path)") {
          // SAFETY: the bytes live during the call, and a call moves less than 2 GiB.
          unsafe Int32(Foundation.write(number, part.baseAddress, min(part.count, 1 << 30)))
        }
      }
      written += Int(count)
    }
  }
}
