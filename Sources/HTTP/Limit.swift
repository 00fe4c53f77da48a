// The limits as users know them: name, meaning, what may be set, what a client sees.

/// One limit of `Limits` under the name that settings and README give it.
package struct Limit: Sendable {
  private enum Place: Sendable {
    case whole(any WritableKeyPath<Limits, Int> & Sendable)
    case seconds(any WritableKeyPath<Limits, Double> & Sendable)
  }

  package let name: String
  /// A phrase without a full stop.
  package let meaning: String
  /// The status that is answered, or what happens instead.
  package let outcome: String
  package let allowed: ClosedRange<Int>
  private let place: Place

  private init(
    _ name: String, _ path: any WritableKeyPath<Limits, Int> & Sendable,
    _ allowed: ClosedRange<Int>, _ outcome: String, _ meaning: String
  ) {
    (self.name, self.meaning, self.outcome, self.allowed) = (name, meaning, outcome, allowed)
    place = .whole(path)
  }

  private init(
    _ name: String, seconds path: any WritableKeyPath<Limits, Double> & Sendable,
    _ allowed: ClosedRange<Int>, _ outcome: String, _ meaning: String
  ) {
    (self.name, self.meaning, self.outcome, self.allowed) = (name, meaning, outcome, allowed)
    place = .seconds(path)
  }

  /// The limit of this name.
  package static func named(_ name: String) -> Limit? { all.first { $0.name == name } }

  /// What it is, in its unit; parts of seconds are dropped.
  package func value(in limits: Limits) -> Int {
    switch place {
    case .whole(let path): limits[keyPath: path]
    case .seconds(let path): Int(limits[keyPath: path])
    }
  }

  /// Sets it to a value that is allowed.
  package func set(_ value: Int, in limits: inout Limits) {
    switch place {
    case .whole(let path): limits[keyPath: path] = value
    case .seconds(let path): limits[keyPath: path] = Double(value)
    }
  }

  private static let mebibyte = 1 << 20
  private static let tebibyte = 1 << 40
  private static let day = 86_400

  /// All of them, in the order in which README tells them.
  package static let all: [Limit] = [
    Limit(
      "request_line_bytes", \.requestLineBytes, 64...mebibyte, "414", "the request line"),
    Limit("head_bytes", \.headBytes, 256...mebibyte, "431", "request line and fields together"),
    Limit(
      "target_parts", \.targetParts, 16...10_000, "400",
      "segments of a path, and parameters of a query"),
    Limit("fields", \.fieldCount, 8...10_000, "431", "field lines"),
    Limit("body_bytes", \.bodyBytes, 1...(1 << 30), "413", "a body"),
    Limit(
      "chunk_line_bytes", \.chunkLineBytes, 32...65_536, "400",
      "the line of a chunk's size with its extensions"),
    Limit("trailer_bytes", \.trailerBytes, 64...mebibyte, "431", "all trailers of a body"),
    Limit(
      "connections", \.connections, 1...1_000_000, "503",
      "open connections in all; when there are as many, the longest idle one is closed for a new one"
    ),
    Limit(
      "connections_per_address", \.connectionsPerAddress, 1...1_000_000, "503",
      "open connections of one address, of IPv6 of one /64"),
    Limit(
      "requests_per_connection", \.requestsPerConnection, 0...1_000_000_000, "`Connection: close`",
      "requests of one connection; 0 is no limit"),
    Limit(
      "turn_requests", \.turnRequests, 1...1_000_000, "waits",
      "pipelined requests answered before other connections get their turn"),
    Limit(
      "requests_per_second", \.requestsPerSecond, 0...1_000_000, "429",
      "requests that an address may send in the long run; 0 is no limit"),
    Limit(
      "request_burst", \.requestBurst, 1...1_000_000, "429",
      "requests that it may send at once, where `requests_per_second` is set"),
    Limit(
      "buffer_bytes", \.bufferBytes, 4096...(16 * mebibyte), "waits",
      "what is read of a connection in one turn"),
    Limit(
      "unsent_bytes", \.unsentBytes, 4096...(1 << 30), "waits",
      "answers that wait for a client before its next request is looked at"),
    Limit(
      "memory_bytes", \.memoryBytes, mebibyte...tebibyte, "503 or the end",
      "what all connections hold of requests and answers; those go first that have not moved longest"
    ),
    Limit(
      "queue_seconds", seconds: \.queueSeconds, 1...day, "503",
      "from a whole request to the begin of its answer, when others are before it"),
    Limit("waiting_jobs", \.waitingJobs, 1...100_000, "503", "long requests that wait"),
    Limit(
      "job_threads", \.jobThreads, 1...256, "waits", "long requests that are worked on at once"),
    Limit(
      "cache_bytes_per_loop", \.cacheBytesPerLoop, 0...tebibyte, "made anew",
      "answers that each loop keeps"),
    Limit(
      "cached_answer_bytes", \.cachedAnswerBytes, 0...(1 << 30), "made anew",
      "an answer that is kept"),
    Limit(
      "inline_compression_bytes", \.inlineCompressionBytes, 0...(16 * mebibyte), "the pool's work",
      "a body that its loop compresses"),
    Limit("idle_seconds", seconds: \.idleSeconds, 1...day, "the end", "between two requests"),
    Limit(
      "handshake_seconds", seconds: \.handshakeSeconds, 1...day, "the end",
      "for the handshake of TLS"),
    Limit(
      "head_seconds", seconds: \.headSeconds, 1...day, "408", "from a head's first byte to its last"
    ),
    Limit(
      "body_seconds", seconds: \.bodySeconds, 1...day, "408",
      "from the end of a head to the end of its body"),
    Limit(
      "write_seconds", seconds: \.writeSeconds, 1...day, "the end",
      "for a client to take `write_bytes` of what waits for it"),
    Limit(
      "write_bytes", \.writeBytes, 1...mebibyte, "the end",
      "what a client has to take in `write_seconds`, or else all that waits for it"),
    Limit(
      "linger_seconds", seconds: \.lingerSeconds, 1...60, "the end",
      "for a client to read the last answer and close, and for a long answer to a client that sends "
        + "no more"),
    Limit(
      "heartbeat_seconds", seconds: \.heartbeatSeconds, 1...day, "a heartbeat",
      "that a stream of events is silent"),
    Limit(
      "changes_kept", \.changesKept, 1...100_000_000, "410",
      "the last changes that `/changes` can tell"),
    Limit(
      "drain_seconds", seconds: \.drainSeconds, 0...day, "the end",
      "for requests in flight when the server is told to stop"),
    Limit(
      "retry_after_seconds", \.retryAfterSeconds, 1...day, "`Retry-After`",
      "what a 503 tells a client to wait"),
  ]
}
