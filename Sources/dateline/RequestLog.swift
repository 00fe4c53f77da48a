// Tells requests and events of the server through swift-log.

import HTTP
import HTTPServer
import Logging
import Platform

/// The server's log, on standard error.
enum RequestLog {
  /// Starts the thread that writes.
  ///
  /// - Parameter sampling: of how many requests one is told; nil for none, and then nothing is told
  ///   but what somebody has to mend.
  static func start(
    sampling: Int?, routes: [String], clock: WallClock
  ) throws(SystemError) -> ServerLog {
    let handler = LineLogHandler(level: sampling == nil ? .warning : .info)
    let logger = Logger(label: "dateline.http") { _ in handler }
    return try ServerLog(sampling: sampling, clock: clock) { records in
      for record in records { write(record, routes, logger) }
      handler.flush()
    }
  }

  private static func write(_ record: LogRecord, _ routes: [String], _ logger: Logger) {
    switch record {
    case .request(let entry):
      let line = RequestLine(entry: entry, route: routes[entry.route.index])
      logger.info("request", metadata: [LineLogHandler.members: .stringConvertible(line)])
    case .event(let event, let time):
      let line = EventLine(event: event, time: time)
      logger.log(
        level: event.level, "\(event.message)",
        metadata: [LineLogHandler.members: .stringConvertible(line)])
    }
  }
}

/// The members of a request's line.
private struct RequestLine: LogMembers {
  let entry: AccessEntry
  let route: String

  var time: Int64 { entry.time }

  func write(to line: inout LogText) {
    line.add("client", entry.client.description)
    line.add("method", entry.trace.method)
    line.add("target", entry.trace.target)
    line.add("route", route)
    line.add("status", entry.status)
    line.add("bytes", entry.bytes)
    line.add("microseconds", entry.microseconds)
    if let agent = entry.trace.userAgent { line.add("user_agent", agent) }
    if entry.weight > 1 { line.add("weight", entry.weight) }
  }

  var description: String { "\(entry.trace.method) \(route) \(entry.status)" }
}

private struct EventLine: LogMembers {
  let event: ServerEvent
  let time: Int64

  func write(to line: inout LogText) {
    switch event {
    case .dropped(let count): line.add("lines", count)
    case .shedding(let reason): line.add("reason", reason.rawValue)
    case .started, .stopping, .outOfDescriptors: break
    }
  }

  var description: String { event.message }
}

extension ServerEvent {
  fileprivate var level: Logger.Level {
    switch self {
    case .started, .stopping: .info
    case .outOfDescriptors, .shedding, .dropped: .warning
    }
  }

  fileprivate var message: String {
    switch self {
    case .started: "started"
    case .stopping: "stopping"
    case .outOfDescriptors: "out of descriptors: new connections wait"
    case .shedding: "clients are answered 503: too much is asked or open"
    case .dropped: "lines were dropped: standard error is slower than the log"
    }
  }
}
