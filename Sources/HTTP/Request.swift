// A request as a handler sees it: decoded, and only with what an answer may depend on.

/// One `name=value` of a query, in the order in which they came.
package struct QueryItem: Hashable, Sendable {
  package let name: String
  package let value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// A whole request. What it does not hold, an answer cannot depend on; a cacheable answer depends
/// on path, query, authority, `Accept` and whether it came by TLS.
package struct Request: Equatable, Sendable {
  package let method: Method
  /// The path's segments, each percent-decoded: `/reports/a%2Fb` has two. `/` has none.
  package let path: [String]
  package let query: [QueryItem]
  /// The path and the query as they came.
  package let target: String
  /// Host and port that the client used; empty where it named none.
  package let authority: String
  /// Whether it came by TLS.
  package let isSecure: Bool
  package let accept: String?
  package let contentType: String?
  package let contentEncoding: String?
  /// Where a stream of events is to go on; such a stream is never kept.
  package let lastEventID: String?
  /// Whether a body is said to come, be it an empty one.
  package let isFramed: Bool
  package var body: [UInt8] = []

  /// Decodes a parsed head.
  ///
  /// - Throws: 400 for too many parts, for a percent sign without two hexadecimal digits, or for a query that is not
  ///   UTF-8.
  package init(
    _ head: RequestHead, _ bytes: Span<UInt8>, limits: Limits = Limits()
  ) throws(Problem) {
    method = head.method
    path = try Self.segments(bytes.extracting(head.path), limits)
    query = try Self.items(bytes.extracting(head.query), limits)
    target =
      String(utf8: bytes.extracting(head.path))
      + (head.query.isEmpty ? "" : "?" + String(utf8: bytes.extracting(head.query)))
    authority = String(utf8: bytes.extracting(head.authority))
    isSecure = head.isSecure
    accept = head.value(.accept, in: bytes)
    contentType = head.value(.contentType, in: bytes)
    contentEncoding = head.value(.contentEncoding, in: bytes)
    lastEventID = head.value(.lastEventID, in: bytes)
    isFramed = head.framing != .none
  }

  private static func segments(_ path: Span<UInt8>, _ limits: Limits) throws(Problem) -> [String] {
    var segments: [String] = []
    let ranges = path.split(at: Byte.slash)
    try check(ranges.count - 1, within: limits, "segments in the path")
    for range in ranges where !range.isEmpty || range.upperBound < path.count {
      if range.lowerBound == 0 { continue }
      segments.append(try PercentEncoding.decodeSegment(path.extracting(range)))
    }
    return path.equals("*") ? ["*"] : segments
  }

  private static func items(_ query: Span<UInt8>, _ limits: Limits) throws(Problem) -> [QueryItem] {
    var items: [QueryItem] = []
    let ranges = query.split(at: UInt8(ascii: "&"))
    try check(ranges.count, within: limits, "parameters in the query")
    for range in ranges where !range.isEmpty {
      let item = query.extracting(range)
      let parts = item.split(at: UInt8(ascii: "="), atMost: 1)
      let name = try PercentEncoding.decodeQuery(item.extracting(parts[0]))
      let value =
        parts.count == 1 ? "" : try PercentEncoding.decodeQuery(item.extracting(parts[1]))
      items.append(QueryItem(name, value))
    }
    return items
  }

  private static func check(
    _ count: Int, within limits: Limits, _ what: String
  ) throws(Problem) {
    if count <= limits.targetParts { return }
    throw Problem(.badRequest, "There are more than \(limits.targetParts) \(what).")
  }
}

extension Span where Element == UInt8 {
  /// The ranges between separators, empty ones included.
  fileprivate func split(at separator: UInt8, atMost limit: Int = .max) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for index in indices where self[index] == separator && ranges.count < limit {
      ranges.append(start..<index)
      start = index + 1
    }
    return ranges + [start..<count]
  }
}
