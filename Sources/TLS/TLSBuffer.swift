// Where sessions put what is to be sent.

import COpenSSL

/// A loop's own: used by one session after another, so that no connection needs one while it is idle.
@safe
package final class TLSBuffer {
  let exchange: UnsafeMutablePointer<tls_exchange>

  /// What is kept of its memory.
  private static let keptBytes = 1 << 20

  package init() {
    unsafe exchange = .allocate(capacity: 1)
    unsafe exchange.initialize(to: tls_exchange())
  }

  deinit {
    unsafe free(exchange.pointee.out)
    unsafe exchange.deallocate()
  }

  /// Adds what there is to send to `bytes`, and is empty.
  package func move(into bytes: inout [UInt8]) {
    let count = unsafe Int(exchange.pointee.out_count)
    if count == 0 { return }
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: exchange.pointee.out, count: count))
    unsafe exchange.pointee.out_count = 0
    if unsafe exchange.pointee.out_capacity > Self.keptBytes {
      unsafe free(exchange.pointee.out)
      unsafe exchange.pointee.out = nil
      unsafe exchange.pointee.out_capacity = 0
    }
  }
}
