// The fields that every answer from a snapshot carries.

import Digests
import HTTP
import JSON
import Reports

extension Call {
  /// JSON from the snapshot; a line feed at its end for those who read it in a terminal.
  ///
  /// - Parameter format: of the formats that the route offers; nil where it has but one.
  func answer(
    json: consuming JSONWriter, format: Format? = nil, links: ListLinks? = nil,
    isOfTheMoment: Bool = false
  ) -> Response {
    json.endLine()
    let link = links?.field(base: baseURL)
    var response = answer(
      json.bytes, contentType: (format ?? .json).mediaType, fields: [link].compactMap(\.self),
      isOfTheMoment: isOfTheMoment)
    if format != nil, !namesFormat { response.vary = .accept }
    return response
  }

  /// An answer whose body is made while it is sent, and not kept. What counts from now has no tag: it
  /// would be that of bytes which nobody has made.
  func answer(streamed format: Format, isOfTheMoment: Bool) -> Response {
    var response = answer([], contentType: format.mediaType, isOfTheMoment: isOfTheMoment)
    if isOfTheMoment { response.etag = nil }
    if !namesFormat { response.vary = .accept }
    response.isCacheable = false
    return response
  }

  /// Whether the path's end or a parameter chose the format, so that `Accept` was not looked at.
  private var namesFormat: Bool {
    pathFormat != nil || request.query.contains { $0.name == "f" }
  }

  /// The tag is made of the snapshot and the type: two representations of one address differ in it.
  ///
  /// - Parameter isOfTheMoment: the bytes depend on more than the snapshot, such as the time of day:
  ///   their own digest is the tag, no date says when they changed, and they are not kept.
  func answer(
    _ bytes: [UInt8], contentType: String, fields: [Field] = [], isOfTheMoment: Bool = false
  ) -> Response {
    var digest = snapshot.version
    digest.combine(contentType)
    if isOfTheMoment { digest.combine(bytes.span) }
    var response = Response(
      .ok, fields: [Field("Cache-Control", "no-cache")] + fields, body: bytes,
      contentType: contentType, etag: EntityTag(opaque: digest.hexadecimal))
    if !isOfTheMoment { response.lastModified = snapshot.made }
    response.isCacheable = !isOfTheMoment
    return response
  }

  /// What comes before a path in a full URL.
  var baseURL: String {
    if let url = site.publicURL { return url }
    if request.authority.isEmpty { return "" }
    return "\(request.isSecure ? "https" : "http")://\(request.authority)"
  }
}
