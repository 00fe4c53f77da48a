// How a request can break the protocol, and what is answered.

/// A breach of RFC 9112 or of a limit. After each of them the connection closes: what follows on
/// it can no longer be told apart with certainty.
package enum Violation: Error, Equatable, Sendable, CaseIterable {
  case invalidMethod, invalidTarget, invalidRequestLine, invalidVersion, unsupportedVersion
  case requestLineTooLong, methodTooLong, headTooLarge, tooManyFields
  case bareCarriageReturn, mixedLineEndings
  case invalidFieldName, spaceBeforeColon, foldedField, invalidFieldValue
  case missingHost, severalHosts, invalidHost
  case invalidContentLength, severalContentLengths, lengthAndEncoding
  case unsupportedEncoding, encodingInHTTP10, unsupportedExpectation
  case severalContentTypes, forbiddenTrailer
  case bodyTooLarge, invalidChunkSize, invalidChunkExtension, invalidChunkEnd, trailersTooLarge
  case headTimeout, bodyTimeout

  package var status: Status {
    switch self {
    case .unsupportedVersion: .versionNotSupported
    case .requestLineTooLong: .uriTooLong
    case .methodTooLong: .notImplemented
    case .headTooLarge, .tooManyFields, .trailersTooLarge: .headerFieldsTooLarge
    case .bodyTooLarge: .contentTooLarge
    case .unsupportedExpectation: .expectationFailed
    case .headTimeout, .bodyTimeout: .requestTimeout
    default: .badRequest
    }
  }

  /// One sentence that tells the sender what to mend, with the number of a limit that was passed.
  package func detail(within limits: Limits) -> String {
    switch self {
    case .invalidMethod: "The method is not a token (RFC 9110, 9.1)."
    case .invalidTarget: "The request target is not a path, an absolute URL or * (RFC 9112, 3.2)."
    case .invalidRequestLine: "The request line is not “method target version” (RFC 9112, 3)."
    case .invalidVersion: "The version is not HTTP/1.1 or HTTP/1.0 (RFC 9112, 2.3)."
    case .unsupportedVersion: "Only HTTP/1.1 and HTTP/1.0 are spoken here."
    case .requestLineTooLong: "The request line is longer than \(limits.requestLineBytes) bytes."
    case .methodTooLong: "The method is longer than any that the server knows (RFC 9112, 3)."
    case .headTooLarge: "Request line and header fields are larger than \(limits.headBytes) bytes."
    case .tooManyFields: "There are more than \(limits.fieldCount) header fields."
    case .bareCarriageReturn: "A carriage return stands without its line feed (RFC 9112, 2.2)."
    case .mixedLineEndings: "Lines end in CR LF and in LF alone; one message, one ending."
    case .invalidFieldName: "A header field's name is not a token (RFC 9112, 5)."
    case .spaceBeforeColon: "White space stands before a field's colon (RFC 9112, 5.1)."
    case .foldedField: "A field's value goes on in the next line (RFC 9112, 5.2)."
    case .invalidFieldValue: "A field's value holds a control character (RFC 9110, 5.5)."
    case .missingHost: "HTTP/1.1 asks for a Host field (RFC 9112, 3.2)."
    case .severalHosts: "There is more than one Host field (RFC 9112, 3.2)."
    case .invalidHost: "The host is not a name or an address (RFC 9110, 7.2)."
    case .invalidContentLength: "Content-Length is not a plain decimal number (RFC 9110, 8.6)."
    case .severalContentLengths: "There is more than one Content-Length (RFC 9112, 6.3)."
    case .lengthAndEncoding:
      "Content-Length and Transfer-Encoding exclude each other (RFC 9112, 6.1)."
    case .unsupportedEncoding: "The only transfer coding taken is “chunked”, once (RFC 9112, 6.1)."
    case .encodingInHTTP10: "HTTP/1.0 has no Transfer-Encoding (RFC 9112, 6.1)."
    case .unsupportedExpectation: "The only expectation met is 100-continue (RFC 9110, 10.1.1)."
    case .severalContentTypes: "There is more than one Content-Type (RFC 9110, 5.3)."
    case .forbiddenTrailer: "A trailer names what must be known before the body (RFC 9110, 6.5.1)."
    case .bodyTooLarge: "The body is larger than \(limits.bodyBytes) bytes."
    case .invalidChunkSize: "A chunk's size is not a hexadecimal number (RFC 9112, 7.1)."
    case .invalidChunkExtension:
      "A chunk's extension is malformed or its line over \(limits.chunkLineBytes) bytes (RFC 9112, 7.1.1)."
    case .invalidChunkEnd: "A chunk does not end where its size says (RFC 9112, 7.1)."
    case .trailersTooLarge: "The trailer fields are larger than \(limits.trailerBytes) bytes."
    case .headTimeout:
      "The request's head did not arrive within \(Self.text(limits.headSeconds)) seconds."
    case .bodyTimeout:
      "The request's body did not arrive within \(Self.text(limits.bodySeconds)) seconds."
    }
  }

  /// "7" or "0.5".
  package static func text(_ seconds: Double) -> String {
    seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
  }
}

/// What a decoder made of the bytes so far.
package enum ParseOutcome: Equatable, Sendable {
  /// The thing is whole; so many bytes belong to it.
  case complete(consumed: Int)
  /// Right so far; more bytes are needed.
  case incomplete
  case invalid(Violation)
}
