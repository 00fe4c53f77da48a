// One connection's TLS, a filter over bytes.

import COpenSSL

/// What has become of a session.
package enum TLSOutcome: Equatable, Sendable {
  /// It goes on.
  case open
  /// The peer has said that nothing more comes.
  case ended
  /// The peer breaks the protocol, or does not agree to it; an alert is to be sent, and that is all.
  case failed
}

/// Takes what came from a peer and gives what it means, takes what is to be said and gives what is to be
/// sent. It never sees the socket, so that whoever does reads and writes it as a plain one, once each:
/// OpenSSL's own reading and writing would take two calls of the system for a record, and would want to
/// write while it reads.
@safe
package final class TLSSession {
  /// Which seals this one's tickets too.
  private let context: TLSContext
  private let ssl: OpaquePointer
  private let bio: OpaquePointer
  /// Whether anything has come from the peer, and whether the handshake is done.
  package private(set) var hasBegun = false
  package private(set) var isEstablished = false
  private var hasFailed = false
  /// Memory that a message of the handshake takes of which only a part has come.
  package private(set) var partBytes = 0

  /// A record has at most so many bytes, RFC 8446 section 5.1.
  private static let recordBytes = 16 * 1024

  /// What OpenSSL keeps from the first bytes of a ClientHello on that says it is as long as it may be
  /// (131,396 bytes), and a third more.
  private static let helloBytes = 176 * 1024

  /// The server's end of a connection; nil where there is no memory for it.
  package convenience init?(_ context: TLSContext) { self.init(context, accepts: true) }

  /// - Parameter accepts: whether it is the server's end; else a client's, that trusts whoever it meets.
  init?(_ context: TLSContext, accepts: Bool) {
    guard let ssl = unsafe SSL_new(context.context) else { return nil }
    guard let bio = unsafe BIO_new(TLSContext.method) else {
      unsafe SSL_free(ssl)
      return nil
    }
    unsafe SSL_set_bio(ssl, bio, bio)
    if accepts { unsafe SSL_set_accept_state(ssl) } else { unsafe SSL_set_connect_state(ssl) }
    self.context = context
    unsafe self.ssl = ssl
    unsafe self.bio = bio
  }

  deinit { unsafe SSL_free(ssl) }

  /// Whether it was taken up from an earlier one, without a signature.
  package var isResumed: Bool { unsafe SSL_session_reused(ssl) == 1 }

  /// Takes all of some bytes; what they mean is added to `plain`, what has to be sent to the buffer.
  package func receive(
    _ bytes: Span<UInt8>, into plain: inout [UInt8], _ buffer: TLSBuffer
  ) -> TLSOutcome {
    hasBegun = true
    return unsafe bytes.withUnsafeBufferPointer { source in
      // SAFETY: the session reads these bytes in this call only.
      unsafe buffer.exchange.pointee.in = source.baseAddress
      unsafe buffer.exchange.pointee.in_left = source.count
      begin(buffer)
      defer { end(buffer) }
      if !isEstablished {
        let outcome = shakeHands()
        if !isEstablished {
          // A whole message would have been answered.
          partBytes = unsafe buffer.exchange.pointee.out_count == 0 ? Self.helloBytes : 0
          return outcome
        }
        partBytes = 0
      }
      return read(into: &plain)
    }
  }

  private func shakeHands() -> TLSOutcome {
    let result = unsafe SSL_do_handshake(ssl)
    if result == 1 {
      isEstablished = true
      return .open
    }
    return outcome(result)
  }

  private func read(into plain: inout [UInt8]) -> TLSOutcome {
    while true {
      var count = 0
      plain.append(addingCapacity: Self.recordBytes) { output in
        unsafe output.withUnsafeMutableBufferPointer { free, used in
          // SAFETY: OpenSSL writes at most `recordBytes`, which are free behind the first `used`.
          guard let start = free.baseAddress else { return }
          count = unsafe Int(SSL_read(ssl, start + used, Int32(Self.recordBytes)))
          used += max(0, count)
        }
      }
      if count <= 0 { return outcome(Int32(count)) }
    }
  }

  private func outcome(_ result: Int32) -> TLSOutcome {
    switch unsafe SSL_get_error(ssl, result) {
    case SSL_ERROR_WANT_READ: return .open
    case SSL_ERROR_ZERO_RETURN: return .ended
    default:
      hasFailed = true
      return .failed
    }
  }

  /// Puts bytes into records; what has to be sent is added to the buffer. Nothing before the handshake
  /// is done, or after the session has failed.
  ///
  /// - Returns: false where it fails now: nothing more can be said.
  @discardableResult
  package func send(_ bytes: Span<UInt8>, _ buffer: TLSBuffer) -> Bool {
    if !isEstablished || hasFailed || bytes.isEmpty { return true }
    begin(buffer)
    defer { end(buffer) }
    var at = 0
    while at < bytes.count {
      let rest = bytes.extracting(at...)
      let count = unsafe rest.withUnsafeBufferPointer {
        unsafe SSL_write(ssl, $0.baseAddress, Int32(clamping: $0.count))
      }
      if count <= 0 {
        hasFailed = true
        return false
      }
      at += Int(count)
    }
    return true
  }

  /// Says that nothing more comes; the peer's own word is not waited for.
  package func close(_ buffer: TLSBuffer) {
    if !isEstablished || hasFailed { return }
    begin(buffer)
    defer { end(buffer) }
    unsafe SSL_shutdown(ssl)
  }

  /// An error that another session left would else be taken for this one's.
  private func begin(_ buffer: TLSBuffer) {
    ERR_clear_error()
    unsafe BIO_set_data(bio, buffer.exchange)
  }

  private func end(_ buffer: TLSBuffer) {
    unsafe buffer.exchange.pointee.in = nil
    unsafe buffer.exchange.pointee.in_left = 0
    unsafe BIO_set_data(bio, nil)
  }
}
