// Connections with TLS: what comes is opened before it is read, what goes is sealed before it is sent.

import HTTP
import Platform
import TLS

extension EventLoop {
  /// Opens what has come into the loop's buffer.
  mutating func open(_ count: Int, from connection: Connection) {
    counts.add(.bytesReceived, count)
    connection.moved = now
    // Nothing more is answered, and what comes is not looked at.
    guard connection.state.phase != .lingering, let tls = connection.tls else { return }
    if !tls.hasBegun, received[0] != Self.handshakeRecord {
      return refusePlain(connection)
    }
    let wasEstablished = tls.isEstablished
    var plain: [UInt8] = []
    swap(&plain, &opened)
    let (cipher, buffer) = (received, sealed)
    let outcome = tls.receive(cipher.span.extracting(0..<count), into: &plain, buffer)
    if !wasEstablished, tls.isEstablished {
      counts.add(tls.isResumed ? .handshakesResumed : .handshakesFull)
      connection.state.shookHands(now: now)
    }
    if plain.isEmpty {
      flush(connection)
    } else {
      take(plain, plain.count, from: connection)
    }
    plain.removeAll(keepingCapacity: plain.capacity <= Self.keptOpenedBytes)
    swap(&plain, &opened)
    if connection.isClosed { return }
    switch outcome {
    case .open: break
    case .ended: if connection.isDone { finishReading(connection) }
    case .failed: close(connection)
    }
  }

  /// RFC 8446 section 5.1: the type of the first record that a client sends.
  private static let handshakeRecord: UInt8 = 22
  private static let keptOpenedBytes = 1 << 18

  /// Somebody speaks HTTP without TLS: said in the only way that reaches them.
  private mutating func refusePlain(_ connection: Connection) {
    counts.add(.handshakesFailed)
    connection.tls = nil
    connection.state.shed()
    let nothing: [UInt8] = []
    expectNothing(connection, nothing.span)
    respond(
      Problem(.badRequest, "TLS is spoken here: ask the same with https:// in front.").response,
      on: connection)
    flush(connection)
  }

  /// Puts the output into records; false where that fails.
  mutating func seal(_ tls: TLSSession) -> Bool {
    let isSealed = tls.send(output.span, sealed)
    output.removeAll(keepingCapacity: true)
    sealed.move(into: &output)
    return isSealed
  }

  /// Says that nothing more comes.
  mutating func sayGoodbye(_ connection: Connection) {
    guard let tls = connection.tls else { return }
    tls.close(sealed)
    var bytes: [UInt8] = []
    sealed.move(into: &bytes)
    if !bytes.isEmpty { _ = connection.descriptor.write(bytes, 0..<bytes.count) }
  }

  /// Everything is to be asked by TLS: the answer for a connection on which nothing else is said.
  func redirect(_ request: Request, to port: UInt16) -> Response {
    let host = Authority(request.authority)?.host ?? ""
    // `OPTIONS *` and CONNECT name no address.
    if host.isEmpty || !request.target.hasPrefix("/") {
      return Problem(.badRequest, "Ask the same by TLS, on port \(port).").response
    }
    let authority = port == 443 ? host : "\(host):\(port)"
    return Response(
      .permanentRedirect,
      fields: [
        Field("Location", "https://\(authority)\(request.target)"),
        Field("Cache-Control", "no-store"),
      ])
  }
}
