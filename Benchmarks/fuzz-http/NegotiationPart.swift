// Accept: the choice is the one that a slow reading of the same list makes.

import HTTP

enum NegotiationPart {
  private static let offered = ["application/json", "text/html", "text/csv"]
  private static let ranges =
    offered + ["*/*", "text/*", "application/*", "image/*", "image/png"]

  static func fault(in input: [UInt8]) -> String? {
    let text = String(decoding: input, as: UTF8.self)
    if let chosen = Accept.choose(from: offered, accept: text), !offered.contains(chosen) {
      return "chosen, and not on offer: \(chosen)"
    }
    var reader = InputReader(input)
    let list = weights(&reader)
    if list.isEmpty { return nil }
    let accept = list.map { "\($0.range);q=\(thousandths($0.weight))" }.joined(separator: ", ")
    let chosen = Accept.choose(from: offered, accept: accept)
    return chosen == choice(list) ? nil : "\(accept): \(chosen ?? "none")"
  }

  /// Ranges, each once, with weights in thousandths.
  private static func weights(_ reader: inout InputReader) -> [(range: String, weight: Int)] {
    var left = ranges
    return (0..<reader.choice(below: ranges.count + 1)).map { _ in
      let range = left.remove(at: reader.choice(below: left.count))
      return (range, min(1000, reader.choice(below: 256) * 4))
    }
  }

  private static func thousandths(_ weight: Int) -> String {
    weight == 1000 ? "1" : "0." + String(String(weight + 1000).dropFirst())
  }

  private static func choice(_ list: [(range: String, weight: Int)]) -> String? {
    func weight(_ type: String) -> Int {
      let major = type.prefix { $0 != "/" } + "/*"
      for range in [type, String(major), "*/*"] {
        if let found = list.first(where: { $0.range == range }) { return found.weight }
      }
      return 0
    }
    let best = offered.map(weight).max() ?? 0
    return best == 0 ? nil : offered.first { weight($0) == best }
  }
}
