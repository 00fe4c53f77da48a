// The keys that seal what clients keep of their sessions.

import COpenSSL

/// One key: `name` stands in each ticket that it seals.
struct TicketKey: Equatable {
  let name: [UInt8]
  /// Of AES-256-CBC and of HMAC-SHA-256, as RFC 5077 section 4 recommends.
  let cipher: [UInt8]
  let mac: [UInt8]

  static let nameBytes = 16

  /// Nil where the system has no random numbers.
  init?() {
    guard let name = Self.random(Self.nameBytes), let cipher = Self.random(32),
      let mac = Self.random(32)
    else { return nil }
    (self.name, self.cipher, self.mac) = (name, cipher, mac)
  }

  private static func random(_ count: Int) -> [UInt8]? {
    var isMade = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      isMade = unsafe RAND_priv_bytes(buffer.baseAddress, Int32(count)) == 1
      filled = isMade ? count : 0
    }
    return isMade ? bytes : nil
  }
}

/// The key that seals, and the one before it, whose tickets are still taken. Whoever learns them reads
/// what was said with sessions of TLS 1.2 that they sealed, so they do not last (RFC 9325 section 3.4).
struct TicketKeys {
  /// For which a key seals. Tickets are good for as long, so that none outlives its key's successor.
  static let seconds = 7200

  private var keys: [TicketKey] = []
  private var made = 0

  /// The key to seal with at a time, in seconds; nil where none can be made.
  mutating func current(at now: Int) -> TicketKey? {
    renew(at: now)
    return keys.first
  }

  /// The key of a name that a ticket has, and whether its session is to get a new one.
  mutating func find(_ name: [UInt8], at now: Int) -> (key: TicketKey, isOld: Bool)? {
    renew(at: now)
    return keys.firstIndex { $0.name == name }.map { (keys[$0], $0 > 0) }
  }

  private mutating func renew(at now: Int) {
    // A clock that was set back makes no key last longer.
    let age = keys.isEmpty ? .max : now >= made ? now - made : Self.seconds
    if age < Self.seconds { return }
    guard let key = TicketKey() else { return keys = [] }
    keys = [key] + (age < 2 * Self.seconds ? keys.prefix(1) : [])
    made = now
  }
}
