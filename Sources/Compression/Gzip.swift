// Writing gzip, all at once.

import CZlib

package enum Gzip {
  /// For answers. A page of 264 kB takes 1.3 ms and comes to a seventh of it; level 1 takes 1.1 ms
  /// for a sixth, level 6 takes 3.0 ms for a ninth.
  package static let fastLevel: Int32 = 3
  /// What is compressed once and sent often.
  package static let smallestLevel: Int32 = 9

  /// One gzip member without name and time, so that the same bytes always come to the same.
  ///
  /// zlib takes 256 KiB while it works.
  package static func compress(_ bytes: Span<UInt8>, level: Int32 = fastLevel) -> [UInt8] {
    var stream = unsafe z_stream()
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    let window = 15 + 16
    let begun = unsafe deflateInit2_(
      &stream, level, Z_DEFLATED, Int32(window), 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
    precondition(begun == Z_OK, "no memory left to compress")
    defer { unsafe deflateEnd(&stream) }
    let bound = unsafe Int(deflateBound(&stream, UInt(bytes.count)))
    return unsafe [UInt8](unsafeUninitializedCapacity: bound) { target, count in
      unsafe bytes.withUnsafeBufferPointer { source in
        // SAFETY: zlib reads `avail_in` bytes and writes at most `avail_out`, both inside these
        // buffers, which outlive the call.
        unsafe stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        unsafe stream.avail_in = UInt32(source.count)
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = UInt32(bound)
        let status = unsafe deflate(&stream, Z_FINISH)
        precondition(status == Z_STREAM_END, "deflateBound promised that all fits")
      }
      unsafe count = Int(stream.total_out)
    }
  }
}
