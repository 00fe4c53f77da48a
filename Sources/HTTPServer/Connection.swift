// One connection's socket and what is under way on it.

import HTTP
import Platform

/// What of a request outlives its bytes, for its answer.
struct Exchange {
  var isHead = false
  var minorVersion = 1
  /// The value of `If-None-Match`, which means this only to GET and HEAD, RFC 9110 section 13.1.2.
  var ifNoneMatch: [UInt8]?
  /// What the log may want; nil where nothing is noted.
  var trace: RequestTrace?
  /// The turn in which the request was whole.
  var start = Instant.now

  /// Of a request that is refused; whether it was a HEAD, which gets no body.
  init(isHead: Bool = false) { self.isHead = isHead }

  init(_ head: RequestHead, _ bytes: Span<UInt8>) {
    isHead = head.method == .head
    minorVersion = head.minorVersion
    guard head.method == .get || isHead else { return }
    ifNoneMatch = head.value(.ifNoneMatch, in: bytes).map { Array($0.utf8) }
  }
}

/// A connection; its event loop owns it outright and nobody else sees it.
final class Connection {
  var descriptor: Descriptor
  let peer: PeerAddress
  /// Names the connection to the poller, to deadlines and to jobs.
  let token: UInt64
  var state: ConnectionState
  var interest = Readiness.read

  /// Received and not yet done with: a request that is not whole, or that has to wait.
  var unread: [UInt8] = []
  /// The head of a request whose body is on its way, or what is wrong with its target.
  var pending: Result<Request, Problem>?
  var exchange = Exchange()
  var body: [UInt8] = []

  /// Made and not yet written, from `unsentStart` on.
  var unsent: [UInt8] = []
  var unsentStart = 0
  /// Bytes handed to the system, and of them those that the peer was last known to have.
  var written = 0
  var acknowledged = 0
  /// The rest of a body that is made while it is written.
  var producer: BodyProducer?
  var producesChunks = false
  /// When that answer began, and what the log wants of it.
  var producing: (timing: Timing, entry: AccessEntry?)?
  /// Whether a turn ended with requests unanswered because it had made enough output.
  var isPaced = false
  /// What to do when all is written.
  var afterWriting: ConnectionState.Action?
  /// The job that makes the answer.
  var job: JobTicket?
  /// What was asked of it, and how often answers had ceased to hold by then.
  var jobKey: (key: AnswerKey, emptyings: Int)?
  var isClosed = false

  init(
    _ descriptor: consuming Descriptor, from peer: PeerAddress, token: UInt64,
    state: ConnectionState
  ) {
    self.descriptor = descriptor
    self.peer = peer
    self.token = token
    self.state = state
  }

  var hasUnsent: Bool { unsentStart < unsent.count }

  /// Whether the next request may be looked at.
  var takesRequests: Bool {
    !hasUnsent && producer == nil && job == nil && afterWriting == nil && !isClosed
  }
}
