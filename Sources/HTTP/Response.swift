// What a handler answers.

/// A field of an answer.
package struct Field: Equatable, Sendable {
  package let name: String
  package let value: String

  /// Line ends in a value, which would start another field, become spaces.
  package init(_ name: String, _ value: String) {
    self.name = name
    self.value =
      value.utf8.contains { $0 < 0x20 }
      ? String(value.map { $0.isNewline || $0.asciiValue ?? 0x20 < 0x20 ? " " : $0 }) : value
  }
}

/// What a producer says with the part that it made.
package enum Produced: Sendable {
  /// There is more to come; the part has at least one byte, else the connection is ended.
  case more
  /// Nothing more until `Server.wake` is called; what there is of the part is sent.
  case waits
  /// The part, which may be empty, was the last.
  case last
}

/// Fills a buffer with the next part of a body.
///
/// It is called whenever the socket has drained, on the thread of its event loop; parts of about
/// `Limits.bufferBytes` leave the loop to others in between. It is dropped when the client leaves.
package typealias BodyProducer = (inout [UInt8]) -> Produced

/// A body: all of it, or a producer of its parts.
package enum Body {
  case bytes([UInt8])
  case producer(BodyProducer)
}

/// A final answer. `Date`, `Content-Length`, `Transfer-Encoding`, `Connection`, `Vary` and what every
/// answer carries are not fields of it: the encoder knows them.
package struct Response {
  package var status: Status
  package var fields: [Field]
  package var body: Body
  package var etag: EntityTag?
  /// Seconds since 1970.
  package var lastModified: Int64?
  package var vary: Vary = []
  /// What a browser may load for it; nil for nothing at all.
  package var contentSecurityPolicy: String?
  /// Whether a part of the body may be asked for.
  package var takesRanges = false
  /// The body compressed, where that was done before.
  package var compressed: [UInt8]?
  /// What is sent of a body that has waited for `Limits.heartbeatSeconds`, so that whoever is between
  /// does not take the connection for dead; nil where nothing is.
  package var heartbeat: [UInt8]?
  /// Whether the same target, host and `Accept` get these bytes until the store changes.
  package var isCacheable = false
  /// The route that answered, for counts and the log.
  package var route = RouteNumber.none

  package init(
    _ status: Status, fields: [Field] = [], body: [UInt8] = [], contentType: String? = nil,
    etag: EntityTag? = nil
  ) {
    self.status = status
    self.fields = (contentType.map { [Field("Content-Type", $0)] } ?? []) + fields
    self.body = .bytes(body)
    self.etag = etag
  }
}

/// What a handler comes to: an answer, or work for the pool that gives one.
package enum Reply {
  case response(Response)
  /// Work that would hold an event loop for too long; it asks `isCancelled` now and then.
  case job(@Sendable (_ isCancelled: () -> Bool) -> Response)

  /// The same, with the answer's route told.
  package func on(_ route: RouteNumber) -> Reply {
    switch self {
    case .response(let response): .response(response.on(route))
    case .job(let work): .job { isCancelled in work(isCancelled).on(route) }
    }
  }
}

extension Response {
  /// The same answer with its route told.
  package func on(_ route: RouteNumber) -> Response {
    var response = self
    response.route = route
    return response
  }
}
