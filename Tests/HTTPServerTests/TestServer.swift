// A server with a responder made for tests.

import HTTP
import HTTPServer
import Platform
import Synchronization
import TestSupport

/// What the test's responder counts.
final class Counts: Sendable {
  let replies = Atomic(0)
  let running = Atomic(0)
  let cancelled = Atomic(0)
  /// Which of those that hold up their loop does so, and up to which they are let go.
  let holding = Atomic(0)
  let released = Atomic(0)
  /// Goes up when what was answered no longer holds.
  let version = Atomic(0)
  /// Parts that took their loop two milliseconds each.
  let parts = Atomic(0)
}

/// Answers paths that show what the server can do.
final class TestResponder: Responder {
  private let counts: Counts
  private var seen = 0

  init(_ counts: Counts) { self.counts = counts }

  func refresh() -> Bool {
    let version = counts.version.load(ordering: .relaxed)
    defer { seen = version }
    return version != seen
  }

  static let routes = ["none", "echo", "cached", "stream", "job", "other"]

  func reply(to request: Request) -> Reply {
    counts.replies.add(1, ordering: .relaxed)
    let name = request.path.first ?? ""
    let index = Self.routes.dropFirst().firstIndex(of: name) ?? Self.routes.count - 1
    return answer(request).on(RouteNumber(index))
  }

  private func answer(_ request: Request) -> Reply {
    if request.method == .options, request.path.first == "letters" {
      return .response(Response(.noContent, fields: [Field("Allow", "GET, HEAD, OPTIONS")]))
    }
    switch request.path.first {
    case "echo": return .response(text("\(request.method.rawValue) ", request.body))
    case "cached": return .response(cached(request))
    case "letters": return .response(letters(request))
    case "fault": return .response(Problem(.notFound, long).response)
    case "long": return .response(cached(request, bytes: 300_000))
    case "kept": return keptJob(request)
    case "stream": return .response(stream(parts: Int(request.path.last ?? "") ?? 3))
    case "costly": return .response(costly())
    case "feed": return .response(feed())
    case "big": return .response(Response(.ok, body: Array(repeating: 66, count: 4_000_000)))
    case "vast": return .response(Response(.ok, body: Array(repeating: 66, count: 12_000_000)))
    case "parts":
      let parts = counts.parts.load(ordering: .relaxed)
      return .response(Response(.ok, body: Array("\(parts)".utf8)))
    case "spin": return .response(spin(seconds: 0.02))
    case "hold": return .response(hold(Int(request.path.last ?? "") ?? 0))
    case "job": return .job { _ in Response(.ok, body: Array("done".utf8)) }
    case "slow": return slow()
    case "pause": return pause()
    case "hollow": return .response(hollow())
    default: return .response(Problem(.notFound, "nothing").response)
    }
  }

  private func text(_ start: String, _ body: [UInt8]) -> Response {
    Response(.ok, body: Array(start.utf8) + body, contentType: "text/plain")
  }

  /// A job whose answer is kept; it ends once the version that the path names is there.
  private func keptJob(_ request: Request) -> Reply {
    let wanted = Int(request.path.last ?? "") ?? 0
    let (counts, start, version) = (counts, start(request), seen)
    return .job { _ in
      let end = Instant.now + patience
      while counts.version.load(ordering: .relaxed) < wanted, Instant.now < end {}
      return Self.kept(Array(start.utf8), version)
    }
  }

  /// A text of as many letters as the path's end says; below `file` it can be asked for in parts.
  private func letters(_ request: Request) -> Response {
    let count = Int(request.path.last ?? "") ?? 0
    var response = Self.kept((0..<count).map { UInt8(97 + $0 % 26) }, seen)
    response.lastModified = 784_111_000
    response.takesRanges = request.path.contains("file")
    return response
  }

  private var long: String { String(repeating: "far ", count: 400) }

  private func cached(_ request: Request, bytes: Int = 0) -> Response {
    Self.kept(Array(start(request).utf8) + Array(repeating: 65, count: bytes), seen)
  }

  private func start(_ request: Request) -> String {
    "reply \(counts.replies.load(ordering: .relaxed)) to \(request.authority)"
  }

  private static func kept(_ body: [UInt8], _ version: Int) -> Response {
    var response = Response(
      .ok, fields: [Field("Cache-Control", "no-cache")], body: body, contentType: "text/plain")
    response.etag = EntityTag(opaque: "v\(version)")
    response.isCacheable = true
    return response
  }

  /// Parts of 50,000 letters, more than one socket buffer together.
  private func stream(parts: Int) -> Response {
    var left = parts
    var response = Response(.ok, contentType: "text/plain")
    response.body = .producer { buffer in
      buffer.append(contentsOf: Array(repeating: UInt8(97 + left % 26), count: 50_000))
      left -= 1
      return left > 0 ? .more : .last
    }
    return response
  }

  /// Small parts without an end, each of which holds up the loop for two milliseconds.
  private func costly() -> Response {
    let counts = counts
    var response = Response(.ok, contentType: "text/plain")
    response.body = .producer { buffer in
      let end = Instant.precise + 0.002
      while Instant.precise < end {}
      counts.parts.add(1, ordering: .relaxed)
      buffer.append(UInt8(ascii: "a"))
      return .more
    }
    return response
  }

  /// A line for each version that there is and that comes.
  private func feed() -> Response {
    let counts = counts
    var told = 0
    var response = Response(.ok, contentType: "text/event-stream")
    response.heartbeat = Array(":\n".utf8)
    response.body = .producer { buffer in
      let version = counts.version.load(ordering: .acquiring)
      while told < version {
        told += 1
        buffer.append(contentsOf: Array("version \(told)\n".utf8))
      }
      return .waits
    }
    return response
  }

  /// Holds up its loop.
  private func spin(seconds: Double) -> Response {
    let end = Instant.now + seconds
    while Instant.now < end {}
    return Response(.ok)
  }

  /// Holds up its loop until so many are to be let go.
  private func hold(_ number: Int) -> Response {
    counts.holding.store(number, ordering: .releasing)
    let end = Instant.precise + patience
    while counts.released.load(ordering: .acquiring) < number, Instant.precise < end {}
    return Response(.ok)
  }

  /// A producer that breaks its promise: nothing, and more to come.
  private func hollow() -> Response {
    var response = Response(.ok)
    response.body = .producer { _ in .more }
    return response
  }

  /// Holds the loop for 20 milliseconds.
  private func pause() -> Reply {
    let end = Instant.precise + 0.02
    while Instant.precise < end {}
    return .response(Response(.ok))
  }

  /// Runs until it is called off, and no longer than tests wait.
  private func slow() -> Reply {
    let counts = counts
    return .job { isCancelled in
      counts.running.add(1, ordering: .relaxed)
      let end = Instant.now + patience
      while Instant.now < end {
        if isCancelled() {
          counts.cancelled.add(1, ordering: .relaxed)
          break
        }
      }
      return Response(.ok)
    }
  }
}

/// A running server; it stops when the test lets go of it.
final class TestServer {
  let counts = Counts()
  let metrics: ServerMetrics
  let port: UInt16
  private let server: Server

  init(
    loops: Int = 1, log: ServerLog? = nil, sharing: SharingPolicy = SharingPolicy(),
    identity: TLSIdentity? = nil,
    _ change: (inout Limits) -> Void = { _ in }
  ) throws {
    var limits = Limits()
    limits.headSeconds = patience
    change(&limits)
    let listener = try Listener(
      host: "127.0.0.1", port: 0, for: identity == nil ? .plain : .secure)
    port = listener.port
    metrics = ServerMetrics(loops: loops, routes: TestResponder.routes, log: log)
    let counts = counts
    server = try Server(
      listeners: [listener], metrics: metrics, limits: limits, clock: .fixed(784_111_777),
      sharing: sharing, identity: identity, log: log
    ) { TestResponder(counts) }
  }

  deinit { stop() }

  func stop() {
    server.stop()
    server.waitUntilStopped()
  }

  /// A client that keeps the server running while it is there.
  func connect() throws -> Client {
    let client = try Client(port: port)
    client.owner = self
    return client
  }

  /// Waits until no connection is open; false when that takes too long.
  func isLeft() -> Bool { comes { metric("dateline_http_connections") == "0" } }

  /// The value of a sample by its name and labels, as `/metrics` writes them; nil where it is not.
  func metric(_ sample: String) -> String? {
    Metric.text(metrics.metrics).split(separator: "\n").first { $0.hasPrefix(sample + " ") }
      .map { String($0.dropFirst(sample.count + 1)) }
  }

  /// Sends a request that will hold the loop up.
  func hold(_ number: Int, on client: Client) {
    client.send("GET /hold/\(number) HTTP/1.1\r\nHost: a\r\n\r\n")
  }

  /// Waits until a request that holds its loop up does so.
  func awaitHold(_ number: Int) {
    while counts.holding.load(ordering: .acquiring) < number {}
  }

  func release(_ number: Int) { counts.released.store(number, ordering: .releasing) }

  /// Goes to the next version, and wakes who waits for it.
  func publish() {
    counts.version.add(1, ordering: .releasing)
    server.wake()
  }

  /// Tells the server to stop without waiting.
  func beginStop() { server.stop() }
}
