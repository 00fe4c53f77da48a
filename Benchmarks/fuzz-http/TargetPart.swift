// Targets: what is decoded, and written again, is decoded to the same.

import HTTP

enum TargetPart {
  static func fault(in input: [UInt8]) -> String? {
    guard let request = decode(input) else { return nil }
    let written = write(request)
    guard let again = decode(Array(written.utf8)) else { return "not taken again: \(written)" }
    if again.path != request.path { return "\(request.path) became \(again.path)" }
    return again.query == request.query ? nil : "\(request.query) became \(again.query)"
  }

  /// The request for a target; nil where it is refused.
  private static func decode(_ target: [UInt8]) -> Request? {
    let bytes = Array("GET ".utf8) + target + Array(" HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
    var limits = Limits()
    limits.requestLineBytes = 64 * 1024
    limits.headBytes = 64 * 1024
    var head = RequestHead()
    guard head.parse(bytes.span, limits: limits) == .complete(consumed: bytes.count) else {
      return nil
    }
    return try? Request(head, bytes.span)
  }

  /// A slash at the end says nothing, unless the last segment is empty.
  private static func write(_ request: Request) -> String {
    let path = request.path.map { "/" + PercentEncoding.encode($0) }.joined()
    let end = path.isEmpty || request.path.last == "" ? "/" : ""
    let query = request.query.map {
      PercentEncoding.encode($0.name) + "=" + PercentEncoding.encode($0.value, query: true)
    }
    return path + end + "?" + query.joined(separator: "&")
  }
}
