// Metrics in Prometheus' text format.

import HTTP
import TestSupport
import Testing

struct MetricTests {
  @Test func `families, labels and values, byte by byte`() {
    let metrics = [
      Metric(
        "answers_total", .counter, "Answers by status.",
        [
          Metric.Sample(3, labels: [("status", "200")]),
          Metric.Sample(-1, labels: [("status", "404"), ("route", "/")]),
        ]),
      Metric("open", .gauge, "Open connections.", [Metric.Sample(0)]),
      Metric("none", .gauge, "Nothing.", []),
    ]
    let expected = """
      # HELP answers_total Answers by status.
      # TYPE answers_total counter
      answers_total{status="200"} 3
      answers_total{status="404",route="/"} -1
      # HELP open Open connections.
      # TYPE open gauge
      open 0
      # HELP none Nothing.
      # TYPE none gauge

      """
    #expect(Metric.text(metrics) == expected)
    #expect(Metric.text([]).isEmpty)
  }

  @Test(
    arguments: [
      ("a\"b", "a\\\"b"), ("a\\b", "a\\\\b"), ("a\nb", "a\\nb"), ("\\n", "\\\\n"),
      ("a\r\nb", "a\r\\nb"), ("\"\u{301}", "\\\"\u{301}"), ("é b{c}", "é b{c}"), ("", ""),
    ])
  func `a label's value is escaped`(_ value: String, _ escaped: String) {
    let metric = Metric("m", .gauge, "h", [Metric.Sample(1, labels: [("l", value)])])
    let line = "m{l=\"\(escaped)\"} 1\n"
    // Compared as bytes: as characters CR LF would be one.
    #expect(Array(Metric.text([metric]).utf8) == Array("# HELP m h\n# TYPE m gauge\n\(line)".utf8))
  }

  @Test func `help is escaped, quotation marks stay`() {
    let text = Metric.text([Metric("m", .gauge, "a \"b\" \\ c\nd", [])])
    #expect(text == "# HELP m a \"b\" \\\\ c\\nd\n# TYPE m gauge\n")
  }

  @Test(
    arguments: [
      (0, "0"), (1, "0.000000001"), (10_000, "0.00001"), (1_000_000_000, "1"),
      (1_500_000_000, "1.5"), (-1, "-0.000000001"), (-2_000_000_010, "-2.00000001"),
      (120_000_000_000, "120"),
    ])
  func `nanoseconds are written as seconds without loss`(_ nanoseconds: Int, _ text: String) {
    let metric = Metric("m", .gauge, "h", [Metric.Sample(.nanoseconds(nanoseconds))])
    #expect(Metric.text([metric]).hasSuffix("\nm \(text)\n"))
  }

  @Test func `a histogram's buckets hold all that is not longer`() {
    var buckets = [Int](repeating: 0, count: DurationScale.bounds.count + 1)
    (buckets[0], buckets[2], buckets[buckets.count - 1]) = (2, 3, 1)
    let counts = DurationCounts(
      labels: [("route", "/")], buckets: buckets, nanoseconds: 1_000_010_000)
    let text = Metric.text([Metric("d_seconds", "Durations.", durations: [counts])])
    let lines = text.split(separator: "\n")
    #expect(lines[1] == "# TYPE d_seconds histogram")
    #expect(lines[2] == "d_seconds_bucket{route=\"/\",le=\"0.00001\"} 2")
    #expect(lines[3] == "d_seconds_bucket{route=\"/\",le=\"0.000025\"} 2")
    #expect(lines[4] == "d_seconds_bucket{route=\"/\",le=\"0.00005\"} 5")
    #expect(
      lines.suffix(3) == [
        "d_seconds_bucket{route=\"/\",le=\"+Inf\"} 6", "d_seconds_sum{route=\"/\"} 1.00001",
        "d_seconds_count{route=\"/\"} 6",
      ])
  }

  @Test func `a duration falls into the first bucket whose bound is not below it`() {
    var random = SeededGenerator(seed: 11)
    let near = DurationScale.bounds.flatMap { [$0 - 1, $0, $0 + 1] }
    let far = (0..<2000).map { _ in Int.random(in: 0...20_000_000_000, using: &random) }
    for nanoseconds in near + far + [0, .max] {
      let expected = DurationScale.bounds.filter { $0 < nanoseconds }.count
      #expect(DurationScale.bucket(of: nanoseconds) == expected, "\(nanoseconds)")
    }
  }
}
