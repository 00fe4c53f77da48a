// Bytes that are put aside for later, more of them than memory should hold.

import Foundation

/// A list of bytes that grows at its end: in memory while they are few, then in a temporary file
/// that has no name and goes with the list.
package final class Spill {
  private static let pieceBytes = 1 << 20

  private let limit: Int
  /// What is not in the file yet.
  private var rest: [UInt8] = []
  private var file: Descriptor?
  private var written = 0
  private var folder = ""

  /// - Parameter keeping: bytes that memory holds until there is a file: 48 MB, so that the usual
  ///   gazetteer needs none.
  package init(keeping limit: Int = 48 << 20) { self.limit = limit }

  package var count: Int { written + rest.count }

  /// - Throws: the error of the system call that failed; so does `read`.
  package func append(_ bytes: Span<UInt8>) throws(SystemError) {
    unsafe bytes.withUnsafeBufferPointer { unsafe rest.append(contentsOf: $0) }
    if rest.count >= (file == nil ? limit : min(limit, Self.pieceBytes)) { try write() }
  }

  /// Fills the buffer with what stands from an offset on, as far as the bytes go; how many.
  package func read(at offset: Int, into buffer: inout [UInt8]) throws(SystemError) -> Int {
    var filled = 0
    while filled < buffer.count, offset + filled < written {
      let next = offset + filled
      guard let count = try file?.read(into: &buffer, from: filled, at: next, path: folder)
      else { break }
      if count == 0 { break }
      filled += count
    }
    let start = max(0, offset + filled - written)
    let kept = max(0, min(buffer.count - filled, rest.count - start))
    for index in 0..<kept { buffer[filled + index] = rest[start + index] }
    return filled + kept
  }

  private func write() throws(SystemError) {
    if file == nil {
      folder = TemporaryFile.folder
      file = try TemporaryFile.open()
    }
    try file?.writeAll(rest.span, path: folder)
    written += rest.count
    rest = []
  }
}

enum TemporaryFile {
  static var folder: String {
    let named = ProcessInfo.processInfo.environment["TMPDIR"] ?? ""
    return named.isEmpty ? "/tmp" : named
  }

  /// A file that has no name and goes with its last user.
  static func open() throws(SystemError) -> Descriptor {
    var name = Array("\(folder)/dateline-XXXXXX".utf8CString)
    let file = Descriptor(try checked("mkstemp in \(folder)") { unsafe mkstemp(&name) })
    unsafe unlink(&name)
    return file
  }
}
