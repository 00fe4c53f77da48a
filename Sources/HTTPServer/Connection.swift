// One connection's socket and what is under way on it.

import HTTP
import Platform
import TLS

/// What of a request outlives its bytes, for its answer.
struct Exchange {
  var isHead = false
  var minorVersion = 1
  /// The head, where it has fields that choose what of the answer is sent.
  private var head: RequestHead?
  private(set) var bytes: [UInt8] = []
  /// What the log may want; nil where nothing is noted.
  var trace: RequestTrace?
  /// The turn in which the request was whole.
  var start = Instant.now

  /// Of a request that is refused; whether it was a HEAD, which gets no body.
  init(isHead: Bool = false) { self.isHead = isHead }

  init(_ head: RequestHead, _ bytes: Span<UInt8>) {
    isHead = head.method == .head
    minorVersion = head.minorVersion
    guard !head.named.isDisjoint(with: .outlasting) else { return }
    self.head = head
    let end = head.fields.last?.value.upperBound ?? 0
    self.bytes.append(bytes.extracting(0..<end))
  }

  func form(of response: Response, now: Int64) -> AnswerForm {
    head.map { response.form(for: $0, bytes.span, now: now) } ?? .whole(.identity)
  }

  var preflight: Preflight? { head.flatMap { Preflight($0, bytes.span) } }

  func originLine(_ lines: OriginLines) -> [UInt8] {
    head.map { lines.line(for: $0, bytes.span) } ?? []
  }
}

/// A connection; its event loop owns it outright and nobody else sees it.
final class Connection {
  var descriptor: Descriptor
  let peer: PeerAddress
  /// Whether the peer is believed when it says for whom it asks.
  let isProxy: Bool
  /// Who asks, request by request: the peer, or whom a trusted proxy names.
  var client: PeerAddress
  /// Nil where the connection is plain.
  var tls: TLSSession?
  /// The port on which everything is to be asked by TLS; nil where it is answered here.
  let redirectPort: UInt16?
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
  /// What is sent while the producer waits, and since when it does; nil while it does not.
  var heartbeat: [UInt8]?
  var waitsSince: Instant?
  /// When that answer began, and what the log wants of it.
  var producing: (timing: Timing, entry: AccessEntry?)?
  /// Whether a turn ended with requests unanswered because it had made enough output.
  var isPaced = false
  /// What to do when all is written.
  var afterWriting: ConnectionState.Action?
  /// Whether its request stands in the loop's queue, to be answered in one of the next turns.
  var isQueued = false
  /// Under which a queued answer may be kept.
  var queuedKey: AnswerKey?
  /// The job that makes the answer.
  var job: JobTicket?
  /// The answer that waits to be compressed by it.
  var uncompressed: Response?
  /// What was asked of it, and how often answers had ceased to hold by then.
  var jobKey: (key: AnswerKey, emptyings: Int)?
  /// Whether it counts among the connections that may be open; else it is only being told that it
  /// may not.
  let isAdmitted: Bool
  /// Bytes of memory that it was last known to hold, and when it last moved a byte.
  var held = 0
  var moved: Instant
  var isClosed = false

  init(
    _ descriptor: consuming Descriptor, from peer: PeerAddress, isProxy: Bool = false,
    token: UInt64, state: ConnectionState, isAdmitted: Bool = true, tls: TLSSession? = nil,
    redirectPort: UInt16? = nil, now: Instant = .now
  ) {
    self.tls = tls
    self.redirectPort = redirectPort
    self.isAdmitted = isAdmitted
    moved = now
    self.descriptor = descriptor
    self.peer = peer
    self.isProxy = isProxy
    client = peer
    self.token = token
    self.state = state
  }

  /// Memory that a client makes the connection hold, in bytes: at most a buffer and a head unread,
  /// a body, `Limits.unsentBytes` and one answer unsent.
  var holding: Int {
    unread.capacity + body.capacity + unsent.capacity + exchange.bytes.capacity
      + pendingBytes + (tls?.partBytes ?? 0)
  }

  /// About what a request comes to that is decoded and waits: a parameter may be two bytes of the
  /// target and takes 32 and more.
  private var pendingBytes: Int {
    switch pending {
    case nil: 0
    case .failure: 1024
    case .success(let request): 1024 + 16 * request.target.utf8.count
    }
  }

  private static let lightBytes = 16 * 1024

  /// Whether it holds no more than a request and its head.
  var isLight: Bool { held <= Self.lightBytes }

  /// Whether the peer may be one that ends TLS for us: a trusted proxy, or a process of this machine.
  var isFromGateway: Bool { isProxy || peer.isOfThisMachine }

  var isSecure: Bool { tls != nil }

  /// Whether a handshake has begun that is not done.
  var isShakingHands: Bool { tls.map { $0.hasBegun && !$0.isEstablished } ?? false }

  /// Whether its producer has nothing to say for now, or something.
  var isWaiting: Bool { waitsSince != nil }
  var isProducing: Bool { producer != nil && !isWaiting }

  var hasUnsent: Bool { unsentStart < unsent.count }

  /// Whether everything that came is answered and written; else the end that a peer tells by TLS waits
  /// for that of its side of the connection, or a deadline.
  var isDone: Bool { takesRequests && !isPaced && unread.isEmpty }

  /// Whether the next request may be looked at.
  var takesRequests: Bool {
    !hasUnsent && producer == nil && job == nil && !isQueued && afterWriting == nil && !isClosed
  }
}
