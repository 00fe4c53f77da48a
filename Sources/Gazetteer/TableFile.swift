// The lines of a table, compressed or not.

import Compression
package import Platform

/// Why a source could not be read to its end, or an image not be written.
package enum TableError: Error, Equatable, CustomStringConvertible {
  case unreadable(SystemError)
  case unwritable(SystemError)
  case notDecompressed(path: String, reason: String)
  case noImage(path: String, ImageFault)
  /// A folder of GeoNames' files without places.
  case noCountry(path: String)
  case noLine(path: String)
  case empty(path: String)

  package var description: String {
    switch self {
    case .unreadable(let error), .unwritable(let error): error.description
    case .notDecompressed(let path, let reason): "\(path): \(reason)"
    case .noImage(let path, let fault): "\(path): \(fault)"
    case .noCountry(let path):
      "\(path): there is neither allCountries.txt nor a country's file such as UA.txt"
    case .noLine(let path): "\(path): there is no line that can be read"
    case .empty(let path): "\(path): the table has no place"
    }
  }
}

/// What a call gives; its error as that of the image.
func writing<Result: ~Copyable>(
  _ call: () throws(SystemError) -> Result
) throws(TableError) -> Result {
  do throws(SystemError) { return try call() } catch { throw .unwritable(error) }
}

enum TableFile {
  private static let pieceBytes = 256 << 10

  typealias Line = Result<ArraySlice<UInt8>, RowFault>

  /// Hands out each line with its number, from 1, without its end; comments and empty lines are
  /// left out. Of a line that is too long or no UTF-8 it hands out what would be allowed.
  static func forEachLine(
    of path: String, _ body: (Int, Line) throws(TableError) -> Void
  ) throws(TableError) {
    var lines = Lines()
    try forEachPiece(of: path) { piece throws(TableError) in try lines.take(piece, body) }
    try lines.finish(body)
  }

  private static func forEachPiece(
    of path: String, _ body: ([UInt8]) throws(TableError) -> Void
  ) throws(TableError) {
    let file = try reading { () throws(SystemError) in try InputFile(path: path) }
    var piece = [UInt8](repeating: 0, count: pieceBytes)
    var expansion: Expansion?
    while true {
      let count = try reading { () throws(SystemError) in try file.read(into: &piece) }
      if count == 0 { break }
      let bytes = piece.span.extracting(..<count)
      if expansion == nil { expansion = try Expansion(path, startsWith: bytes) }
      try body(try expansion?.text(of: bytes) ?? [])
    }
    try expansion?.finish()
  }

  /// What a call gives; its error as that of a source.
  static func reading<Result: ~Copyable>(
    _ call: () throws(SystemError) -> Result
  ) throws(TableError) -> Result {
    do throws(SystemError) { return try call() } catch { throw .unreadable(error) }
  }
}

/// What pieces of a file say, where it is compressed as where it is not.
private struct Expansion: ~Copyable {
  private let path: String
  private var gunzip: Gunzip?

  init(_ path: String, startsWith piece: Span<UInt8>) throws(TableError) {
    self.path = path
    guard piece.starts(with: [0x1F, 0x8B]) else { gunzip = nil; return }
    do throws(GunzipError) { gunzip = try Gunzip() } catch { throw Self.fault(path, error) }
  }

  mutating func text(of piece: Span<UInt8>) throws(TableError) -> [UInt8] {
    var text: [UInt8] = []
    if gunzip == nil { unsafe piece.withUnsafeBufferPointer { unsafe text.append(contentsOf: $0) } }
    do throws(GunzipError) {
      try gunzip?.expand(piece, into: &text)
    } catch {
      throw Self.fault(path, error)
    }
    return text
  }

  mutating func finish() throws(TableError) {
    guard let gunzip = gunzip.take() else { return }
    do throws(GunzipError) { try gunzip.finish() } catch { throw Self.fault(path, error) }
  }

  private static func fault(_ path: String, _ error: GunzipError) -> TableError {
    .notDecompressed(path: path, reason: error.description)
  }
}
