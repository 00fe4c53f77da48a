// Forwarded: the nodes that were put into a line are told, in their order.

import HTTP

enum ForwardedPart {
  static func fault(in input: [UInt8]) -> String? {
    _ = nodes(in: input)
    var reader = InputReader(input)
    let forms = (0..<reader.choice(below: 5)).map { _ in reader.choice(below: 4) }
    let name = reader.content().filter { 0x61...0x7A ~= $0 }.prefix(12)
    let word = "n" + String(decoding: name, as: UTF8.self)
    let elements = forms.enumerated().map { element(word + String($0), form: $1) }
    let told = nodes(in: Array(elements.joined(separator: ", ").utf8))
    let expected = forms.enumerated().map { $1 == 3 ? "" : word + String($0) }
    return told == expected ? nil : "\(elements): \(told ?? [])"
  }

  private static func element(_ node: String, form: Int) -> String {
    switch form {
    case 0: "for=\(node)"
    case 1: "proto=http;For=\"\(node)\";by=b"
    case 2: "by=\"a,b;for=c\" ; FOR=\(node)"
    default: "proto=https"
    }
  }

  /// Nil where the line is not well formed.
  private static func nodes(in line: [UInt8]) -> [String]? {
    var nodes: [String] = []
    let isWhole = Forwarded.forEachNode(in: line.span) { node in
      nodes.append(String(decoding: (0..<node.count).map { node[$0] }, as: UTF8.self))
    }
    return isWhole ? nodes : nil
  }
}
