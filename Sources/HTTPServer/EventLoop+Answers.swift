// From requests to bytes.

import HTTP
import Platform

extension EventLoop {
  /// Answers the request at the start of `bytes` if it is known word for word; how long it is. What
  /// comes from a proxy is read each time: the words before it may have named another client.
  mutating func answerAgain(_ bytes: Span<UInt8>, on connection: Connection) -> Int? {
    guard setting.budget == nil, !book.notesRequests, !connection.isProxy,
      let known = repeats.find(connection.token, bytes, isSecure: connection.isSecure),
      connection.state.answersAtOnce(now: now)
    else { return nil }
    counts.add(.cacheHits)
    book.add(Timing(route: known.route, start: now), status: known.status)
    known.answer.append(
      to: &output, stamp: stamp, persistence: known.persistence, headOnly: known.isHead,
      originLine: known.originLine)
    return known.head.count
  }

  /// Answers the whole request that stands at the start of `bytes`, or was kept.
  ///
  /// - Parameter headBytes: how many of `bytes` are its head, where it has no body.
  mutating func answer(_ connection: Connection, _ bytes: Span<UInt8>, headBytes: Int) {
    if setting.budget != nil, isOverBudget(connection, bytes) { return }
    if connection.pending != nil, isTurnOver {
      connection.exchange.start = now
      return queue(connection, key: nil)
    }
    if let pending = connection.pending {
      connection.pending = nil
      connection.exchange.start = now
      return answer(pending, on: connection, key: nil)
    }
    let isRead = head.method == .get || head.method == .head
    if isRead, head.isSecure || !head.asksForTLS, connection.redirectPort == nil,
      let cached = cache.find(head, bytes),
      let kept = cached.choose(head, bytes, now: stamp.second)
    {
      let originLine = lines(originLines.line(for: head, bytes), isSecure: head.isSecure)
      remember(kept, cached.route, originLine, bytes.extracting(0..<headBytes), connection)
      return send(kept, of: cached.route, originLine, to: bytes, on: connection)
    }
    connection.exchange = exchange(bytes)
    let key = isRead ? AnswerKey(head, bytes) : nil
    if isTurnOver {
      connection.pending = decode(bytes, connection)
      return queue(connection, key: key)
    }
    answer(decode(bytes, connection), on: connection, key: key)
  }

  /// Remembers a request that was asked before, if nothing but its head says what is answered.
  private mutating func remember(
    _ kept: KeptAnswer, _ route: RouteNumber, _ originLine: [UInt8], _ bytes: Span<UInt8>,
    _ connection: Connection
  ) {
    guard connection.state.keepsAlive,
      repeats.isRepeated(connection.token, kept.answer, headBytes: bytes.count)
    else { return }
    var copy: [UInt8] = []
    copy.append(bytes)
    repeats.remember(
      connection.token,
      RepeatedRequest(
        head: copy, answer: kept.answer, route: route, status: kept.status, originLine: originLine,
        persistence: persistence(connection, minorVersion: head.minorVersion),
        isHead: head.method == .head, isSecure: connection.isSecure))
  }

  /// Whether the client's address has spent its requests; the answer then says so, and the
  /// connection is kept.
  private mutating func isOverBudget(_ connection: Connection, _ bytes: Span<UInt8>) -> Bool {
    guard let seconds = setting.budget?.take(connection.client, now: now) else { return false }
    if connection.pending == nil { connection.exchange = exchange(bytes) }
    connection.pending = nil
    connection.body = []
    let detail =
      "An address may send \(limits.requestsPerSecond) requests a second, \(limits.requestBurst) at once."
    respond(
      Problem.tooManyRequests(detail, retryAfterSeconds: seconds).response, on: connection)
    return true
  }

  /// The fast path: nothing is made that was not there before.
  private mutating func send(
    _ kept: KeptAnswer, of route: RouteNumber, _ originLine: [UInt8], to request: Span<UInt8>,
    on connection: Connection
  ) {
    counts.add(.cacheHits)
    let timing = Timing(route: route, start: now)
    book.add(timing, status: kept.status)
    let start = output.count
    let persistence = persistence(connection, minorVersion: head.minorVersion)
    kept.answer.append(
      to: &output, stamp: stamp, persistence: persistence, headOnly: head.method == .head,
      originLine: originLine)
    if book.notesRequests, let weight = book.weight(status: kept.status) {
      let entry = AccessEntry(
        client: connection.client, trace: RequestTrace(head, request), route: route,
        status: kept.status, bytes: output.count - start, weight: weight)
      book.note(entry, timing)
    }
    perform(connection.state.answered(now: now), on: connection)
  }

  mutating func answer(
    _ request: Result<Request, Problem>, on connection: Connection, key: AnswerKey?
  ) {
    let body = connection.body
    connection.body = []
    switch request {
    case .failure(let problem):
      respond(problem.response, on: connection)
    case .success(let request) where connection.redirectPort != nil:
      respond(redirect(request, to: connection.redirectPort ?? 0), on: connection)
    case .success(var request):
      request.body = body
      switch responder.reply(to: request) {
      case .response(let response): respond(response, on: connection, key: key)
      case .job(let work): start(work, of: request.body.count, for: connection, key: key)
      }
    }
  }

  /// Sends an answer made just now, and keeps it where others may want it.
  mutating func respond(_ response: Response, on connection: Connection, key: AnswerKey? = nil) {
    var response = response.answering(connection.exchange.preflight)
    if response.isCompressible { response.vary.insert(.acceptEncoding) }
    var form = connection.exchange.form(of: response, now: stamp.second)
    if form == .whole(.gzip), response.compressed == nil, response.isAllThere {
      if response.bodyBytes <= limits.inlineCompressionBytes {
        response.compress()
      } else if compress(response, for: connection, key: key) {
        return
      } else {
        form = .whole(.identity)
      }
    }
    if let key, response.status == .ok, response.isCacheable { keep(response, key) }
    send(response.inForm(form), on: connection)
  }

  private mutating func send(_ response: Response, on connection: Connection) {
    let exchange = connection.exchange
    let timing = Timing(route: response.route, start: exchange.start)
    let start = output.count
    switch response.body {
    case .bytes(let body):
      book.add(timing, status: response.status.rawValue)
      let persistence = persistence(connection, minorVersion: exchange.minorVersion)
      encode(response, withBody: false).append(
        to: &output, stamp: stamp, persistence: persistence, headOnly: false,
        originLine: lines(exchange.originLine(originLines), isSecure: connection.isSecure))
      if response.status.hasBody, !exchange.isHead { output.append(contentsOf: body) }
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
        connection.heartbeat = response.heartbeat
      }
    }
    connection.exchange = Exchange()
  }

  /// What the log tells of an answer; nil where it does not want it.
  private mutating func entry(
    _ response: Response, on connection: Connection, from start: Int
  ) -> AccessEntry? {
    guard let trace = connection.exchange.trace,
      let weight = book.weight(status: response.status.rawValue)
    else { return nil }
    return AccessEntry(
      client: connection.client, trace: trace, route: response.route,
      status: response.status.rawValue, bytes: output.count - start, weight: weight)
  }

  /// Fields that are not the same for all who get an answer: with TLS, that it is to be used from now
  /// on (RFC 6797; browsers do not believe a certificate that nobody vouches for).
  private func lines(_ originLine: [UInt8], isSecure: Bool) -> [UInt8] {
    if !isSecure { return originLine }
    return originLine.isEmpty ? strictTransport : originLine + strictTransport
  }

  /// A body of unknown length: chunks, or for HTTP/1.0 the connection's end.
  private mutating func sendHead(_ response: Response, on connection: Connection) {
    let takesChunks = connection.exchange.minorVersion == 1
    connection.producesChunks = takesChunks
    let encoded = ResponseEncoder.encode(
      response, framing: takesChunks ? .chunked : .untilClose, body: [], standing: standing)
    let persistence =
      takesChunks ? persistence(connection, minorVersion: 1) : Persistence.close
    DatedAnswer(encoded).append(
      to: &output, stamp: stamp, persistence: persistence, headOnly: false,
      originLine: lines(
        connection.exchange.originLine(originLines), isSecure: connection.isSecure))
  }

  /// - Parameter withBody: whether the body is copied behind the head; its length is told anyhow.
  func encode(_ response: Response, withBody: Bool = true) -> DatedAnswer {
    guard case .bytes(let body) = response.body else { preconditionFailure("a producer") }
    let hasBody = response.status.hasBody
    return DatedAnswer(
      ResponseEncoder.encode(
        response, framing: hasBody ? .sized(body.count) : .none,
        body: hasBody && withBody ? body : [], standing: standing))
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
    respond(Problem(violation, within: limits).response, on: connection)
  }
}
