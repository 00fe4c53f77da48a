// A whole connection: however its bytes are cut, the same comes of them.

import HTTP
import Platform

@testable import HTTPServer

enum ConnectionPart {
  /// Small, so that inputs reach the limits.
  private static let limits: Limits = {
    var limits = Limits()
    (limits.requestLineBytes, limits.headBytes, limits.fieldCount) = (120, 300, 8)
    (limits.bodyBytes, limits.chunkLineBytes, limits.trailerBytes) = (200, 32, 48)
    return limits
  }()

  static func fault(in input: [UInt8]) -> String? {
    var reader = InputReader(input)
    let cuts = (0..<16).map { _ in reader.choice(below: 40) }
    let bytes = reader.content()
    let atOnce = events([bytes[...]])
    if atOnce != events(pieces(of: bytes, cuts)) { return "pieces: another outcome than at once" }
    if atOnce != events(bytes.indices.map { bytes[$0...$0] }) { return "byte by byte: another one" }
    return prefixFault(bytes)
  }

  private static func pieces(of bytes: [UInt8], _ cuts: [Int]) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + 1 + cuts[pieces.count % cuts.count])
      pieces.append(bytes[start..<end])
      start = end
    }
    return pieces
  }

  private static func events(_ pieces: [ArraySlice<UInt8>]) -> [HeardConnection.Event] {
    var connection = HeardConnection(limits: limits)
    for piece in pieces { connection.hear(piece) }
    return connection.events
  }

  /// A head that is whole is whole with its last byte, and its ranges lie in it.
  private static func prefixFault(_ bytes: [UInt8]) -> String? {
    var head = RequestHead()
    guard case .complete(let count) = head.parse(bytes.span, limits: limits) else { return nil }
    let ranges = [head.path, head.query, head.authority] + head.fields.map(\.value)
    if ranges.contains(where: { $0.upperBound > count }) { return "a range beyond the head" }
    for shorter in 0..<count {
      let prefix = bytes.span.extracting(0..<shorter)
      if head.parse(prefix, limits: limits) != .incomplete { return "whole after \(shorter) bytes" }
    }
    return nil
  }
}

/// A connection without a socket, and what came of all that it was sent.
private struct HeardConnection {
  enum Event: Equatable {
    case asked(Result<Request, Problem>, body: [UInt8], keepsAlive: Bool)
    case refused(Violation)
  }

  private(set) var events: [Event] = []
  private var state: ConnectionState
  private var head = RequestHead()
  private var body: [UInt8] = []
  private var unread: [UInt8] = []
  private var pending: Result<Request, Problem>?
  private let now = Instant(nanoseconds: 0)

  init(limits: Limits) { state = ConnectionState(limits: limits, now: now) }

  mutating func hear(_ piece: ArraySlice<UInt8>) {
    unread += piece
    while takeSome() {}
  }

  /// Whether there may be more to take.
  private mutating func takeSome() -> Bool {
    let bytes = unread
    let (action, consumed) = state.receive(bytes.span, head: &head, body: &body, now: now)
    unread.removeFirst(consumed)
    switch action {
    case .beginBody: pending = Self.decode(head, bytes)
    case .answer: answer(pending ?? Self.decode(head, bytes))
    case .refuse(let violation): refuse(violation)
    case .read, .linger, .close, .abort: return false
    }
    return true
  }

  private mutating func answer(_ request: Result<Request, Problem>) {
    events.append(.asked(request, body: body, keepsAlive: state.keepsAlive))
    (pending, body) = (nil, [])
    _ = state.answered(now: now)
  }

  private mutating func refuse(_ violation: Violation) {
    events.append(.refused(violation))
    _ = state.answered(now: now)
  }

  private static func decode(_ head: RequestHead, _ bytes: [UInt8]) -> Result<Request, Problem> {
    do throws(Problem) {
      return .success(try Request(head, bytes.span))
    } catch {
      return .failure(error)
    }
  }
}
