// What all connections of a server have in common: its certificate, and what it agrees to.

import COpenSSL

/// Why a certificate or a key cannot be used.
package struct TLSFault: Error, Equatable, CustomStringConvertible {
  package let description: String
}

/// A certificate with its key, and the rules: TLS 1.2 and 1.3, forward secrecy and authenticated
/// encryption only (RFC 9325), tickets that any connection of this context may be resumed with, no
/// compression, no renegotiation.
///
/// `@unchecked Sendable`: OpenSSL counts references to a context with atomics, and nothing here is
/// changed once it is made.
@safe
package final class TLSContext: @unchecked Sendable {
  let context: OpaquePointer
  private let tickets: TicketSealer

  /// Of all contexts: OpenSSL has names for some hundred methods only, and each reload makes a context.
  // SAFETY: made once, and never changed.
  nonisolated(unsafe) static let method = unsafe tls_bio_method()

  private static let suites =
    "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:"
    + "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:"
    + "ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305"

  /// Of TLS 1.3; all are good, and this is from the quickest on.
  private static let newSuites =
    "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256"

  /// Reads a chain of certificates, the server's own first, and its key, both PEM.
  ///
  /// - Parameter old: whose tickets are to hold on.
  /// - Throws: what is wrong with which file.
  package init(certificate: String, key: String, after old: TLSContext? = nil) throws(TLSFault) {
    guard let made = unsafe SSL_CTX_new(TLS_method()), unsafe Self.method != nil
    else { throw TLSFault(description: "OpenSSL gives no context: \(Self.reason)") }
    unsafe context = made
    tickets = old?.tickets ?? TicketSealer()
    agree()
    try read(certificate, key)
  }

  deinit { unsafe SSL_CTX_free(context) }

  private func agree() {
    unsafe tls_set_mode(context)
    unsafe tls_refuse_passphrases(context)
    let isAgreed =
      unsafe tls_set_versions(context) == 1
      && SSL_CTX_set_cipher_list(context, Self.suites) == 1
      && SSL_CTX_set_ciphersuites(context, Self.newSuites) == 1
      && tls_set_groups(context, "X25519:P-256:P-384") == 1
    precondition(isAgreed, "OpenSSL does not know what it has to agree to")
    unsafe tls_set_options(context)
    unsafe SSL_CTX_set_num_tickets(context, 1)
    unsafe tickets.serve(context)
    unsafe SSL_CTX_set_alpn_select_cb(context, tls_select_protocol, nil)
  }

  private func read(_ certificate: String, _ key: String) throws(TLSFault) {
    ERR_clear_error()
    if unsafe SSL_CTX_use_certificate_chain_file(context, certificate) != 1 {
      throw TLSFault(description: "\(certificate): no certificate can be read: \(Self.reason)")
    }
    if unsafe tls_has_expired(context) == 1 {
      throw TLSFault(description: "\(certificate): the certificate has expired")
    }
    if unsafe tls_is_early(context) == 1 {
      throw TLSFault(description: "\(certificate): the certificate is not valid yet")
    }
    if unsafe SSL_CTX_use_PrivateKey_file(context, key, SSL_FILETYPE_PEM) != 1 {
      throw TLSFault(description: "\(key): \(Self.keyFault(of: certificate)): \(Self.reason)")
    }
    if unsafe SSL_CTX_check_private_key(context) != 1 {
      throw TLSFault(description: "\(key): this is not the key of \(certificate)")
    }
  }

  private static func keyFault(of certificate: String) -> String {
    if reason.contains("mismatch") { return "this is not the key of \(certificate)" }
    return "no key can be read, which must be there without a passphrase"
  }

  /// OpenSSL's words, or the system's, for what went wrong first.
  private static var reason: String {
    let code = ERR_peek_error()
    guard code != 0, let text = unsafe tls_reason(code) else { return "unknown" }
    return unsafe String(cString: text)
  }
}
