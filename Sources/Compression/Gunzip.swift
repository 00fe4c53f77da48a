// Reading gzip, piece by piece.

import CZlib

/// Why compressed bytes could not be read.
package enum GunzipError: Error, Equatable, CustomStringConvertible {
  case damaged
  case truncated
  case outOfMemory

  package var description: String {
    switch self {
    case .damaged: "the compressed data is damaged or is no gzip"
    case .truncated: "the compressed data ends too early"
    case .outOfMemory: "no memory left to decompress"
    }
  }
}

/// One gzip file on its way: members one behind the other are one text, as in gzip itself.
///
/// It holds 32 KiB of window, whatever the length of the text.
@safe
package struct Gunzip: ~Copyable {
  // zlib points back at its stream, which therefore may not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private var isBetweenMembers = true

  package init() throws(GunzipError) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let gzipOnly = 15 + 16
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    guard unsafe inflateInit2_(stream, Int32(gzipOnly), ZLIB_VERSION, size) == Z_OK else {
      unsafe stream.deallocate()
      throw .outOfMemory
    }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Reads all of the input and adds what it says to the output; a kilobyte in is a megabyte out
  /// at most.
  package mutating func expand(
    _ input: Span<UInt8>, into output: inout [UInt8]
  ) throws(GunzipError) {
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    var used = 0
    while used < input.count {
      let step = inflate(input.extracting(used...), into: &piece)
      output += piece[..<step.written]
      used += step.read
      switch step.status {
      case Z_OK: isBetweenMembers = false
      case Z_STREAM_END: try startMember()
      case Z_BUF_ERROR where step.written > 0: continue
      case Z_MEM_ERROR: throw .outOfMemory
      default: throw .damaged
      }
    }
    if !isBetweenMembers { try drain(&piece, into: &output) }
  }

  /// Says that the input has ended.
  package consuming func finish() throws(GunzipError) {
    if !isBetweenMembers { throw .truncated }
  }

  /// Fetches what zlib holds back because a piece was full.
  private mutating func drain(
    _ piece: inout [UInt8], into output: inout [UInt8]
  ) throws(GunzipError) {
    while true {
      let step = inflate([UInt8]().span, into: &piece)
      output += piece[..<step.written]
      if step.status == Z_STREAM_END { return try startMember() }
      if step.written < piece.count { return }
    }
  }

  private mutating func startMember() throws(GunzipError) {
    isBetweenMembers = true
    if unsafe inflateReset(stream) != Z_OK { throw .damaged }
  }

  private func inflate(
    _ input: Span<UInt8>, into piece: inout [UInt8]
  ) -> (read: Int, written: Int, status: Int32) {
    let size = piece.count
    return unsafe input.withUnsafeBufferPointer { source in
      unsafe piece.withUnsafeMutableBufferPointer { target in
        // SAFETY: zlib reads `avail_in` bytes and writes `avail_out`, both inside these buffers,
        // and keeps neither pointer.
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        unsafe stream.pointee.avail_in = UInt32(source.count)
        unsafe stream.pointee.next_out = target.baseAddress
        unsafe stream.pointee.avail_out = UInt32(size)
        let status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
        let read = unsafe source.count - Int(stream.pointee.avail_in)
        return (read, unsafe size - Int(stream.pointee.avail_out), status)
      }
    }
  }
}
