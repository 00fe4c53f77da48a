// Counters, gauges and histograms in Prometheus' text format, version 0.0.4.

/// One family of samples.
package struct Metric: Sendable {
  package enum Kind: String, Sendable { case counter, gauge, histogram }

  package typealias Label = (name: String, value: String)

  /// A sample's number, written without loss.
  package enum Value: Sendable {
    case count(Int)
    /// Written in seconds.
    case nanoseconds(Int)
  }

  /// A value with its labels.
  package struct Sample: Sendable {
    /// What stands behind the family's name: `_bucket`, `_sum`, `_count` of a histogram.
    fileprivate var suffix = ""
    package let labels: [Label]
    package let value: Value

    package init(_ value: Value, labels: [Label] = []) {
      self.labels = labels
      self.value = value
    }

    package init(_ value: Int, labels: [Label] = []) {
      self.init(.count(value), labels: labels)
    }

    fileprivate init(_ suffix: String, _ value: Value, _ labels: [Label]) {
      self.init(value, labels: labels)
      self.suffix = suffix
    }
  }

  package let name: String
  package let help: String
  package let kind: Kind
  package let samples: [Sample]

  package init(_ name: String, _ kind: Kind, _ help: String, _ samples: [Sample]) {
    self.name = name
    self.help = help
    self.kind = kind
    self.samples = samples
  }

  /// A family of durations in seconds.
  package init(_ name: String, _ help: String, durations: [DurationCounts]) {
    self.init(name, .histogram, help, durations.flatMap(Self.samples))
  }

  private static func samples(_ durations: DurationCounts) -> [Sample] {
    var sum = 0
    let bounds = DurationScale.bounds.map { seconds($0) } + ["+Inf"]
    let buckets = zip(bounds, durations.buckets).map { bound, count in
      sum += count
      return Sample("_bucket", .count(sum), durations.labels + [("le", bound)])
    }
    return buckets + [
      Sample("_sum", .nanoseconds(durations.nanoseconds), durations.labels),
      Sample("_count", .count(sum), durations.labels),
    ]
  }

  package static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

  /// The text of several families.
  package static func text(_ metrics: [Metric]) -> String {
    metrics.map(\.text).joined()
  }

  private var text: String {
    let lines = samples.map {
      "\(name)\($0.suffix)\(Self.labels($0.labels)) \(Self.number($0.value))\n"
    }
    return "# HELP \(name) \(Self.escaped(help, marks: false))\n# TYPE \(name) \(kind.rawValue)\n"
      + lines.joined()
  }

  private static func labels(_ labels: [Label]) -> String {
    if labels.isEmpty { return "" }
    let pairs = labels.map { "\($0.name)=\"\(escaped($0.value, marks: true))\"" }
    return "{\(pairs.joined(separator: ","))}"
  }

  private static func number(_ value: Value) -> String {
    switch value {
    case .count(let count): String(count)
    case .nanoseconds(let nanoseconds): seconds(nanoseconds)
    }
  }

  /// Nanoseconds as decimal seconds, without zeros at the end.
  private static func seconds(_ nanoseconds: Int) -> String {
    let (whole, rest) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    if rest == 0 { return String(whole) }
    var digits = String(rest.magnitude)
    digits = String(repeating: "0", count: 9 - digits.utf8.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(nanoseconds < 0 && whole == 0 ? "-" : "")\(whole).\(digits)"
  }

  /// By scalars: CR LF is one character, and so is a quotation mark with an accent.
  ///
  /// - Parameter marks: whether quotation marks are escaped, which help does not want.
  private static func escaped(_ value: String, marks: Bool) -> String {
    value.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": marks ? "\\\"" : "\""
      case "\\": "\\\\"
      case "\n": "\\n"
      default: String(scalar)
      }
    }.joined()
  }
}
