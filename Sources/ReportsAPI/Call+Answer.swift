// The fields that every answer from a snapshot carries.

import Digests
import HTTP
import Reports

extension Call {
  /// JSON from the snapshot; a line feed at its end for those who read it in a terminal.
  func answer(
    json: [UInt8], links: ListLinks? = nil, countedFromNow: Bool = false
  ) -> Response {
    let fields = links.map { [$0.field(base: baseURL)] } ?? []
    return answer(
      json + [UInt8(ascii: "\n")], contentType: "application/json", fields: fields,
      countedFromNow: countedFromNow)
  }

  /// - Parameter countedFromNow: the bytes depend on the time of day, not on the snapshot alone:
  ///   their own digest is the tag, and they are not kept.
  func answer(
    _ bytes: [UInt8], contentType: String, fields: [Field] = [], countedFromNow: Bool = false
  ) -> Response {
    var digest = snapshot.version
    if countedFromNow { digest.combine(bytes.span) }
    var response = Response(
      .ok,
      fields: [
        Field("Last-Modified", HTTPDate.format(snapshot.made)),
        Field("Cache-Control", "no-cache"), Field("X-Content-Type-Options", "nosniff"),
      ] + fields,
      body: bytes, contentType: contentType, etag: EntityTag(opaque: digest.hexadecimal))
    response.isCacheable = !countedFromNow
    return response
  }

  /// What comes before a path in a full URL.
  var baseURL: String {
    site.publicURL ?? (request.authority.isEmpty ? "" : "http://\(request.authority)")
  }
}
