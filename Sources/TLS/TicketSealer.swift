// Seals tickets and opens them, for OpenSSL.

import COpenSSL
import Platform

/// Shared by the contexts of one server, one after another, and by all of its threads.
final class TicketSealer: Sendable {
  private let keys = Lock(TicketKeys())

  /// Has a context ask this one, which is to live as long as its sessions.
  func serve(_ context: OpaquePointer) {
    unsafe tls_set_ticket_sealer(context, Unmanaged.passUnretained(self).toOpaque())
    unsafe SSL_CTX_set_timeout(context, TicketKeys.seconds)
    unsafe SSL_CTX_set_tlsext_ticket_key_evp_cb(context) { ssl, name, iv, cipher, mac, seals in
      guard let sealer = unsafe tls_ticket_sealer(ssl), let name = unsafe name else { return -1 }
      let this = unsafe Unmanaged<TicketSealer>.fromOpaque(sealer).takeUnretainedValue()
      let key = unsafe seals == 1 ? this.seal(name) : this.open(name)
      guard let key else { return seals == 1 ? -1 : 0 }
      guard unsafe tls_set_ticket_key(cipher, mac, key.key.cipher, key.key.mac, iv, seals) == 1
      else { return -1 }
      // Of TLS 1.3 every session gets a new ticket, so that nobody can tell that two are of one client
      // (RFC 8446 appendix C.4).
      return unsafe key.isOld || SSL_version(ssl) == TLS1_3_VERSION ? 2 : 1
    }
  }

  private func seal(_ name: UnsafeMutablePointer<UInt8>) -> (key: TicketKey, isOld: Bool)? {
    guard let key = keys.withLock({ $0.current(at: time(nil)) }) else { return nil }
    unsafe name.update(from: key.name, count: TicketKey.nameBytes)
    return (key, false)
  }

  private func open(_ name: UnsafeMutablePointer<UInt8>) -> (key: TicketKey, isOld: Bool)? {
    let name = unsafe Array(UnsafeBufferPointer(start: name, count: TicketKey.nameBytes))
    return keys.withLock { $0.find(name, at: time(nil)) }
  }
}
