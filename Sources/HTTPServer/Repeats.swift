// Requests that come again word for word, as those of a dashboard do: neither parsed nor looked up.

import HTTP
import Platform

/// A head that came before, and what was answered.
final class RepeatedRequest {
  let head: [UInt8]
  let answer: DatedAnswer
  let route: RouteNumber
  let status: Int
  let originLine: [UInt8]
  let persistence: Persistence
  let isHead: Bool
  /// Connections with TLS and without have slots together.
  let isSecure: Bool

  init(
    head: [UInt8], answer: DatedAnswer, route: RouteNumber, status: Int, originLine: [UInt8],
    persistence: Persistence, isHead: Bool, isSecure: Bool = false
  ) {
    self.head = head
    self.answer = answer
    self.route = route
    self.status = status
    self.originLine = originLine
    self.persistence = persistence
    self.isHead = isHead
    self.isSecure = isSecure
  }
}

/// The last request of each connection that was asked twice running and answered from the cache.
///
/// The same bytes are parsed to the same head, and a head ends where it says itself: bytes that
/// begin with one that is known here, and that had no body, are that request again. Connections
/// that share a slot only take turns in it, so that the whole stays below 9 MiB a loop.
struct Repeats {
  private static let slotCount = 256
  private static let headBytes = 2 * 1024
  private static let answerBytes = 32 * 1024

  private var slots: [RepeatedRequest?] = Array(repeating: nil, count: slotCount)
  /// What was last answered from the cache; most answers are never asked for again at once.
  private var last: [ObjectIdentifier?] = Array(repeating: nil, count: slotCount)

  /// The request that stands at the start of `bytes`.
  func find(
    _ token: UInt64, _ bytes: Span<UInt8>, isSecure: Bool = false
  ) -> RepeatedRequest? {
    guard let known = slots[Self.slot(token)], known.isSecure == isSecure,
      bytes.starts(with: known.head)
    else {
      return nil
    }
    return known
  }

  /// Whether the answer is the same as the one before and worth to be remembered.
  mutating func isRepeated(_ token: UInt64, _ answer: DatedAnswer, headBytes: Int) -> Bool {
    let slot = Self.slot(token)
    let id = ObjectIdentifier(answer)
    defer { last[slot] = id }
    return last[slot] == id && headBytes <= Self.headBytes
      && answer.bytes.count <= Self.answerBytes
  }

  mutating func remember(_ token: UInt64, _ request: RepeatedRequest) {
    slots[Self.slot(token)] = request
  }

  mutating func removeAll() { self = Repeats() }

  private static func slot(_ token: UInt64) -> Int { Int(token) & (slotCount - 1) }
}
