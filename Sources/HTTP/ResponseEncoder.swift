// Turns an answer into bytes, RFC 9112 sections 4 and 6.

/// What happens to the connection after an answer, as far as the peer must be told.
package enum Persistence: Equatable, Sendable {
  /// HTTP/1.1 keeps connections without a word.
  case keep
  /// HTTP/1.0 wants to be told, RFC 9112 section 9.3.
  case keepToldExplicitly
  case close
}

/// An answer's head, and its body where that is all there.
package struct EncodedAnswer: Sendable {
  /// Status line, fields, the empty line, the body.
  package var bytes: [UInt8]
  /// Where the empty line begins that ends the head.
  package let headEnd: Int

  /// Where the 29 characters of the date stand: behind the status line and `Date: `.
  package let dateStart: Int
}

package enum ResponseEncoder {
  /// How a body is put on the wire.
  package enum Framing: Equatable {
    case sized(Int)
    case chunked
    /// HTTP/1.0 knows no chunks: the end of the connection ends the body.
    case untilClose
    /// 204 and 304 have no body and no length, RFC 9112 section 6.3.
    case none
  }

  /// Encodes a head with a blank date and, if wanted, the body.
  package static func encode(
    _ response: Response, framing: Framing, body: [UInt8], standing: StandingFields = .init()
  ) -> EncodedAnswer {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(512 + body.count)
    append("HTTP/1.1 \(response.status.rawValue) \(response.status.reason)\r\nDate: ", &bytes)
    let dateStart = bytes.count
    append(Self.blankDate, &bytes)
    append("\r\nServer: dateline\r\n", &bytes)
    appendFields(response, standing, &bytes)
    switch framing {
    case .sized(let length): append("Content-Length: \(length)\r\n", &bytes)
    case .chunked: append("Transfer-Encoding: chunked\r\n", &bytes)
    case .untilClose, .none: break
    }
    let headEnd = bytes.count
    append("\r\n", &bytes)
    bytes.append(contentsOf: body)
    return EncodedAnswer(bytes: bytes, headEnd: headEnd, dateStart: dateStart)
  }

  private static func appendFields(
    _ response: Response, _ standing: StandingFields, _ bytes: inout [UInt8]
  ) {
    func append(_ name: String, _ value: String?) {
      if let value { self.append("\(name): \(value)\r\n", &bytes) }
    }
    append("ETag", response.etag?.text)
    append("Last-Modified", response.lastModified.map { HTTPDate.format($0) })
    for field in response.fields { append(field.name, field.value) }
    append("Vary", response.vary.union(standing.vary).field)
    if response.takesRanges { append("Accept-Ranges", "bytes") }
    append(
      "Content-Security-Policy",
      response.contentSecurityPolicy ?? standing.contentSecurityPolicy)
    bytes.append(contentsOf: standing.lines)
  }

  /// `Connection`, where it has to be said.
  package static func connectionField(_ persistence: Persistence) -> String {
    switch persistence {
    case .keep: ""
    case .keepToldExplicitly: "Connection: keep-alive\r\n"
    case .close: "Connection: close\r\n"
    }
  }

  /// Frames a part of a body as one chunk; the empty part would end the body and is left out.
  package static func chunk(_ part: [UInt8], into bytes: inout [UInt8]) {
    if part.isEmpty { return }
    append(String(part.count, radix: 16) + "\r\n", &bytes)
    bytes.append(contentsOf: part)
    append("\r\n", &bytes)
  }

  package static let lastChunk = Array("0\r\n\r\n".utf8)
  package static let continueInterim = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)
  private static let blankDate = String(repeating: " ", count: 29)

  private static func append(_ text: String, _ bytes: inout [UInt8]) {
    bytes.append(contentsOf: text.utf8)
  }
}
