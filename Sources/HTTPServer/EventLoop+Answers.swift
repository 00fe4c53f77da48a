// From requests to bytes.

import HTTP
import Platform

extension EventLoop {
  /// Answers the whole request that stands at the start of `bytes`, or was kept.
  mutating func answer(_ connection: Connection, _ bytes: Span<UInt8>) {
    if let pending = connection.pending {
      connection.pending = nil
      connection.exchange.start = now
      return answer(pending, on: connection, key: nil)
    }
    let isRead = head.method == .get || head.method == .head
    if isRead, let cached = cache.find(head, bytes), let kept = kept(cached, bytes) {
      return send(kept, of: cached, to: bytes, on: connection)
    }
    connection.exchange = exchange(bytes)
    answer(decode(bytes), on: connection, key: isRead ? AnswerKey(head, bytes) : nil)
  }

  /// What of a cached answer the request wants, if that was kept.
  private func kept(_ cached: CachedAnswer, _ bytes: Span<UInt8>) -> DatedAnswer? {
    if let etag = cached.etag, let notModified = cached.notModified,
      head.hasLine(.ifNoneMatch, where: { etag.isListed(in: bytes.extracting($0)) })
    {
      return notModified
    }
    return cached.full
  }

  /// The fast path: nothing is made that was not there before.
  private mutating func send(
    _ answer: DatedAnswer, of cached: CachedAnswer, to request: Span<UInt8>,
    on connection: Connection
  ) {
    counts.add(.cacheHits)
    let timing = Timing(route: cached.route, start: now)
    let status = answer === cached.full ? 200 : 304
    book.add(timing, status: status)
    let start = output.count
    let persistence = persistence(connection, minorVersion: head.minorVersion)
    answer.append(
      to: &output, stamp: stamp, persistence: persistence, headOnly: head.method == .head)
    if book.notesRequests, let weight = book.weight(status: status) {
      let entry = AccessEntry(
        client: connection.peer, trace: RequestTrace(head, request), route: cached.route,
        status: status, bytes: output.count - start, weight: weight)
      book.note(entry, timing)
    }
    perform(connection.state.answered(now: now), on: connection)
  }

  private mutating func answer(
    _ request: Result<Request, Problem>, on connection: Connection, key: AnswerKey?
  ) {
    let body = connection.body
    connection.body = []
    switch request {
    case .failure(let problem):
      respond(problem.response, on: connection)
    case .success(var request):
      request.body = body
      switch responder.reply(to: request) {
      case .response(let response): respond(response, on: connection, key: key)
      case .job(let work): start(work, for: connection, key: key)
      }
    }
  }

  /// Sends an answer made just now, and keeps it where others may want it.
  mutating func respond(_ response: Response, on connection: Connection, key: AnswerKey? = nil) {
    let etag = response.etag
    let isKnown = connection.exchange.ifNoneMatch.map { etag?.isListed(in: $0.span) ?? false }
    let isOK = response.status == .ok
    if let key, isOK, response.isCacheable { keep(response, key) }
    send(isOK && isKnown == true ? response.notModified : response, on: connection)
  }

  /// Keeps an answer, or of a long one only that it has not changed.
  private mutating func keep(_ response: Response, _ key: AnswerKey) {
    guard case .bytes(let body) = response.body else { return }
    let isShort = body.count <= limits.cachedAnswerBytes
    let notModified = response.etag.map { _ in encode(response.notModified) }
    cache.insert(
      CachedAnswer(
        key: key, route: response.route, etag: response.etag,
        full: isShort ? encode(response) : nil,
        notModified: notModified))
  }

  private mutating func send(_ response: Response, on connection: Connection) {
    let exchange = connection.exchange
    let timing = Timing(route: response.route, start: exchange.start)
    let start = output.count
    switch response.body {
    case .bytes:
      book.add(timing, status: response.status.rawValue)
      let persistence = persistence(connection, minorVersion: exchange.minorVersion)
      encode(response).append(
        to: &output, stamp: stamp, persistence: persistence, headOnly: exchange.isHead)
      if let entry = entry(response, on: connection, from: start) { book.note(entry, timing) }
      perform(connection.state.answered(now: now), on: connection)
    case .producer(let producer):
      book.begin(timing, status: response.status.rawValue)
      sendHead(response, on: connection)
      connection.producing = (timing, entry(response, on: connection, from: start))
      if exchange.isHead {
        let closing = !connection.producesChunks
        endProducing(connection)
        perform(connection.state.answered(closing: closing, now: now), on: connection)
      } else {
        connection.producer = producer
      }
    }
  }

  /// What the log tells of an answer; nil where it does not want it.
  private mutating func entry(
    _ response: Response, on connection: Connection, from start: Int
  ) -> AccessEntry? {
    guard let trace = connection.exchange.trace,
      let weight = book.weight(status: response.status.rawValue)
    else { return nil }
    return AccessEntry(
      client: connection.peer, trace: trace, route: response.route,
      status: response.status.rawValue, bytes: output.count - start, weight: weight)
  }

  /// A body of unknown length: chunks, or for HTTP/1.0 the connection's end.
  private mutating func sendHead(_ response: Response, on connection: Connection) {
    let takesChunks = connection.exchange.minorVersion == 1
    connection.producesChunks = takesChunks
    let encoded = ResponseEncoder.encode(
      response, framing: takesChunks ? .chunked : .untilClose, body: [])
    let persistence =
      takesChunks ? persistence(connection, minorVersion: 1) : Persistence.close
    DatedAnswer(encoded).append(
      to: &output, stamp: stamp, persistence: persistence, headOnly: false)
  }

  func encode(_ response: Response) -> DatedAnswer {
    guard case .bytes(let body) = response.body else { preconditionFailure("a producer") }
    let hasBody = response.status != .noContent && response.status != .notModified
    return DatedAnswer(
      ResponseEncoder.encode(
        response, framing: hasBody ? .sized(body.count) : .none, body: hasBody ? body : []))
  }

  private func persistence(_ connection: Connection, minorVersion: Int) -> Persistence {
    if !connection.state.keepsAlive { return .close }
    return minorVersion == 1 ? .keep : .keepToldExplicitly
  }

  /// A breach of the protocol: the problem, and then nothing more on this connection.
  mutating func refuse(_ violation: Violation, on connection: Connection) {
    connection.pending = nil
    connection.exchange.start = now
    connection.unread = []
    connection.body = []
    respond(Problem(violation).response, on: connection)
  }

  // MARK: - Jobs

  private mutating func start(
    _ work: @escaping @Sendable (_ isCancelled: () -> Bool) -> Response,
    for connection: Connection, key: AnswerKey?
  ) {
    connection.jobKey = key.map { ($0, cache.emptyings) }
    connection.job = setting.jobs.submit(
      token: connection.token, to: setting.mailbox, work)
    if connection.job == nil {
      counts.add(.jobsRefused)
      let problem = Problem.unavailable(
        "Too many long requests wait.", retryAfterSeconds: limits.retryAfterSeconds)
      respond(problem.response, on: connection)
    }
  }

  /// A job's answer has come; the requests behind it go on.
  mutating func finish(_ job: FinishedJob) {
    guard let connection = connections[job.token], connection.job != nil else { return }
    connection.job = nil
    let isFresh = connection.jobKey?.emptyings == cache.emptyings
    respond(job.response, on: connection, key: isFresh ? connection.jobKey?.key : nil)
    takeUnread(connection)
  }
}
