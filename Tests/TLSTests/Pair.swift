// Two sessions that talk through buffers.

import TestSupport
import Testing

@testable import TLS

/// A server's session and a client's, each with what it has said and the other has not yet taken.
final class Pair {
  let server: TLSSession
  let client: TLSSession
  private let buffer = TLSBuffer()
  var toServer: [UInt8] = []
  var toClient: [UInt8] = []
  /// What each was told.
  var atServer: [UInt8] = []
  var atClient: [UInt8] = []

  init(_ context: TLSContext) throws {
    server = try #require(TLSSession(context))
    client = try #require(TLSSession(context, accepts: false))
    // A client speaks first, which it does when it is handed nothing.
    _ = client.receive([UInt8]().span, into: &atClient, buffer)
    buffer.move(into: &toServer)
  }

  /// Hands on what was said, in pieces of so many bytes, until both are silent.
  @discardableResult
  func pump(pieces: Int = .max) -> (server: TLSOutcome, client: TLSOutcome) {
    var outcomes = (server: TLSOutcome.open, client: TLSOutcome.open)
    while !toServer.isEmpty || !toClient.isEmpty {
      let (up, down) = (toServer, toClient)
      (toServer, toClient) = ([], [])
      for piece in up.pieces(of: pieces) {
        outcomes.server = server.receive(piece.span, into: &atServer, buffer)
        buffer.move(into: &toClient)
      }
      for piece in down.pieces(of: pieces) {
        outcomes.client = client.receive(piece.span, into: &atClient, buffer)
        buffer.move(into: &toServer)
      }
    }
    return outcomes
  }

  func say(_ bytes: [UInt8], byClient: Bool) {
    (byClient ? client : server).send(bytes.span, buffer)
    if byClient { buffer.move(into: &toServer) } else { buffer.move(into: &toClient) }
  }

  func close(byClient: Bool) {
    (byClient ? client : server).close(buffer)
    if byClient { buffer.move(into: &toServer) } else { buffer.move(into: &toClient) }
  }
}

extension [UInt8] {
  fileprivate func pieces(of count: Int) -> [[UInt8]] {
    stride(from: 0, to: self.count, by: Swift.min(count, Swift.max(1, self.count))).map {
      Array(self[$0..<Swift.min($0 + Swift.min(count, self.count), self.count)])
    }
  }
}
