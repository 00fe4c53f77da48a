// Accept and Accept-Encoding: the choice is the one that a slow reading of the same list makes.

import HTTP

enum NegotiationPart {
  private static let offered = ["application/json", "text/html", "text/csv"]
  private static let ranges =
    offered + ["*/*", "text/*", "application/*", "image/*", "image/png"]

  static func fault(in input: [UInt8]) -> String? {
    typeFault(input) ?? codingFault(input)
  }

  // MARK: - Accept-Encoding

  private static func codingFault(_ input: [UInt8]) -> String? {
    _ = coding(String(decoding: input, as: UTF8.self))
    var reader = InputReader(input)
    let list = weights(&reader, of: ["gzip", "identity", "*", "br"])
    func weight(_ name: String) -> Int? { list.first { $0.range == name }?.weight }
    let gzip = weight("gzip") ?? weight("*") ?? 0
    let wantsGzip = gzip > 0 && gzip >= weight("identity") ?? weight("*") ?? 0
    let field = text(list)
    return coding(field) == (wantsGzip ? .gzip : .identity) ? nil : "coding of \(field)"
  }

  /// Nil where no request can have the field.
  private static func coding(_ field: String) -> ContentCoding? {
    let bytes = Array("GET / HTTP/1.1\r\nHost: a\r\nAccept-Encoding: \(field)\r\n\r\n".utf8)
    var head = RequestHead()
    guard head.parse(bytes.span, limits: Limits()) == .complete(consumed: bytes.count) else {
      return nil
    }
    return head.coding(bytes.span)
  }

  // MARK: - Accept

  private static func typeFault(_ input: [UInt8]) -> String? {
    let text = String(decoding: input, as: UTF8.self)
    if let chosen = Accept.choose(from: offered, accept: text), !offered.contains(chosen) {
      return "chosen, and not on offer: \(chosen)"
    }
    var reader = InputReader(input)
    let list = weights(&reader, of: ranges)
    if list.isEmpty { return nil }
    let accept = Self.text(list)
    let chosen = Accept.choose(from: offered, accept: accept)
    return chosen == choice(list) ? nil : "\(accept): \(chosen ?? "none")"
  }

  /// Ranges, each once, with weights in thousandths.
  private static func weights(
    _ reader: inout InputReader, of ranges: [String]
  ) -> [(range: String, weight: Int)] {
    var left = ranges
    return (0..<reader.choice(below: ranges.count + 1)).map { _ in
      let range = left.remove(at: reader.choice(below: left.count))
      return (range, min(1000, reader.choice(below: 256) * 4))
    }
  }

  private static func text(_ list: [(range: String, weight: Int)]) -> String {
    list.map { "\($0.range);q=\(thousandths($0.weight))" }.joined(separator: ", ")
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
