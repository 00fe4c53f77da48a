// The lines of a table, compressed or not.

import Compression
package import Platform

/// Why a table could not be read to its end.
package enum TableError: Error, Equatable, CustomStringConvertible {
  case unreadable(SystemError)
  case notDecompressed(path: String, reason: String)
  case empty(path: String)

  package var description: String {
    switch self {
    case .unreadable(let error): error.description
    case .notDecompressed(let path, let reason): "\(path): \(reason)"
    case .empty(let path): "\(path): the table has no place"
    }
  }
}

enum TableFile {
  private static let pieceBytes = 64 << 10

  /// Hands out each line with its number, from 1, without its end; comments and empty lines are
  /// left out.
  static func forEachLine(
    of path: String, _ body: (Int, ArraySlice<UInt8>) -> Void
  ) throws(TableError) {
    var lines = Lines()
    try forEachPiece(of: path) { lines.take($0, body) }
    lines.finish(body)
  }

  private static func forEachPiece(
    of path: String, _ body: ([UInt8]) -> Void
  ) throws(TableError) {
    let file = try map(path)
    let isGzip = file.count >= 2 && file.load(0, as: UInt16.self).littleEndian == 0x8B1F
    do throws(GunzipError) {
      var gunzip = try Gunzip()
      for start in stride(from: 0, to: file.count, by: pieceBytes) {
        let range = start..<min(start + pieceBytes, file.count)
        var piece: [UInt8] = []
        try file.withBytes(range) { bytes throws(GunzipError) in
          if isGzip {
            try gunzip.expand(bytes, into: &piece)
          } else {
            unsafe bytes.withUnsafeBufferPointer { unsafe piece.append(contentsOf: $0) }
          }
        }
        body(piece)
      }
      try gunzip.finish()
    } catch {
      throw .notDecompressed(path: path, reason: error.description)
    }
  }

  private static func map(_ path: String) throws(TableError) -> MappedFile {
    do throws(SystemError) { return try MappedFile(path: path) } catch { throw .unreadable(error) }
  }
}

/// Cuts pieces into lines.
private struct Lines {
  /// Some editors put it in front of a text.
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private var rest: [UInt8] = []
  private var number = 0

  mutating func take(_ piece: [UInt8], _ body: (Int, ArraySlice<UInt8>) -> Void) {
    let text = rest + piece
    var start = 0
    while let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) {
      give(text[start..<end], body)
      start = end + 1
    }
    rest = Array(text[start...])
  }

  mutating func finish(_ body: (Int, ArraySlice<UInt8>) -> Void) {
    if !rest.isEmpty { give(rest[...], body) }
  }

  private mutating func give(
    _ line: ArraySlice<UInt8>, _ body: (Int, ArraySlice<UInt8>) -> Void
  ) {
    number += 1
    var line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    if number == 1 && line.starts(with: Self.byteOrderMark) { line = line.dropFirst(3) }
    if !line.isEmpty && line.first != UInt8(ascii: "#") { body(number, line) }
  }
}
