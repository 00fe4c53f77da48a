// Writing gzip, part by part.

import CZlib

/// One gzip member that is made while it is sent. zlib takes 256 KiB for it.
@safe
package final class GzipStream {
  /// zlib keeps this address.
  private let stream: UnsafeMutablePointer<z_stream>
  private static let room = 16 * 1024

  package init(level: Int32 = Gzip.fastLevel) {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    let begun = unsafe deflateInit2_(
      stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
    precondition(begun == Z_OK, "no memory left to compress")
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Compresses a part, after which all that was taken so far can be read; the last one ends the
  /// member.
  package func compress(_ part: Span<UInt8>, isLast: Bool, into output: inout [UInt8]) {
    if part.isEmpty, !isLast { return }
    let mode = isLast ? Z_FINISH : Z_SYNC_FLUSH
    unsafe part.withUnsafeBufferPointer { source in
      unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
      unsafe stream.pointee.avail_in = UInt32(source.count)
      while fill(&output, mode) {}
    }
  }

  /// Whether there is more to come: zlib has used up all the room that it got.
  private func fill(_ output: inout [UInt8], _ mode: Int32) -> Bool {
    var isFull = false
    output.append(addingCapacity: Self.room) { output in
      unsafe output.withUnsafeMutableBufferPointer { buffer, count in
        // SAFETY: zlib writes at most `avail_out` bytes, which are free behind the first `count`.
        unsafe stream.pointee.next_out = buffer.baseAddress.map { unsafe $0 + count }
        unsafe stream.pointee.avail_out = UInt32(Self.room)
        let status = unsafe deflate(stream, mode)
        precondition(status != Z_STREAM_ERROR, "zlib was called wrongly")
        count += unsafe Self.room - Int(stream.pointee.avail_out)
        isFull = unsafe stream.pointee.avail_out == 0
      }
    }
    return isFull
  }
}
