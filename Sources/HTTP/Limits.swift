// Every limit and deadline of the server, with its reason.

/// What one peer may ask of the server at most.
package struct Limits: Equatable, Sendable {
  /// Request line: a browser stops near 8 kB; a query with a long bounding list still fits. 414.
  package var requestLineBytes = 8 * 1024
  /// Request line and fields together, as nginx and Apache have it. 431.
  package var headBytes = 16 * 1024
  /// Field lines; browsers send about 15. 431.
  package var fieldCount = 100
  /// A body: the longest article with its JSON around it. 413.
  package var bodyBytes = 8 * 1024 * 1024
  /// One chunk's size line with its extensions, which nobody uses. 400.
  package var chunkLineBytes = 256
  /// Trailers, which are read and dropped. 431.
  package var trailerBytes = 8 * 1024

  /// What a loop reads at once, and what a producer may fill at once.
  package var bufferBytes = 64 * 1024
  /// Answers made that may wait to be written before no more requests are looked at; the last of
  /// them may be as large as an answer is.
  package var unsentBytes = 256 * 1024
  /// Connections a loop; the program lowers it where the system gives it fewer descriptors. 503.
  package var connectionsPerLoop = 8_000
  /// Jobs that wait for the pool; more are answered 503.
  package var waitingJobs = 64
  /// Threads that do jobs.
  package var jobThreads = 2
  /// Cached answers a loop, in bytes of key and answer together.
  package var cacheBytesPerLoop = 16 * 1024 * 1024
  /// An answer larger than this is written, not kept.
  package var cachedAnswerBytes = 256 * 1024
  /// A body larger than this is compressed by the pool; this much takes a loop 0.3 ms.
  package var inlineCompressionBytes = 64 * 1024

  /// Between requests; longer than a dashboard's polling interval.
  package var idleSeconds = 75.0
  /// From a head's first byte to its last. 408.
  package var headSeconds = 10.0
  /// From the end of a head to the end of the body. 408.
  package var bodySeconds = 30.0
  /// Without a byte taken by a peer that is being written to.
  package var writeSeconds = 30.0
  /// For the peer to close after our last answer, so that it can read that answer.
  package var lingerSeconds = 2.0
  /// For what is in flight when the server is told to stop.
  package var drainSeconds = 10.0
  /// What a client is told to wait where a 503 says `Retry-After`.
  package var retryAfterSeconds = 1

  package init() {}
}
