// Who asked, as proxies note it.

import HTTP
import TestSupport
import Testing

/// The nodes of a line; nil where it is not well formed.
private func nodes(_ line: String) -> [String]? {
  var nodes: [String] = []
  let isWellFormed = Forwarded.forEachNode(in: Array(line.utf8).span) { node in
    var bytes: [UInt8] = []
    for index in node.indices { bytes.append(node[index]) }
    nodes.append(String(decoding: bytes, as: UTF8.self))
  }
  return isWellFormed ? nodes : nil
}

struct ForwardedTests {
  @Test(
    arguments: [
      ("for=192.0.2.43", ["192.0.2.43"]),
      ("for=\"_gazonk\"", ["_gazonk"]),
      ("For=\"[2001:db8:cafe::17]:4711\"", ["[2001:db8:cafe::17]:4711"]),
      ("for=192.0.2.60;proto=http;by=203.0.113.43", ["192.0.2.60"]),
      ("proto=http;for=192.0.2.60", ["192.0.2.60"]),
      ("for=192.0.2.43, for=198.51.100.17", ["192.0.2.43", "198.51.100.17"]),
      ("for=a,for=b ,\tfor=c", ["a", "b", "c"]),
      ("for=unknown", ["unknown"]), ("for=\"\"", [""]), ("by=a", [""]), (";", [""]),
      ("for=a;", ["a"]),
      ("for=a ; proto=http", ["a"]),
      ("for=a;x=\"b, for=c; \\\" for=d\", for=e", ["a", "e"]),
      ("for=\"a\\b\"", [""]), ("for=\"a\\\"\";by=c, for=d", ["", "d"]),
      ("", []), (" , ,", []), (", for=a,,", ["a"]),
    ] as [(String, [String])])
  func `each element says who asked`(line: String, expected: [String]) {
    #expect(nodes(line) == expected)
  }

  @Test(arguments: [
    "for", "for=", "=a", "for =a", "for= a", "for=a b", "for=a for=b", "for=\"a", "for=\"a\\",
    "for=[::1]",
    "for=a:80", "for=a;for=b", "for=\"a\"b", "for=\"a\" b", "for=a, \"b\"", "192.0.2.43",
    "for=\", for=192.0.2.43", "for=\";x=\"y\"", "for=a\u{7F}", "for=é",
  ])
  func `what is not well formed is told`(line: String) {
    #expect(nodes(line) == nil)
  }

  @Test(
    arguments: [
      ("192.0.2.43", "192.0.2.43"), ("192.0.2.43:47011", "192.0.2.43"),
      ("192.0.2.43:_port", "192.0.2.43"), ("[2001:db8::17]", "2001:db8::17"),
      ("[2001:db8::17]:4711", "2001:db8::17"), ("[::1]:_a.b-c", "::1"),
      ("", nil), ("unknown", nil), ("_hidden", nil), ("_hidden:80", nil), ("2001:db8::17", nil),
      ("::1", nil), ("[192.0.2.43]", nil), ("[::1", nil), ("[::1]80", nil), ("[::1]:", nil),
      ("192.0.2.43:", nil), ("192.0.2.43:123456", nil), ("192.0.2.43:8x", nil),
      ("192.0.2.43:_", nil), ("192.0.2.43:80:80", nil), ("unknown:80", nil), ("[", nil), ("]", nil),
    ] as [(String, String?)])
  func `a node holds an address, or somebody hidden`(node: String, address: String?) {
    let bytes = Array(node.utf8)
    let range = ForwardedNode.address(in: bytes.span)
    #expect(range.map { String(decoding: bytes[$0], as: UTF8.self) } == address)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `what was put together is taken apart`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let texts = ["a", "192.0.2.1", "[::1]:80", "a, for=b", "a;b=c", "", "unknown"]
    for _ in 0..<500 {
      let chosen = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        texts.randomElement(using: &random) ?? ""
      }
      let elements = chosen.map { text in
        var pairs = ["for=\"\(text)\"", "proto=http", "x=\"\\\"\""].shuffled(using: &random)
        if Bool.random(using: &random) { pairs.insert("", at: 0) }
        return pairs.joined(separator: Bool.random(using: &random) ? ";" : " ; ")
      }
      let line = elements.joined(separator: Bool.random(using: &random) ? "," : " ,, ")
      #expect(nodes(line) == chosen, "seed \(seed): \(line)")
    }
  }

  /// Whatever a client wrote before it, a proxy's element is read as the last one or not at all.
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `garbage never hides what a proxy added`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = ["for", "=", "\"", "\\", ",", ";", " ", "a", "[", "192.0.2.1", "\t", "é"]
    for _ in 0..<2000 {
      let garbage = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      let read = nodes(garbage + ", for=\"198.51.100.17\"")
      #expect(read == nil || read?.last == "198.51.100.17", "seed \(seed): \(garbage)")
      if let alone = nodes(garbage) { #expect(read == alone + ["198.51.100.17"], "\(garbage)") }
    }
  }
}
