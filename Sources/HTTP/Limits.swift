// Every limit and deadline of the server, with its reason.

/// What one peer, or all of them together, may ask of the server at most. `Limit.all` tells users
/// how each is called, what it may be and what comes of going over it.
package struct Limits: Equatable, Sendable {
  /// A browser stops near 8 kB; a query with a long bounding list still fits.
  package var requestLineBytes = 8 * 1024
  /// Request line and fields together, as nginx and Apache have it.
  package var headBytes = 16 * 1024
  /// Browsers send about 15.
  package var fieldCount = 100
  /// Segments of a path and parameters of a query: each takes much more memory decoded than the two
  /// bytes that it may have. 400.
  package var targetParts = 200
  /// The longest article with its JSON around it.
  package var bodyBytes = 8 * 1024 * 1024
  /// A size with extensions, which nobody uses.
  package var chunkLineBytes = 256
  /// They are read and dropped.
  package var trailerBytes = 8 * 1024

  /// Of all loops, ten thousand streams of events among them; the program lowers it where the system
  /// gives it fewer descriptors.
  package var connections = 16_384
  /// Hundreds of dashboards behind one address, six connections each; of IPv6 the /64 counts,
  /// because that is what one customer gets (RFC 6177). A Unix-domain socket has no address.
  package var connectionsPerAddress = 12_288
  /// 0 is none; a balancer that shares connections out anew now and then wants one.
  package var requestsPerConnection = 0
  /// Of a connection in one turn, before the others get theirs. An answer that has to be made
  /// counts as several.
  package var turnRequests = 32
  /// What an address may ask in the long run; 0 is no such budget.
  package var requestsPerSecond = 0
  /// What it may ask at once: a page of a dashboard asks for some dozens of things.
  package var requestBurst = 100

  /// What a loop reads at once, and what a producer may fill at once.
  package var bufferBytes = 64 * 1024
  /// Answers made that may wait to be written before no more requests are looked at; the last of
  /// them may be as large as an answer is.
  package var unsentBytes = 256 * 1024
  /// What all connections together hold: requests not yet whole and answers not yet taken. Each
  /// loop has its equal share of it, beside the answer that it is about to write.
  package var memoryBytes = 32 * 1024 * 1024
  /// A person waits so long; who waits longer asks again, which makes it worse.
  package var queueSeconds = 2.0
  /// Some seconds of work.
  package var waitingJobs = 64
  package var jobThreads = 2
  /// In bytes of key and answer together.
  package var cacheBytesPerLoop = 16 * 1024 * 1024
  package var cachedAnswerBytes = 256 * 1024
  /// This much takes 0.3 ms.
  package var inlineCompressionBytes = 64 * 1024

  /// Longer than a dashboard's polling interval.
  package var idleSeconds = 75.0
  /// Two round trips and a signature.
  package var handshakeSeconds = 10.0
  package var headSeconds = 10.0
  package var bodySeconds = 30.0
  package var writeSeconds = 30.0
  /// Fewer bytes taken in `writeSeconds` are a peer that holds on without reading: the slowest
  /// modem takes ten times as many.
  package var writeBytes = 4 * 1024
  /// So that the peer can read our last answer before the connection is gone.
  package var lingerSeconds = 2.0
  /// Proxies commonly close what has been silent for a minute, some for half of one.
  package var heartbeatSeconds = 15.0
  package var drainSeconds = 10.0
  /// Enough for a follower that was away for a day; a hundred bytes each.
  package var changesKept = 100_000
  package var retryAfterSeconds = 1

  package init() {}
}
