// Work for the pool, and what comes back from it.

import HTTP

extension EventLoop {
  /// Lets the pool make an answer.
  mutating func start(
    _ work: @escaping @Sendable (_ isCancelled: () -> Bool) -> Response, of bytes: Int,
    for connection: Connection, key: AnswerKey?
  ) {
    if submit(work, of: bytes, for: connection, key: key) { return }
    counts.add(.jobsRefused)
    let detail =
      "\(limits.waitingJobs) long requests wait, or bodies of \(setting.jobs.bytesLimit) bytes."
    respond(unavailable(detail).response, on: connection)
  }

  /// Lets the pool compress an answer; false where too much waits there.
  mutating func compress(
    _ response: Response, for connection: Connection, key: AnswerKey?
  ) -> Bool {
    guard case .bytes(let body) = response.body else { return false }
    let isTaken = submit(
      { _ in
        var compressed = Response(.ok, body: body)
        compressed.compress()
        return compressed
      }, of: body.count, for: connection, key: key)
    if isTaken { connection.uncompressed = response }
    return isTaken
  }

  private mutating func submit(
    _ work: @escaping @Sendable (_ isCancelled: () -> Bool) -> Response, of bytes: Int,
    for connection: Connection, key: AnswerKey?
  ) -> Bool {
    connection.jobKey = key.map { ($0, cache.emptyings) }
    connection.job = setting.jobs.submit(
      token: connection.token, bytes: bytes, to: setting.mailbox, work)
    return connection.job != nil
  }

  /// A job's answer has come; the requests behind it go on.
  mutating func finish(_ job: FinishedJob) {
    setting.jobs.taken()
    guard let connection = connections[job.token], connection.job != nil else { return }
    connection.job = nil
    connection.state.answerIsMade()
    var response = job.response
    if let uncompressed = connection.uncompressed {
      connection.uncompressed = nil
      response = uncompressed
      response.compressed = job.response.compressed
    }
    let isFresh = connection.jobKey?.emptyings == cache.emptyings
    respond(response, on: connection, key: isFresh ? connection.jobKey?.key : nil)
    takeUnread(connection)
  }
}
