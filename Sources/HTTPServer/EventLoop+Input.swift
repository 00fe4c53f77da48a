// From bytes to requests.

import HTTP
import Platform

extension EventLoop {
  mutating func read(_ connection: Connection) {
    switch connection.descriptor.read(into: &received) {
    case .done(0): finishReading(connection)
    case .done(let count) where connection.isSecure: open(count, from: connection)
    case .done(let count): take(count, from: connection)
    case .wouldBlock: break
    case .failed: close(connection)
    }
  }

  /// The peer has sent its last; what it still waits for is written first.
  mutating func finishReading(_ connection: Connection) {
    perform(connection.state.peerFinished(), on: connection)
    flush(connection)
  }

  /// Reads requests straight from the loop's buffer; only what is not whole is kept.
  private mutating func take(_ count: Int, from connection: Connection) {
    counts.add(.bytesReceived, count)
    connection.moved = now
    let bytes = received
    received = []
    take(bytes, count, from: connection)
    received = bytes
  }

  /// Reads requests from the first of some bytes.
  mutating func take(_ bytes: [UInt8], _ count: Int, from connection: Connection) {
    guard connection.unread.isEmpty else {
      connection.unread.append(contentsOf: bytes[..<count])
      return takeUnread(connection)
    }
    let consumed = process(bytes.span.extracting(0..<count), from: connection)
    if consumed < count, !connection.isClosed {
      connection.unread = Array(bytes[consumed..<count])
    }
    flush(connection)
  }

  /// Goes on with what was kept.
  mutating func takeUnread(_ connection: Connection) {
    let bytes = connection.unread
    let consumed = process(bytes.span, from: connection)
    if consumed > 0 { connection.unread = Array(bytes[consumed...]) }
    flush(connection)
  }

  /// An answer that is made takes as long as several from the cache.
  private static let madeAnswerWeight = 8

  /// Answers the requests in `bytes` in their order, for as long as the connection takes more and
  /// its share of the turn lasts; how many bytes are done with.
  private mutating func process(_ bytes: Span<UInt8>, from connection: Connection) -> Int {
    var at = 0
    var left = limits.turnRequests
    head.isSecure = connection.isSecure
    defer {
      let isOverShare = output.count >= limits.unsentBytes || left <= 0
      connection.isPaced = connection.takesRequests && at < bytes.count && isOverShare
    }
    while connection.takesRequests || connection.state.phase == .lingering,
      output.count < limits.unsentBytes, left > 0
    {
      let rest = bytes.extracting(at..<bytes.count)
      if let count = answerAgain(rest, on: connection) {
        at += count
        left -= 1
        continue
      }
      let (action, consumed) = connection.state.receive(
        rest, head: &head, body: &connection.body, now: now)
      at += consumed
      switch action {
      case .beginBody(let sendsContinue):
        if connection.isProxy { identify(connection, rest) }
        keepHead(rest, connection, sendsContinue)
      case .answer:
        if connection.isProxy, connection.pending == nil { identify(connection, rest) }
        let hits = counts[.cacheHits]
        answer(connection, rest, headBytes: consumed)
        left -= counts[.cacheHits] == hits ? Self.madeAnswerWeight : 1
      case .refuse where connection.pending == nil:
        expectNothing(connection, rest, isHead: head.method == .head)
        perform(action, on: connection)
        return at
      case .read, .refuse, .linger, .close, .abort:
        perform(action, on: connection)
        return at
      }
    }
    return at
  }

  private func identify(_ connection: Connection, _ bytes: Span<UInt8>) {
    connection.client = setting.trusted.client(head, bytes, behind: connection.peer)
  }

  /// The head's bytes will be gone when the body is here: what they mean is kept.
  private mutating func keepHead(
    _ bytes: Span<UInt8>, _ connection: Connection, _ sendsContinue: Bool
  ) {
    connection.pending = decode(bytes, connection)
    connection.exchange = exchange(bytes)
    if sendsContinue { output.append(contentsOf: ResponseEncoder.continueInterim) }
  }

  /// What is kept of a request for its answer.
  func exchange(_ bytes: Span<UInt8>) -> Exchange {
    var exchange = Exchange(head, bytes)
    exchange.start = now
    if book.notesRequests { exchange.trace = RequestTrace(head, bytes) }
    return exchange
  }

  /// The same for what is refused; of its bytes nothing is certain.
  func expectNothing(_ connection: Connection, _ bytes: Span<UInt8>, isHead: Bool = false) {
    connection.exchange = Exchange(isHead: isHead)
    connection.client = connection.peer
    if book.notesRequests { connection.exchange.trace = RequestTrace(nil, bytes) }
  }

  func decode(_ bytes: Span<UInt8>, _ connection: Connection) -> Result<Request, Problem> {
    do throws(Problem) {
      try setting.sharing.check(head, bytes, isFromGateway: connection.isFromGateway)
      return .success(try Request(head, bytes, limits: limits))
    } catch {
      return .failure(error)
    }
  }
}
