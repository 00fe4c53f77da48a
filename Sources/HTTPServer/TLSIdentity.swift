// The certificate that is shown now.

import Platform
package import TLS

/// Shared by all loops; it may change while connections last, each of which keeps the one that it began
/// with.
package final class TLSIdentity: Sendable {
  private let current: Lock<TLSContext>

  package init(_ context: TLSContext) { current = Lock(context) }

  /// Reads certificate and key anew; resumption goes on.
  package func reload(certificate: String, key: String) throws(TLSFault) {
    let old = current.withLock { $0 }
    let new = try TLSContext(certificate: certificate, key: key, after: old)
    current.withLock { $0 = new }
  }

  func makeSession() -> TLSSession? { TLSSession(current.withLock { $0 }) }
}
