// What a browser asks before a page's request to another origin, as the Fetch standard has it.

/// A preflight: OPTIONS with an origin and the method that is to come.
package struct Preflight: Equatable, Sendable {
  /// The fields that the request is to have; nil for none, or where they are no list of names.
  let fields: String?

  /// Nil for a request that is none.
  package init?(_ head: RequestHead, _ bytes: Span<UInt8>) {
    guard head.method == .options, head.named.contains(FieldSet(.origin)),
      head.named.contains(FieldSet(.requestedMethod))
    else { return nil }
    let line = head.onlyLine(.requestedHeaders)
    fields = line.flatMap {
      Self.isList(bytes.extracting($0)) ? String(utf8: bytes.extracting($0)) : nil
    }
  }

  private static let fieldBytes = 512

  private static func isList(_ value: Span<UInt8>) -> Bool {
    if value.isEmpty || value.count > fieldBytes { return false }
    var isList = true
    value.forEachListElement(in: 0..<value.count) { name in
      for index in name.indices where !ByteSet.token.contains(name[index]) { isList = false }
    }
    return isList
  }

  /// The fields of every request that a page may want to send.
  private static let usualFields =
    "Accept, Content-Type, If-Match, If-Modified-Since, If-None-Match, If-Range, "
    + "If-Unmodified-Since, Range"

  /// Browsers forget it after two hours at most.
  private static let seconds = 7200

  /// Adds what the browser wants to know to the answer of OPTIONS.
  func answer(_ response: Response) -> Response {
    guard response.status == .noContent,
      let allow = response.fields.first(where: { $0.name == "Allow" })
    else { return response }
    var response = response
    response.fields += [
      Field("Access-Control-Allow-Methods", allow.value),
      Field("Access-Control-Allow-Headers", fields ?? Self.usualFields),
      Field("Access-Control-Max-Age", String(Self.seconds)),
    ]
    return response
  }
}

extension Response {
  /// This answer as a page of another origin needs it.
  package func answering(_ preflight: Preflight?) -> Response { preflight?.answer(self) ?? self }
}
