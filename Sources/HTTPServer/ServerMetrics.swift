// What the server counts, a set of counters for each loop.

package import HTTP
import Synchronization

/// One loop's counts, kept as plain numbers by the loop and shown to others once a turn.
struct LoopCounts {
  var accepted = 0
  var closed = 0
  var shed = 0
  /// Answers by the hundreds of their status, from 1xx on.
  var answers: (Int, Int, Int, Int, Int) = (0, 0, 0, 0, 0)
  var cacheHits = 0
  var bytesReceived = 0
  var bytesSent = 0

  mutating func answered(_ status: Int) {
    switch status / 100 {
    case 1: answers.0 += 1
    case 2: answers.1 += 1
    case 3: answers.2 += 1
    case 4: answers.3 += 1
    default: answers.4 += 1
    }
  }

  fileprivate var values: [Int] {
    [
      accepted, closed, shed, answers.1, answers.2, answers.3, answers.4, cacheHits,
      bytesReceived, bytesSent,
    ]
  }
}

/// A loop's counts as others may read them at any time.
final class PublishedCounts: Sendable {
  private let cells: [Cell] = LoopCounts().values.map { _ in Cell() }

  func publish(_ counts: LoopCounts) {
    for (cell, value) in zip(cells, counts.values) {
      cell.value.store(value, ordering: .relaxed)
    }
  }

  var values: [Int] { cells.map { $0.value.load(ordering: .relaxed) } }

  private final class Cell: Sendable {
    let value = Atomic(0)
  }
}

/// The counts of all loops.
package final class ServerMetrics: Sendable {
  let loops: [PublishedCounts]

  package init(loops: Int) { self.loops = (0..<loops).map { _ in PublishedCounts() } }

  package var metrics: [Metric] {
    let sums = loops.map(\.values).reduce(LoopCounts().values) { zip($0, $1).map(+) }
    let answers = zip(["2xx", "3xx", "4xx", "5xx"], sums[3...6]).map { status, count in
      Metric.Sample(count, label: ("status", status))
    }
    return [
      Metric(
        "dateline_http_connections", .gauge, "Connections that are open.",
        [Metric.Sample(sums[0] - sums[1])]),
      counter("connections_accepted", "Connections taken.", sums[0]),
      counter("connections_shed", "Connections answered 503 because too many were open.", sums[2]),
      Metric("dateline_http_answers_total", .counter, "Answers by status.", answers),
      counter("cache_hits", "Answers that came from a cache.", sums[7]),
      counter("received_bytes", "Bytes read from connections.", sums[8]),
      counter("sent_bytes", "Bytes written to connections.", sums[9]),
    ]
  }

  private func counter(_ name: String, _ help: String, _ value: Int) -> Metric {
    Metric("dateline_http_\(name)_total", .counter, help, [Metric.Sample(value)])
  }
}
