// What the server counts, as Prometheus reads it.

package import HTTP
import Synchronization

/// The counts of all loops.
package final class ServerMetrics: Sendable {
  let loops: [Counts]
  let jobs = JobGauge()
  /// Names by `RouteNumber`.
  private let routes: [String]
  private let layout: CountsLayout
  private let log: ServerLog?

  /// - Parameter routes: the names of the routes by their numbers, the first that of none.
  package init(loops: Int, routes: [String] = ["none"], log: ServerLog? = nil) {
    self.loops = (0..<loops).map { _ in Counts(routes: routes.count) }
    self.routes = routes
    self.log = log
    layout = CountsLayout(routes: routes.count)
  }

  package var metrics: [Metric] {
    let loops = loops.map(\.values)
    let sums = (0..<layout.size).map { place in loops.reduce(0) { $0 + $1[place] } }
    return connections(sums) + [requests(sums), durations(sums), turns(sums)]
      + cache(sums) + jobs(sums) + [
        counter("log_dropped", "Lines that the log had no room for.", log?.dropped ?? 0)
      ]
  }

  private func connections(_ sums: [Int]) -> [Metric] {
    [
      gauge("connections", "Connections that are open.", max(0, sums[.accepted] - sums[.closed])),
      counter("connections_accepted", "Connections taken.", sums[.accepted]),
      Metric(
        "dateline_http_connections_shed_total", .counter,
        "Connections answered 503, by what there was too much of.",
        ShedReason.allCases.map {
          Metric.Sample(sums[$0.count], labels: [("reason", $0.rawValue)])
        }),
      Metric(
        "dateline_tls_handshakes_total", .counter, "Handshakes of TLS, by what they came to.",
        [
          ("full", Count.handshakesFull), ("resumed", .handshakesResumed),
          ("failed", .handshakesFailed),
        ]
        .map { Metric.Sample(sums[$0.1], labels: [("outcome", $0.0)]) }),
      counter("received_bytes", "Bytes read from connections.", sums[.bytesReceived]),
      counter("sent_bytes", "Bytes written to connections.", sums[.bytesSent]),
    ]
  }

  /// Only what has been answered: most routes know few of the statuses.
  private func requests(_ sums: [Int]) -> Metric {
    let samples = routes.indices.flatMap { route in
      layout.answers(of: route).filter { sums[$0.place] > 0 }.map { status, place in
        Metric.Sample(
          sums[place], labels: [("route", routes[route]), ("status", String(status))])
      }
    }
    return Metric(
      "dateline_http_requests_total", .counter, "Requests answered, by route and status.", samples)
  }

  private func durations(_ sums: [Int]) -> Metric {
    let counts = routes.indices.map { route in
      durations(sums, at: layout.durations(route), [("route", routes[route])])
    }
    return Metric(
      "dateline_http_request_duration_seconds",
      "From the turn in which a request was whole until its answer was with the socket.",
      durations: counts.filter { $0.buckets.contains { $0 > 0 } })
  }

  private func turns(_ sums: [Int]) -> Metric {
    Metric(
      "dateline_http_turn_duration_seconds",
      "From an event loop's waking until the last answer of that turn was with its socket.",
      durations: [durations(sums, at: layout.turns, [])])
  }

  private func durations(
    _ sums: [Int], at start: Int, _ labels: [Metric.Label]
  ) -> DurationCounts {
    let end = start + CountsLayout.buckets
    return DurationCounts(labels: labels, buckets: Array(sums[start..<end]), nanoseconds: sums[end])
  }

  private func cache(_ sums: [Int]) -> [Metric] {
    [
      counter("cache_hits", "Answers that came from a cache.", sums[.cacheHits]),
      gauge("cache_bytes", "Bytes of answers that are kept.", sums[.cacheBytes]),
      gauge("cache_answers", "Answers that are kept.", sums[.cacheAnswers]),
    ]
  }

  private func jobs(_ sums: [Int]) -> [Metric] {
    [
      gauge("jobs_waiting", "Long requests that wait.", jobs.waiting.load(ordering: .relaxed)),
      gauge(
        "jobs_running", "Long requests that are worked at.", jobs.running.load(ordering: .relaxed)),
      counter(
        "jobs_refused", "Long requests answered 503 because too many waited.", sums[.jobsRefused]),
    ]
  }

  private func gauge(_ name: String, _ help: String, _ value: Int) -> Metric {
    Metric("dateline_http_\(name)", .gauge, help, [Metric.Sample(value)])
  }

  private func counter(_ name: String, _ help: String, _ value: Int) -> Metric {
    Metric("dateline_http_\(name)_total", .counter, help, [Metric.Sample(value)])
  }
}

extension [Int] {
  fileprivate subscript(count: Count) -> Int { self[count.rawValue] }
}
