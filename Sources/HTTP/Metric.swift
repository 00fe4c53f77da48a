// Counters and gauges in Prometheus' text format, version 0.0.4.

/// One family of samples.
package struct Metric: Sendable {
  package enum Kind: String, Sendable { case counter, gauge }

  /// A value with its label, if any.
  package struct Sample: Sendable {
    package let label: (name: String, value: String)?
    package let value: Int

    package init(_ value: Int, label: (name: String, value: String)? = nil) {
      self.value = value
      self.label = label
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

  package static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

  /// The text of several families.
  package static func text(_ metrics: [Metric]) -> String {
    metrics.map(\.text).joined()
  }

  private var text: String {
    let lines = samples.map { sample in
      let label = sample.label.map { "{\($0.name)=\"\(Self.escaped($0.value))\"}" } ?? ""
      return "\(name)\(label) \(sample.value)\n"
    }
    return "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n" + lines.joined()
  }

  /// By scalars: CR LF is one character, and so is a quotation mark with an accent.
  private static func escaped(_ value: String) -> String {
    value.unicodeScalars.map { scalar in
      switch scalar {
      case "\\", "\"": "\\\(scalar)"
      case "\n": "\\n"
      default: String(scalar)
      }
    }.joined()
  }
}
